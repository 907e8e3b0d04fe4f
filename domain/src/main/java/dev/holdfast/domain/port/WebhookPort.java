package dev.holdfast.domain.port;

import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * The webhooks of workspaces and the record of their deliveries. Secrets are encrypted at rest.
 *
 * <p>Every question names its workspace: another workspace's webhooks do not exist for it (I12).
 * Trouble is a {@link StoreFailure}; empty means "there is none".
 */
public interface WebhookPort {
  /** Most webhooks of a workspace, disabled ones included. */
  int MOST_WEBHOOKS = 50;

  /** Whether there is a key to encrypt secrets with; without it no webhook can be made. */
  boolean keepsSecrets();

  /**
   * Stores a webhook, enabled; it hears of what happens from now on.
   *
   * @return empty when the workspace has {@link #MOST_WEBHOOKS} already
   * @throws IllegalStateException when no secrets are kept
   * @throws StoreFailure.Rejected when the workspace has, or lately had, a webhook of this key, or
   *     when there is no such workspace
   */
  Optional<Webhook> create(
      WorkspaceId workspace, String key, NewWebhook webhook, WebhookSecret secret);

  Optional<Webhook> find(WorkspaceId workspace, String key);

  /** Newest first; those made at the same instant ascending by key. */
  Page<Webhook> webhooks(WorkspaceId workspace, Page.Request page);

  /**
   * Changes a webhook. While it is disabled, what is queued for it waits and what happens is not
   * queued; enabled again, it hears of what happens from then on.
   */
  Optional<Webhook> update(WorkspaceId workspace, String key, WebhookChange change);

  /**
   * Deletes a webhook; what is still queued for it has failed. The record of its deliveries stays.
   *
   * @return whether there was one
   */
  boolean delete(WorkspaceId workspace, String key);

  /**
   * Gives a webhook another secret; attempts that begin afterwards are signed with it.
   *
   * @return when; empty when there is no such webhook
   * @throws IllegalStateException when no secrets are kept
   */
  Optional<Instant> rotate(WorkspaceId workspace, String key, WebhookSecret secret);

  /**
   * The deliveries to a webhook, also to a deleted one, last queued first.
   *
   * @return empty when there never was such a webhook, or it was deleted and nothing is recorded
   */
  Optional<Page<Delivery>> deliveries(WorkspaceId workspace, String key, Page.Request page);

  /**
   * Queues something for one webhook alone, in a lane of its own.
   *
   * @param delivery its key
   * @return empty when there is no such webhook
   */
  Optional<Delivery> queue(
      WorkspaceId workspace, String key, String delivery, WebhookEvent event, String body);

  /**
   * Queues a recorded delivery's body once more, as a delivery of its own in a lane of its own.
   *
   * @param replay the new delivery's key
   */
  ReplayAnswer replay(WorkspaceId workspace, String key, String delivery, String replay);

  /** What came of a replay. */
  sealed interface ReplayAnswer {
    record Queued(Delivery delivery) implements ReplayAnswer {}

    record NoSuchWebhook() implements ReplayAnswer {}

    record NoSuchDelivery() implements ReplayAnswer {}
  }
}
