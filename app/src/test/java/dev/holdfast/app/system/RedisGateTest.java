package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.redis.RedisServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** One node with the gate in Redis. */
final class RedisGateTest extends SellingRules {
  private static RedisServer redis;
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    deployment = Deployment.oneNode(Map.of("HOLDFAST_REDIS_URL", redis.url()));
  }

  @AfterAll
  static void stop() {
    deployment.close();
    redis.close();
  }

  @Override
  ServiceUnderTest deployment() {
    return deployment;
  }

  @Nested
  final class Tmt extends TmtEveryRule {
    @Override
    ServiceUnderTest deployment() {
      return deployment;
    }
  }
}
