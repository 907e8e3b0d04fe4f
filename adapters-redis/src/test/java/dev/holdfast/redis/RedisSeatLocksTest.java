package dev.holdfast.redis;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

/** The rules on one server. */
final class RedisSeatLocksTest extends RedisRules {
  private static RedisServer server;

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  String url() {
    return server.url();
  }

  @Override
  List<RedisClient> servers() {
    return List.of(server.client());
  }

  @Override
  public void breakBackend() {
    server.kill();
  }

  @Override
  public void repairBackend() {
    server.restart();
  }
}
