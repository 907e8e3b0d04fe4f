package dev.holdfast.domain.webhook;

import java.time.Instant;
import java.util.Set;

/**
 * An enabled webhook, as far as it matters which entries it hears of.
 *
 * @param since the store's time of when it was made or enabled; earlier entries are not for it
 */
public record Subscription(WebhookId webhook, Set<WebhookEvent> events, Instant since) {
  public Subscription {
    events = Webhook.inOrder(events);
  }
}
