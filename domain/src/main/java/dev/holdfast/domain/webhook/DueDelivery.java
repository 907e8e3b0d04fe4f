package dev.holdfast.domain.webhook;

import dev.holdfast.domain.workspace.WorkspaceId;

/**
 * A delivery to be tried now.
 *
 * @param id the store's number; of one webhook, earlier ones have smaller numbers
 * @param target as it was when the delivery was taken
 * @param attempts how often it was tried before
 */
public record DueDelivery(
    long id,
    WorkspaceId workspace,
    WebhookId webhook,
    Target target,
    String lane,
    String body,
    int attempts) {
  DueDelivery to(Target other) {
    return new DueDelivery(id, workspace, webhook, other, lane, body, attempts);
  }
}
