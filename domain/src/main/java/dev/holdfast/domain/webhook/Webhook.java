package dev.holdfast.domain.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear (v1, section 10). Its secret is not part of it: that is told once.
 *
 * @param key what the outside calls it, unique in its workspace
 * @param url where to, at most 2,048 characters
 * @param events of what, at least one, in the order of {@link WebhookEvent}
 * @param description at most 255 characters
 * @param enabled while it is not, nothing is sent and what happens is not kept for it
 */
public record Webhook(
    WebhookId id,
    String key,
    String url,
    Set<WebhookEvent> events,
    @Nullable String description,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt) {
  public Webhook {
    events = inOrder(events);
  }

  static Set<WebhookEvent> inOrder(Set<WebhookEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a webhook subscribes to something");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(events));
  }
}
