package dev.holdfast.domain.webhook;

import java.time.Duration;

/**
 * How much a node sends at once.
 *
 * @param perWebhook deliveries of one webhook under way, waiting for their lane included
 * @param perTroubled the same for a webhook whose last attempts were all in vain or slow
 * @param perWorkspace the same for all webhooks of one workspace
 * @param total over all webhooks; the last {@code perWebhook} of them are for workspaces that have
 *     nothing under way
 * @param troubledAfter attempts in a row, in vain or slow, that make a webhook a troubled one
 * @param slow from when on an attempt counts as trouble, whatever the answer: who answers late
 *     takes as much from the others as who does not
 */
public record CourierLimits(
    int perWebhook,
    int perTroubled,
    int perWorkspace,
    int total,
    int troubledAfter,
    Duration slow) {
  /** For one node. */
  public static final CourierLimits STANDARD =
      new CourierLimits(64, 4, 512, 2_048, 8, Duration.ofSeconds(5));

  public CourierLimits {
    if (perTroubled < 1
        || perWebhook < perTroubled
        || perWorkspace < perWebhook
        || total < perWorkspace
        || perWorkspace > Room.MOST
        || troubledAfter < 1
        || slow.isNegative()) {
      throw new IllegalArgumentException("the limits contradict each other");
    }
  }
}
