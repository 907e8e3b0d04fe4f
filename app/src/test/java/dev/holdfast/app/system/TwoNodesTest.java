package dev.holdfast.app.system;

import dev.holdfast.app.v1.ConcurrencyRules;
import dev.holdfast.app.v1.DeadlineRaceRules;
import dev.holdfast.app.v1.IsolationRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.StatusAndReportRules;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * Two nodes on one PostgreSQL, each with a gate of its own that the other does not see: never
 * wrong. A seat released through one node may be refused by the other's gate for up to ten seconds
 * (I11), so the rules that sell a seat again at once belong to the deployments with a common gate.
 */
final class TwoNodesTest {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.twoNodes(Map.of());
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Nested
  final class Concurrency extends ConcurrencyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class DeadlineRace extends DeadlineRaceRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class Isolation extends IsolationRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class StatusAndReport extends StatusAndReportRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }
}
