package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.WithoutSecretKeyRules;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One node on a database of somebody else's, without a key to encrypt secrets with. */
final class WebhookSecretKeyTest extends WithoutSecretKeyRules {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of("HOLDFAST_SECRET_KEY", ""));
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
