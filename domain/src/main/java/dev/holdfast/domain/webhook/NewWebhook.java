package dev.holdfast.domain.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A webhook to be made; see {@link Webhook} for the bounds. */
public record NewWebhook(String url, Set<WebhookEvent> events, @Nullable String description) {
  public NewWebhook {
    events = Webhook.inOrder(events);
  }
}
