package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one node wants to take out of the queue; within the caller's transaction. */
record DueTables(
    SecretBox secrets,
    NodeId node,
    Set<Long> underWay,
    int perWebhook,
    Map<WebhookId, Integer> exceptions) {
  List<DueDelivery> take(Connection connection) throws SQLException {
    List<Long> kept = keep(connection);
    return kept.isEmpty() ? List.of() : due(connection, kept);
  }

  private List<Long> keep(Connection connection) throws SQLException {
    List<WebhookId> full =
        exceptions.keySet().stream().filter(webhook -> limit(webhook) == 0).toList();
    try (PreparedStatement keep = connection.prepareStatement(CourierSql.KEEP)) {
      new Bindings(keep)
          .uuid(node.value())
          .seconds(DeliveryPort.LEASE)
          .uuid(node.value())
          .numbers(underWay, Long::longValue)
          .numbers(underWay, Long::longValue)
          .uuid(node.value())
          .text(secrets.keyName())
          .numbers(full, WebhookId::value)
          .integer(DeliveryPort.MOST_TAKEN);
      return Rows.list(keep, row -> row.getLong(1));
    }
  }

  private int limit(WebhookId webhook) {
    return exceptions.getOrDefault(webhook, perWebhook);
  }

  /** In a statement of its own: what the last keeper recorded before it let go is seen by it. */
  private List<DueDelivery> due(Connection connection, List<Long> kept) throws SQLException {
    try (PreparedStatement due = connection.prepareStatement(CourierSql.DUE)) {
      new Bindings(due)
          .numbers(kept, Long::longValue)
          .integers(kept, webhook -> limit(new WebhookId(webhook)))
          .text(secrets.keyName())
          .numbers(underWay, Long::longValue)
          .integer(DeliveryPort.MOST_TAKEN);
      return Rows.list(due, this::due);
    }
  }

  private DueDelivery due(ResultSet row) throws SQLException {
    return new DueDelivery(
        row.getLong(1),
        new WebhookId(row.getLong(2)),
        Rows.text(row, 4),
        new WebhookSecret(secrets.open(Rows.text(row, 5), Rows.text(row, 3))),
        Rows.text(row, 6),
        Rows.text(row, 7),
        row.getInt(8));
  }
}
