package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.port.CatalogPort.DeleteAnswer;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.TagAnswer;
import dev.holdfast.domain.port.Page;
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

/** Charts and their drafts in their table; each call within the caller's transaction. */
final class ChartTables {
  private ChartTables() {}

  static Chart create(
      Connection connection,
      WorkspaceId workspace,
      String key,
      String name,
      String notation,
      String draft)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ChartSql.ADD)) {
      new Bindings(add).number(workspace.value()).text(key).text(name).text(notation).text(draft);
      return Rows.first(add, ChartTables::chart).orElseThrow();
    }
  }

  static Optional<Chart> find(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    return one(connection, ChartSql.FIND, workspace, key);
  }

  static Page<Chart> page(Connection connection, WorkspaceId workspace, Page.Request page)
      throws SQLException {
    List<Chart> items;
    try (PreparedStatement list = connection.prepareStatement(ChartSql.PAGE)) {
      new Bindings(list).number(workspace.value()).integer(page.limit()).number(page.offset());
      items = Rows.list(list, ChartTables::chart);
    }
    try (PreparedStatement count = connection.prepareStatement(ChartSql.COUNT)) {
      new Bindings(count).number(workspace.value());
      return new Page<>(items, Rows.first(count, row -> row.getLong(1)).orElseThrow());
    }
  }

  static Optional<Chart> update(
      Connection connection,
      WorkspaceId workspace,
      String key,
      @Nullable String name,
      @Nullable NewDraft draft)
      throws SQLException {
    if (draft != null) {
      try (PreparedStatement redraw = connection.prepareStatement(ChartSql.REDRAW)) {
        new Bindings(redraw)
            .text(name)
            .text(draft.notation())
            .text(draft.text())
            .number(workspace.value())
            .text(key);
        return Rows.first(redraw, ChartTables::chart);
      }
    }
    if (name == null) {
      return find(connection, workspace, key);
    }
    try (PreparedStatement rename = connection.prepareStatement(ChartSql.RENAME)) {
      new Bindings(rename).text(name).number(workspace.value()).text(key);
      return Rows.first(rename, ChartTables::chart);
    }
  }

  static Optional<StoredLayout> draft(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    try (PreparedStatement draft = connection.prepareStatement(ChartSql.DRAFT)) {
      new Bindings(draft).number(workspace.value()).text(key);
      return Rows.first(draft, ChartTables::layout);
    }
  }

  static Optional<Chart> unpublish(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    Optional<Chart> changed = one(connection, ChartSql.UNPUBLISH, workspace, key);
    if (changed.isEmpty()) {
      return find(connection, workspace, key);
    }
    PlanTables.clear(connection, changed.get().id());
    return changed;
  }

  static DeleteAnswer delete(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    Optional<Long> chart;
    try (PreparedStatement lock = connection.prepareStatement(ChartSql.LOCK_TO_DELETE)) {
      new Bindings(lock).number(workspace.value()).text(key);
      chart = Rows.first(lock, row -> row.getLong(1));
    }
    if (chart.isEmpty()) {
      return DeleteAnswer.NO_SUCH_CHART;
    }
    if (isUsed(connection, chart.get())) {
      return DeleteAnswer.IN_USE;
    }
    PlanTables.clear(connection, chart.get());
    try (PreparedStatement delete = connection.prepareStatement(ChartSql.DELETE)) {
      new Bindings(delete).number(chart.get());
      delete.executeUpdate();
    }
    return DeleteAnswer.DELETED;
  }

  /** Whether an event sells the chart, whose row is locked. */
  static boolean isUsed(Connection connection, long chart) throws SQLException {
    try (PreparedStatement use = connection.prepareStatement(ChartSql.IN_USE)) {
      new Bindings(use).number(chart);
      return Rows.first(use, row -> row.getInt(1)).isPresent();
    }
  }

  /** The chart, which stays as it is until the end of the transaction. */
  static Optional<Chart> lock(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    return one(connection, ChartSql.LOCK_TO_CHANGE, workspace, key);
  }

  static TagAnswer changeTags(
      Connection connection, WorkspaceId workspace, String key, TagChange change)
      throws SQLException {
    Optional<Chart> found = lock(connection, workspace, key);
    if (found.isEmpty()) {
      return new TagAnswer.NoSuchChart();
    }
    Chart chart = found.get();
    List<String> tags = change.applyTo(chart.tags());
    if (tags.size() > TagChange.MAX_TAGS) {
      return new TagAnswer.TooMany();
    }
    if (tags.equals(chart.tags())) {
      return new TagAnswer.Changed(chart);
    }
    try (PreparedStatement retag = connection.prepareStatement(ChartSql.RETAG)) {
      new Bindings(retag).texts(tags, tag -> tag).number(chart.id());
      return new TagAnswer.Changed(Rows.first(retag, ChartTables::chart).orElseThrow());
    }
  }

  private static Optional<Chart> one(
      Connection connection, String sql, WorkspaceId workspace, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      new Bindings(statement).number(workspace.value()).text(key);
      return Rows.first(statement, ChartTables::chart);
    }
  }

  static Chart chart(ResultSet row) throws SQLException {
    int published = row.getInt(5);
    return new Chart(
        row.getLong(1),
        Rows.text(row, 2),
        Rows.text(row, 3),
        row.getInt(4),
        published == 0 ? null : published,
        Rows.instant(row, 6),
        Rows.instant(row, 7),
        Rows.instantOrNull(row, 8),
        Rows.texts(row, 9));
  }

  static StoredLayout layout(ResultSet row) throws SQLException {
    return new StoredLayout(Rows.text(row, 1), row.getInt(2), Rows.text(row, 3), Rows.text(row, 4));
  }
}
