package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Subscription;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of webhooks, deleted ones included. To be used under the store's mutex only. */
final class InMemoryWebhookTable {
  /** One webhook, and which node keeps it to itself. */
  static final class Row {
    final WorkspaceId workspace;
    Webhook webhook;
    WebhookSecret secret;
    Instant since;
    @Nullable Instant deletedAt;
    private @Nullable NodeId keeper;
    private Instant keptUntil = Instant.MIN;

    private Row(WorkspaceId workspace, Webhook webhook, WebhookSecret secret) {
      this.workspace = workspace;
      this.webhook = webhook;
      this.secret = secret;
      this.since = webhook.createdAt();
    }

    boolean hears() {
      return webhook.enabled() && deletedAt == null;
    }

    Target target() {
      return new Target(webhook.url(), secret);
    }

    /** Whether the node may keep it, and from now on does. */
    boolean keep(NodeId node, Instant now) {
      if (!node.equals(keeper) && now.isBefore(keptUntil)) {
        return false;
      }
      keeper = node;
      keptUntil = now.plus(DeliveryPort.LEASE);
      return true;
    }
  }

  private final Map<Long, Row> rows = new TreeMap<>();
  private long last;

  Row create(
      WorkspaceId workspace, String key, NewWebhook wanted, WebhookSecret secret, Instant now) {
    if (findEver(workspace, key).isPresent()) {
      throw new StoreFailure.Rejected("the workspace has a webhook of this key", null);
    }
    WebhookId id = new WebhookId(++last);
    Webhook webhook =
        new Webhook(id, key, wanted.url(), wanted.events(), wanted.description(), true, now, now);
    Row row = new Row(workspace, webhook, secret);
    rows.put(id.value(), row);
    return row;
  }

  /** The webhook of a key, deleted or not. */
  Optional<Row> findEver(WorkspaceId workspace, String key) {
    return rows.values().stream()
        .filter(row -> row.workspace.equals(workspace) && row.webhook.key().equals(key))
        .findAny();
  }

  Optional<Row> find(WorkspaceId workspace, String key) {
    return findEver(workspace, key).filter(row -> row.deletedAt == null);
  }

  Optional<Row> look(WebhookId id) {
    return Optional.ofNullable(rows.get(id.value()));
  }

  Row get(WebhookId id) {
    return Objects.requireNonNull(rows.get(id.value()), "a delivery's webhook");
  }

  Collection<Row> all() {
    return rows.values();
  }

  Stream<Webhook> of(WorkspaceId workspace) {
    return rows.values().stream()
        .filter(row -> row.workspace.equals(workspace) && row.deletedAt == null)
        .map(row -> row.webhook);
  }

  boolean isFull(WorkspaceId workspace) {
    return of(workspace).count() >= WebhookPort.MOST_WEBHOOKS;
  }

  boolean hasEnabled(WorkspaceId workspace) {
    return !subscriptions(workspace).isEmpty();
  }

  List<Subscription> subscriptions(WorkspaceId workspace) {
    return rows.values().stream()
        .filter(row -> row.workspace.equals(workspace) && row.hears())
        .map(row -> new Subscription(row.webhook.id(), row.webhook.events(), row.since))
        .toList();
  }

  void update(Row row, WebhookChange change, Instant now) {
    Webhook was = row.webhook;
    if (!was.enabled() && change.enabled().orElse(false)) {
      row.since = now;
    }
    row.webhook =
        new Webhook(
            was.id(),
            was.key(),
            change.url().orElse(was.url()),
            change.events().orElse(was.events()),
            switch (change.description()) {
              case WebhookChange.Description.Kept _ -> was.description();
              case WebhookChange.Description.Becomes(@Nullable String text) -> text;
            },
            change.enabled().orElse(was.enabled()),
            was.createdAt(),
            now);
  }

  void remove(WebhookId id) {
    rows.remove(id.value());
  }
}
