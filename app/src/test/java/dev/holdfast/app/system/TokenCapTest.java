package dev.holdfast.app.system;

import dev.holdfast.app.tmt.TmtTokenCapRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TokenCapRules;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** One node where a hold token may hold three objects. */
final class TokenCapTest {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of("HOLDFAST_LIMIT_HELD_TOKEN", "3"));
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Nested
  final class InV1 extends TokenCapRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class InTmt extends TmtTokenCapRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }
}
