package dev.holdfast.redis;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

/** The rules on a cluster. */
final class RedisClusterSeatLocksTest extends RedisRules {
  private static RedisCluster cluster;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  String url() {
    return cluster.url();
  }

  @Override
  List<RedisClient> servers() {
    return cluster.clients();
  }

  @Override
  public void breakBackend() {
    cluster.kill();
  }

  @Override
  public void repairBackend() {
    cluster.restart();
  }
}
