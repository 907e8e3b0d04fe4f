package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one node wants to take out of the queue; within the caller's transaction. */
record DueTables(ReadableSecrets secrets, NodeId node, Set<Long> underWay, Room room) {
  List<DueDelivery> take(Connection connection) throws SQLException {
    List<Long> kept = keep(connection);
    return kept.isEmpty() ? List.of() : due(connection, kept);
  }

  private List<Long> keep(Connection connection) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(CourierSql.KEEP)) {
      new Bindings(keep)
          .uuid(node.value())
          .seconds(DeliveryPort.LEASE)
          .uuid(node.value())
          .numbers(underWay, Long::longValue)
          .numbers(underWay, Long::longValue)
          .uuid(node.value())
          .text(secrets.keyName())
          .texts(secrets.unreadable(), sealed -> sealed)
          .numbers(full(room.webhooks()), WebhookId::value)
          .numbers(full(room.workspaces()), WorkspaceId::value)
          .integer(DeliveryPort.MOST_TAKEN);
      return Rows.list(keep, row -> row.getLong(1));
    }
  }

  private static <T> List<T> full(Map<T, Integer> most) {
    return most.entrySet().stream()
        .filter(each -> each.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** In a statement of its own: what the last keeper recorded before it let go is seen by it. */
  private List<DueDelivery> due(Connection connection, List<Long> kept) throws SQLException {
    List<WorkspaceId> shared = List.copyOf(room.workspaces().keySet());
    try (PreparedStatement due = connection.prepareStatement(CourierSql.DUE)) {
      new Bindings(due)
          .numbers(kept, Long::longValue)
          .integers(kept, webhook -> room.of(new WebhookId(webhook)))
          .text(secrets.keyName())
          .texts(secrets.unreadable(), sealed -> sealed)
          .numbers(underWay, Long::longValue)
          .numbers(shared, WorkspaceId::value)
          .integers(shared, room::of)
          .integer(room.perWorkspace())
          .integer(DeliveryPort.MOST_TAKEN);
      return Rows.list(due, this::due).stream().flatMap(Optional::stream).toList();
    }
  }

  private Optional<DueDelivery> due(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    WorkspaceId workspace = new WorkspaceId(row.getLong(2));
    WebhookId webhook = new WebhookId(row.getLong(3));
    String lane = Rows.text(row, 7);
    String body = Rows.text(row, 8);
    int attempts = row.getInt(9);
    return secrets
        .target(row, 4)
        .map(to -> new DueDelivery(id, workspace, webhook, to, lane, body, attempts));
  }
}
