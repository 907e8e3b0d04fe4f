package dev.holdfast.app.system;

import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.WebhookAddressRules;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One node as it comes, without the switch that lets webhooks go to private addresses. */
final class WebhookAddressTest extends WebhookAddressRules {
  private static ServiceUnderTest deployment;

  @BeforeAll
  static void start() {
    deployment = Deployment.oneNode(Map.of("HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES", ""));
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
