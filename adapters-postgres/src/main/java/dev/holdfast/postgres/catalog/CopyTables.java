package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Copies of charts, within the caller's transaction. */
final class CopyTables {
  private CopyTables() {}

  static Optional<Chart> copy(
      Connection connection, WorkspaceId workspace, String key, String newKey, String newName)
      throws SQLException {
    Optional<Long> found;
    try (PreparedStatement lock = connection.prepareStatement(CopySql.LOCK)) {
      new Bindings(lock).number(workspace.value()).text(key);
      found = Rows.first(lock, row -> row.getLong(1));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Chart copy;
    try (PreparedStatement add = connection.prepareStatement(CopySql.CHART)) {
      new Bindings(add).text(newKey).text(newName).number(found.get());
      copy = Rows.first(add, ChartTables::chart).orElseThrow();
    }
    for (String sql : List.of(CopySql.LAYOUT, CopySql.OBJECTS)) {
      try (PreparedStatement published = connection.prepareStatement(sql)) {
        new Bindings(published).number(copy.id()).number(found.get());
        published.executeUpdate();
      }
    }
    return Optional.of(copy);
  }
}
