package dev.holdfast.domain.webhook;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Map;

/**
 * How many deliveries more a node can have under way; each number is 0 to 1,000.
 *
 * @param perWebhook of one webhook
 * @param webhooks of those of which it is another number
 * @param perWorkspace of all webhooks of one workspace
 * @param workspaces of those of which it is another number
 */
public record Room(
    int perWebhook,
    Map<WebhookId, Integer> webhooks,
    int perWorkspace,
    Map<WorkspaceId, Integer> workspaces) {
  /** Most of anything. */
  public static final int MOST = 1_000;

  public Room {
    webhooks = Map.copyOf(webhooks);
    workspaces = Map.copyOf(workspaces);
  }

  /** Room that workspaces do not have to share. */
  public Room(int perWebhook, Map<WebhookId, Integer> webhooks) {
    this(perWebhook, webhooks, MOST, Map.of());
  }

  /** For one webhook. */
  public int of(WebhookId webhook) {
    return webhooks.getOrDefault(webhook, perWebhook);
  }

  /** For all webhooks of a workspace. */
  public int of(WorkspaceId workspace) {
    return workspaces.getOrDefault(workspace, perWorkspace);
  }
}
