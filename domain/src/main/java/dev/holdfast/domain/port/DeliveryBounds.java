package dev.holdfast.domain.port;

import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.Room;
import java.util.List;

/** The bounds that {@link DeliveryPort} promises to hold callers to, for those who implement it. */
public final class DeliveryBounds {
  private static final int MOST = 1_000;
  private static final int MOST_PRUNED = 10_000;

  private DeliveryBounds() {}

  /** For {@link DeliveryPort#fanOut}. */
  public static void requireEntries(int limit) {
    require("entries", limit, 1, MOST);
  }

  /**
   * How many of the entries that were read make no more than {@link DeliveryPort#MOST_QUEUED}
   * deliveries.
   *
   * @param webhooks to which each may be delivered
   */
  public static int fannedOut(int entries, int webhooks) {
    int most = DeliveryPort.MOST_QUEUED / Math.max(1, webhooks);
    return Math.min(entries, Math.max(1, most));
  }

  /** For {@link DeliveryPort#take}. */
  public static void requireRoom(Room room) {
    require("deliveries of a webhook", room.perWebhook(), 1, Room.MOST);
    room.webhooks().values().forEach(most -> require("deliveries of a webhook", most, 0));
    require("deliveries of a workspace", room.perWorkspace(), 0);
    room.workspaces().values().forEach(most -> require("deliveries of a workspace", most, 0));
  }

  private static void require(String what, int limit, int least) {
    require(what, limit, least, Room.MOST);
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
