package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** One node with the gate in its own memory. */
final class MemoryGateTest extends EveryRule {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of());
  }

  @AfterAll
  static void stop() {
    deployment.close();
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
