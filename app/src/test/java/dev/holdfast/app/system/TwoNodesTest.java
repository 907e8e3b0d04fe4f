package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two nodes on one PostgreSQL, each with a gate of its own that the other does not see. */
final class TwoNodesTest extends SellingRules {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.twoNodes(Map.of());
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
