package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.DeliveryBounds;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Webhooks and their deliveries in memory: the executable reading of {@link WebhookPort} and {@link
 * DeliveryPort}. What is in memory is in nobody else's hands, so secrets are not encrypted.
 */
public final class InMemoryWebhooks implements WebhookPort, DeliveryPort {
  private static final WebhookChange NOTHING =
      new WebhookChange(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new WebhookChange.Description.Kept());

  private final InMemoryStore store;
  private final boolean keepsSecrets;

  public InMemoryWebhooks(InMemoryStore store) {
    this(store, true);
  }

  private InMemoryWebhooks(InMemoryStore store, boolean keepsSecrets) {
    this.store = store;
    this.keepsSecrets = keepsSecrets;
  }

  /** As a store without a key would be. */
  public static InMemoryWebhooks withoutSecrets(InMemoryStore store) {
    return new InMemoryWebhooks(store, false);
  }

  @Override
  public boolean keepsSecrets() {
    return keepsSecrets;
  }

  private void requireSecrets() {
    if (!keepsSecrets) {
      throw new IllegalStateException("no secrets are kept");
    }
  }

  @Override
  public Optional<Webhook> create(
      WorkspaceId workspace, String key, NewWebhook webhook, WebhookSecret secret) {
    requireSecrets();
    return store.atomically(() -> {
      store.companies.requireWorkspace(workspace);
      if (store.webhooks.isFull(workspace)) {
        return Optional.empty();
      }
      passOverUnheard(workspace);
      return Optional.of(
          store.webhooks.create(workspace, key, webhook, secret, store.now()).webhook);
    });
  }

  /** Nobody listened so far, and whoever does from now on is not to be told old things. */
  private void passOverUnheard(WorkspaceId workspace) {
    if (!store.webhooks.hasEnabled(workspace)) {
      store.marks.passOver(workspace);
    }
  }

  @Override
  public Optional<Webhook> find(WorkspaceId workspace, String key) {
    return webhook(workspace, key, row -> row.webhook);
  }

  private <T> Optional<T> webhook(
      WorkspaceId workspace, String key, Function<InMemoryWebhookTable.Row, T> use) {
    return store.atomically(() -> store.webhooks.find(workspace, key).map(use));
  }

  @Override
  public Page<Webhook> webhooks(WorkspaceId workspace, Page.Request page) {
    return store.atomically(() ->
        InMemoryCatalog.page(
            store.webhooks.of(workspace),
            InMemoryCatalog.newestFirst(Webhook::createdAt, Webhook::key),
            page));
  }

  @Override
  public Optional<Webhook> update(WorkspaceId workspace, String key, WebhookChange change) {
    return webhook(
        workspace,
        key,
        row -> {
          passOverUnheard(workspace);
          store.webhooks.update(row, change, store.now());
          return row.webhook;
        });
  }

  @Override
  public boolean delete(WorkspaceId workspace, String key) {
    return webhook(
            workspace,
            key,
            row -> {
              row.deletedAt = store.now();
              return row;
            })
        .isPresent();
  }

  @Override
  public Optional<Instant> rotate(WorkspaceId workspace, String key, WebhookSecret secret) {
    requireSecrets();
    return webhook(
        workspace,
        key,
        row -> {
          row.secret = secret;
          store.webhooks.update(row, NOTHING, store.now());
          return row.webhook.updatedAt();
        });
  }

  @Override
  public Optional<Page<Delivery>> deliveries(WorkspaceId workspace, String key, Page.Request page) {
    return store.atomically(() ->
        store
            .webhooks
            .findEver(workspace, key)
            .flatMap(row -> {
              Page<Delivery> found = store.deliveries.page(row.webhook.id(), page);
              return row.deletedAt != null && found.total() == 0
                  ? Optional.empty()
                  : Optional.of(found);
            }));
  }

  @Override
  public Optional<Delivery> queue(
      WorkspaceId workspace, String key, String delivery, WebhookEvent event, String body) {
    return webhook(workspace, key, row -> queue(row.webhook.id(), delivery, event, body));
  }

  private Delivery queue(WebhookId webhook, String key, WebhookEvent event, String body) {
    return store.deliveries.add(new NewDelivery(key, webhook, event, key, body), store.now());
  }

  @Override
  public ReplayAnswer replay(WorkspaceId workspace, String key, String delivery, String replay) {
    return webhook(workspace, key, row -> replay(row.webhook.id(), delivery, replay))
        .orElseGet(ReplayAnswer.NoSuchWebhook::new);
  }

  private ReplayAnswer replay(WebhookId webhook, String delivery, String replay) {
    Optional<InMemoryDeliveryTable.Row> found = store.deliveries.find(webhook, delivery);
    if (found.isEmpty()) {
      return new ReplayAnswer.NoSuchDelivery();
    }
    NewDelivery what = found.get().what();
    return new ReplayAnswer.Queued(queue(webhook, replay, what.event(), what.body()));
  }

  @Override
  public int fanOut(int limit, Function<Passage, List<NewDelivery>> deliveries) {
    DeliveryBounds.requireEntries(limit);
    Object reader = new Object();
    try {
      Optional<InMemoryMarks.Reading> reading =
          store.atomically(() -> store.marks.next(limit, reader));
      reading.ifPresent(each -> queue(each, deliveries.apply(each.passage())));
      return reading.map(each -> each.passage().entries().size()).orElse(0);
    } finally {
      store.unlockRows(reader);
    }
  }

  private void queue(InMemoryMarks.Reading reading, List<NewDelivery> deliveries) {
    store.atomically(() -> {
      if (reading.connection() != store.connection()) {
        throw new StoreFailure.Unavailable("the connection was lost", null);
      }
      store.deliveries.addAll(deliveries, store.now());
      store.marks.move(reading);
      return reading;
    });
  }

  @Override
  public List<DueDelivery> take(NodeId node, Set<Long> underWay, Room room) {
    DeliveryBounds.requireRoom(room);
    return store.atomically(
        () -> keepsSecrets ? store.deliveries.take(node, underWay, room, store.now()) : List.of());
  }

  @Override
  public Optional<Target> target(WebhookId webhook) {
    return store.atomically(() ->
        store
            .webhooks
            .look(webhook)
            .filter(row -> keepsSecrets && row.hears())
            .map(InMemoryWebhookTable.Row::target));
  }

  @Override
  public void record(List<Attempt> attempts) {
    DeliveryBounds.requireRecorded(attempts);
    store.atomically(() -> {
      attempts.forEach(each -> store.deliveries.record(each, store.now()));
      return attempts;
    });
  }

  @Override
  public int prune(int limit) {
    DeliveryBounds.requirePruned(limit);
    return store.atomically(() -> store.deliveries.prune(limit, store.now()));
  }
}
