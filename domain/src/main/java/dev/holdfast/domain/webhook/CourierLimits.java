package dev.holdfast.domain.webhook;

/**
 * How much a node sends at once.
 *
 * @param perWebhook deliveries of one webhook under way, waiting for their lane included
 * @param perTroubled the same for a webhook whose last attempts were all in vain
 * @param total over all webhooks
 * @param troubledAfter attempts in vain in a row that make a webhook a troubled one
 */
public record CourierLimits(int perWebhook, int perTroubled, int total, int troubledAfter) {
  /** For one node. */
  public static final CourierLimits STANDARD = new CourierLimits(64, 4, 2_048, 8);

  public CourierLimits {
    if (perTroubled < 1 || perWebhook < perTroubled || total < perWebhook || troubledAfter < 1) {
      throw new IllegalArgumentException("the limits contradict each other");
    }
  }
}
