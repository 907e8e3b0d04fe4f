package dev.holdfast.app.system;

import dev.holdfast.app.tmt.TmtLatePaymentRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One node whose tmt holds live for two seconds. */
final class TmtLatePaymentTest extends TmtLatePaymentRules {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of("HOLDFAST_TMT_HOLD_SECONDS", "2"));
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Override
  protected ServiceUnderTest service() {
    return deployment;
  }
}
