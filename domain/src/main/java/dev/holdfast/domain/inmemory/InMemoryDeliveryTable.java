package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of deliveries. To be used under the store's mutex only. */
final class InMemoryDeliveryTable {
  private static final Comparator<Row> IN_ORDER =
      Comparator.<Row, Instant>comparing(row -> row.dueAt()).thenComparingLong(row -> row.id);

  /** One delivery; due while it is to be tried. */
  static final class Row {
    private final long id;
    private final NewDelivery what;
    private final Instant queuedAt;
    private DeliveryStatus status = DeliveryStatus.QUEUED;
    private int attempts;
    private @Nullable Instant due;
    private @Nullable Integer responseStatus;
    private @Nullable Long latencyMillis;
    private @Nullable Instant lastAttemptAt;

    private Row(long id, NewDelivery what, Instant now) {
      this.id = id;
      this.what = what;
      this.queuedAt = now;
      this.due = now;
    }

    NewDelivery what() {
      return what;
    }

    private Instant dueAt() {
      return Objects.requireNonNull(due);
    }
  }

  private final InMemoryWebhookTable webhooks;
  private final Map<Long, Row> rows = new TreeMap<>();
  private long last;

  InMemoryDeliveryTable(InMemoryWebhookTable webhooks) {
    this.webhooks = webhooks;
  }

  /** Queues all or none. */
  void addAll(List<NewDelivery> deliveries, Instant now) {
    deliveries.forEach(this::requireNew);
    deliveries.forEach(each -> add(each, now));
  }

  private void requireNew(NewDelivery delivery) {
    if (find(delivery.webhook(), delivery.key()).isPresent()) {
      throw new StoreFailure.Rejected("the webhook has a delivery of this key", null);
    }
  }

  Delivery add(NewDelivery delivery, Instant now) {
    requireNew(delivery);
    Row row = new Row(++last, delivery, now);
    rows.put(row.id, row);
    return seen(row);
  }

  /** As it is listed: what a deleted webhook was still to be told has failed. */
  private Delivery seen(Row row) {
    InMemoryWebhookTable.Row webhook = webhooks.get(row.what.webhook());
    boolean isLost = row.due != null && webhook.deletedAt != null;
    return new Delivery(
        row.what.key(),
        webhook.webhook.key(),
        row.what.event(),
        isLost ? DeliveryStatus.FAILED : row.status,
        row.attempts,
        row.responseStatus,
        row.latencyMillis,
        row.queuedAt,
        row.lastAttemptAt);
  }

  Optional<Row> find(WebhookId webhook, String key) {
    return of(webhook).filter(row -> row.what.key().equals(key)).findAny();
  }

  private Stream<Row> of(WebhookId webhook) {
    return rows.values().stream().filter(row -> row.what.webhook().equals(webhook));
  }

  Page<Delivery> page(WebhookId webhook, Page.Request page) {
    List<Row> all = new ArrayList<>(of(webhook).toList()).reversed();
    List<Delivery> items =
        all.stream().skip(page.offset()).limit(page.limit()).map(this::seen).toList();
    return new Page<>(items, all.size());
  }

  List<DueDelivery> take(NodeId node, Set<Long> underWay, Room room, Instant now) {
    List<Row> taken = new ArrayList<>();
    for (InMemoryWebhookTable.Row webhook : webhooks.all()) {
      WebhookId id = webhook.webhook.id();
      boolean mayHave = webhook.hears() && room.of(webhook.workspace) > 0;
      List<Row> due = mayHave ? due(id, underWay, room.of(id), now) : List.of();
      boolean isBusy = of(id).anyMatch(row -> underWay.contains(row.id));
      if ((isBusy || !due.isEmpty()) && webhook.keep(node, now)) {
        taken.addAll(due);
      }
    }
    Map<WorkspaceId, Integer> shares = new HashMap<>();
    return taken.stream()
        .sorted(IN_ORDER)
        .filter(row -> {
          WorkspaceId workspace = webhooks.get(row.what.webhook()).workspace;
          return shares.merge(workspace, 1, Integer::sum) <= room.of(workspace);
        })
        .limit(DeliveryPort.MOST_TAKEN)
        .map(this::due)
        .toList();
  }

  private List<Row> due(WebhookId webhook, Set<Long> underWay, int limit, Instant now) {
    return of(webhook)
        .filter(row -> row.due != null && !row.due.isAfter(now) && !underWay.contains(row.id))
        .sorted(IN_ORDER)
        .limit(limit)
        .toList();
  }

  private DueDelivery due(Row row) {
    InMemoryWebhookTable.Row webhook = webhooks.get(row.what.webhook());
    return new DueDelivery(
        row.id,
        webhook.workspace,
        row.what.webhook(),
        webhook.target(),
        row.what.lane(),
        row.what.body(),
        row.attempts);
  }

  void record(Attempt attempt, Instant now) {
    Row row = rows.get(attempt.delivery());
    if (row == null || row.attempts >= attempt.number() || row.status == DeliveryStatus.SUCCESS) {
      return;
    }
    row.attempts = attempt.number();
    row.responseStatus = attempt.responseStatus();
    row.latencyMillis = attempt.latency().toMillis();
    row.lastAttemptAt = now;
    switch (attempt.next()) {
      case Attempt.Next.Delivered _ -> end(row, DeliveryStatus.SUCCESS);
      case Attempt.Next.GivenUp _ -> end(row, DeliveryStatus.FAILED);
      case Attempt.Next.Again again -> {
        row.status = DeliveryStatus.RETRYING;
        row.due = now.plus(again.pause());
      }
    }
  }

  private static void end(Row row, DeliveryStatus status) {
    row.status = status;
    row.due = null;
  }

  int prune(int limit, Instant now) {
    Instant before = now.minus(DeliveryPort.RECORDED);
    List<Row> old = rows.values().stream().filter(row -> isOver(row, before)).limit(limit).toList();
    old.forEach(row -> rows.remove(row.id));
    webhooks.all().stream()
        .filter(row -> isGone(row, before) && of(row.webhook.id()).findAny().isEmpty())
        .toList()
        .forEach(row -> webhooks.remove(row.webhook.id()));
    return old.size();
  }

  private boolean isOver(Row row, Instant before) {
    return row.due == null
        ? row.queuedAt.isBefore(before)
        : isGone(webhooks.get(row.what.webhook()), before);
  }

  private static boolean isGone(InMemoryWebhookTable.Row webhook, Instant before) {
    return webhook.deletedAt != null && webhook.deletedAt.isBefore(before);
  }
}
