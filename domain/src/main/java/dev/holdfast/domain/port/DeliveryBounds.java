package dev.holdfast.domain.port;

import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.WebhookId;
import java.util.List;
import java.util.Map;

/** The bounds that {@link DeliveryPort} promises to hold callers to, for those who implement it. */
public final class DeliveryBounds {
  private static final int MOST = 1_000;
  private static final int MOST_PRUNED = 10_000;

  private DeliveryBounds() {}

  /** For {@link DeliveryPort#fanOut}. */
  public static void requireEntries(int limit) {
    require("entries", limit, 1, MOST);
  }

  /** For {@link DeliveryPort#take}. */
  public static void requireTaken(int perWebhook, Map<WebhookId, Integer> exceptions) {
    require("deliveries of a webhook", perWebhook, 1, MOST);
    exceptions.values().forEach(limit -> require("deliveries of a webhook", limit, 0, MOST));
  }

  /** For {@link DeliveryPort#record}. */
  public static void requireRecorded(List<Attempt> attempts) {
    require("attempts", attempts.size(), 0, MOST);
  }

  /** For {@link DeliveryPort#prune}. */
  public static void requirePruned(int limit) {
    require("deliveries", limit, 1, MOST_PRUNED);
  }

  private static void require(String what, int limit, int least, int most) {
    if (limit < least || limit > most) {
      throw new IllegalArgumentException(
          "%d %s are not %d to %d".formatted(limit, what, least, most));
    }
  }
}
