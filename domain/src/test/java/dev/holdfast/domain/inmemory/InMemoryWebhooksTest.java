package dev.holdfast.domain.inmemory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.contract.WebhookContract;
import dev.holdfast.domain.contract.WebhookRules;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InMemoryWebhooksTest extends WebhookContract implements InMemoryBackend {
  private final Stand stand = Stand.make();
  private final InMemoryWebhooks webhooks = new InMemoryWebhooks(stand.store());

  @Override
  public Stand stand() {
    return stand;
  }

  @Override
  public WebhookPort webhooks() {
    return webhooks;
  }

  @Override
  public DeliveryPort deliveries() {
    return webhooks;
  }

  @Test
  void without_a_key_no_webhook_is_made_and_nothing_is_taken() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    InMemoryWebhooks keyless = InMemoryWebhooks.withoutSecrets(stand.store());
    assertFalse(keyless.keepsSecrets());
    assertThrows(
        IllegalStateException.class,
        () -> keyless.create(workspace, "wh_a", WebhookRules.to(URL), SECRET));
    assertThrows(
        IllegalStateException.class, () -> keyless.rotate(workspace, webhook.key(), SECRET));
    assertEquals(List.of(), keyless.take(ONE, Set.of(), WebhookRules.ROOMY));
    assertEquals(1, take(ONE).size());
  }
}
