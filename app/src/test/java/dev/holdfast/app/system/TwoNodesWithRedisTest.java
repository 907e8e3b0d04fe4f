package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.redis.RedisServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Two nodes on one PostgreSQL and one Redis. */
final class TwoNodesWithRedisTest extends SellingRules {
  private static RedisServer redis;
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    deployment = Deployment.twoNodes(Map.of("HOLDFAST_REDIS_URL", redis.url()));
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
  final class Tmt extends TmtSellingRules {
    @Override
    ServiceUnderTest deployment() {
      return deployment;
    }
  }
}
