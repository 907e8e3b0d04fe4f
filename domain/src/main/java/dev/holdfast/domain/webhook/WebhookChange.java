package dev.holdfast.domain.webhook;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different; what is empty stays. The secret stays in any case.
 *
 * @param description whether it changes, and to what
 */
public record WebhookChange(
    Optional<String> url,
    Optional<Set<WebhookEvent>> events,
    Optional<Boolean> enabled,
    Description description) {
  public WebhookChange {
    events = events.map(Webhook::inOrder);
  }

  /** Whether the description changes, and to what. */
  public sealed interface Description {
    /** It stays. */
    record Kept() implements Description {}

    /** It becomes this, or nothing. */
    record Becomes(@Nullable String text) implements Description {}
  }
}
