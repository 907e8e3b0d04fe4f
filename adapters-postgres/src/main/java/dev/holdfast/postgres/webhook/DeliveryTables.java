package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.WebhookPort.ReplayAnswer;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries in their table; each call within the caller's transaction. */
final class DeliveryTables {
  /** Rows that go over in one statement: bodies may be large. */
  private static final int ROWS = 500;

  private record Known(long webhook, boolean deleted) {}

  private record Said(@Nullable String event, @Nullable String body) {}

  private DeliveryTables() {}

  static void queue(Connection connection, List<NewDelivery> deliveries) throws SQLException {
    try (PreparedStatement queue = connection.prepareStatement(DeliverySql.QUEUE_ALL)) {
      for (int from = 0; from < deliveries.size(); from += ROWS) {
        List<NewDelivery> some = deliveries.subList(from, Math.min(from + ROWS, deliveries.size()));
        new Bindings(queue)
            .texts(some, NewDelivery::key)
            .numbers(some, each -> each.webhook().value())
            .texts(some, each -> each.event().word())
            .texts(some, NewDelivery::lane)
            .texts(some, NewDelivery::body);
        queue.executeUpdate();
      }
    }
  }

  /** Queues one in a lane of its own. */
  static Optional<Delivery> queue(
      Connection connection,
      WorkspaceId workspace,
      String webhook,
      String delivery,
      WebhookEvent event,
      String body)
      throws SQLException {
    try (PreparedStatement queue = connection.prepareStatement(DeliverySql.QUEUE)) {
      new Bindings(queue)
          .text(delivery)
          .text(event.word())
          .text(delivery)
          .text(body)
          .number(workspace.value())
          .text(webhook);
      return Rows.first(queue, DeliveryTables::delivery);
    }
  }

  static ReplayAnswer replay(
      Connection connection, WorkspaceId workspace, String webhook, String delivery, String replay)
      throws SQLException {
    Optional<Said> said;
    try (PreparedStatement find = connection.prepareStatement(DeliverySql.SAID)) {
      new Bindings(find).text(delivery).number(workspace.value()).text(webhook);
      said = Rows.first(find, row -> new Said(row.getString(1), row.getString(2)));
    }
    if (said.isEmpty()) {
      return new ReplayAnswer.NoSuchWebhook();
    }
    String event = said.get().event;
    String body = said.get().body;
    if (event == null || body == null) {
      return new ReplayAnswer.NoSuchDelivery();
    }
    Optional<Delivery> queued = queue(connection, workspace, webhook, replay, event(event), body);
    return queued.isEmpty()
        ? new ReplayAnswer.NoSuchWebhook()
        : new ReplayAnswer.Queued(queued.get());
  }

  static Optional<Page<Delivery>> page(
      Connection connection, WorkspaceId workspace, String webhook, Page.Request page)
      throws SQLException {
    Optional<Known> known;
    try (PreparedStatement find = connection.prepareStatement(DeliverySql.WEBHOOK)) {
      new Bindings(find).number(workspace.value()).text(webhook);
      known = Rows.first(find, row -> new Known(row.getLong(1), row.getBoolean(2)));
    }
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Page<Delivery> found = page(connection, known.get().webhook, page);
    return known.get().deleted && found.total() == 0 ? Optional.empty() : Optional.of(found);
  }

  private static Page<Delivery> page(Connection connection, long webhook, Page.Request page)
      throws SQLException {
    List<Delivery> items;
    try (PreparedStatement list = connection.prepareStatement(DeliverySql.PAGE)) {
      new Bindings(list).number(webhook).integer(page.limit()).number(page.offset());
      items = Rows.list(list, DeliveryTables::delivery);
    }
    try (PreparedStatement count = connection.prepareStatement(DeliverySql.COUNT)) {
      new Bindings(count).number(webhook);
      return new Page<>(items, Rows.first(count, row -> row.getLong(1)).orElseThrow());
    }
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        Rows.text(row, 1),
        Rows.text(row, 2),
        event(Rows.text(row, 3)),
        DeliveryStatus.ofWord(Rows.text(row, 4)),
        row.getInt(5),
        row.getObject(6, Integer.class),
        row.getObject(7, Long.class),
        Rows.instant(row, 8),
        Rows.instantOrNull(row, 9));
  }

  private static WebhookEvent event(String word) {
    return WebhookEvent.ofWord(word)
        .orElseThrow(() -> new IllegalStateException("an event of no kind: " + word));
  }
}
