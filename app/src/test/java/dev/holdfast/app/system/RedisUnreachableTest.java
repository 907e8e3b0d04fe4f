package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One node whose Redis does not answer: slower at worst, never wrong. */
final class RedisUnreachableTest extends SellingRules {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of("HOLDFAST_REDIS_URL", "redis://127.0.0.1:1"));
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Override
  ServiceUnderTest deployment() {
    return deployment;
  }
}
