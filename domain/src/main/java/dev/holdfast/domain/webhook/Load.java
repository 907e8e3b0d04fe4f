package dev.holdfast.domain.webhook;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a courier has under way, and of whom it has room for more. Nobody can fill it: not a webhook
 * that answers late or never, not a workspace, and not many of them either, since the last room is
 * for those that have nothing under way.
 *
 * <p>To be used by one thread at a time.
 */
final class Load {
  private record Owner(WebhookId webhook, WorkspaceId workspace) {}

  private final CourierLimits limits;
  private final Map<Long, Owner> underWay = new HashMap<>();
  private final Map<WebhookId, Integer> webhooks = new HashMap<>();
  private final Map<WorkspaceId, Integer> workspaces = new HashMap<>();

  /** Attempts in a row that were in vain or slow, where the last one was. */
  private final Map<WebhookId, Integer> trouble = new HashMap<>();

  Load(CourierLimits limits) {
    this.limits = limits;
  }

  int size() {
    return underWay.size();
  }

  /** Numbers of what is under way. */
  Set<Long> numbers() {
    return Set.copyOf(underWay.keySet());
  }

  /** False when it is under way already, or there is no room for it. */
  boolean add(DueDelivery due) {
    boolean fits = size() < limits.total() && room(due.workspace()) > 0;
    Owner owner = new Owner(due.webhook(), due.workspace());
    if (!fits || underWay.putIfAbsent(due.id(), owner) != null) {
      return false;
    }
    webhooks.merge(owner.webhook, 1, Integer::sum);
    workspaces.merge(owner.workspace, 1, Integer::sum);
    return true;
  }

  void remove(long delivery) {
    Owner owner = underWay.remove(delivery);
    if (owner != null) {
      webhooks.computeIfPresent(owner.webhook, (_, count) -> count > 1 ? count - 1 : null);
      workspaces.computeIfPresent(owner.workspace, (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  /** An attempt has ended. */
  void ended(WebhookId webhook, boolean delivered, Duration latency) {
    if (delivered && latency.compareTo(limits.slow()) < 0) {
      trouble.remove(webhook);
    } else {
      trouble.merge(webhook, 1, Integer::sum);
    }
  }

  /** Of whom there is room for how many. */
  Room room() {
    int most = isNearlyFull() ? 1 : limits.perWebhook();
    Map<WebhookId, Integer> exceptions = new HashMap<>();
    webhooks.keySet().forEach(each -> exceptions.put(each, room(each)));
    trouble.keySet().forEach(each -> exceptions.put(each, room(each)));
    Map<WorkspaceId, Integer> shares = new HashMap<>();
    workspaces.keySet().forEach(each -> shares.put(each, room(each)));
    return new Room(most, exceptions, share(), shares);
  }

  private int room(WebhookId webhook) {
    boolean isTroubled = trouble.getOrDefault(webhook, 0) >= limits.troubledAfter();
    int usual = isTroubled ? limits.perTroubled() : limits.perWebhook();
    int most = isNearlyFull() ? 1 : usual;
    return Math.max(0, most - webhooks.getOrDefault(webhook, 0));
  }

  private int room(WorkspaceId workspace) {
    return Math.max(0, share() - workspaces.getOrDefault(workspace, 0));
  }

  private int share() {
    return isNearlyFull() ? 1 : limits.perWorkspace();
  }

  private boolean isNearlyFull() {
    return size() > limits.total() - limits.perWebhook();
  }
}
