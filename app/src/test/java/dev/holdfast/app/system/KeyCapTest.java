package dev.holdfast.app.system;

import dev.holdfast.app.tmt.TmtKeyCapRules;
import dev.holdfast.app.v1.KeyCapRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Two nodes on one PostgreSQL, where a key holds ten objects, or twenty if it is a secret one. */
final class KeyCapTest {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment =
        Deployment.twoNodes(
            Map.of("HOLDFAST_LIMIT_HELD_PUBLIC_KEY", "10", "HOLDFAST_LIMIT_HELD_SECRET_KEY", "20"));
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Nested
  final class InV1 extends KeyCapRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }

  @Nested
  final class InTmt extends TmtKeyCapRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment;
    }
  }
}
