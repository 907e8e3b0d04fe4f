package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.DrawingPort.ChartFilter;
import dev.holdfast.domain.port.DrawingPort.RedrawAnswer;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
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

/** Charts that are published from the beginning; each call within the caller's transaction. */
final class DrawingTables {
  private DrawingTables() {}

  static Optional<Chart> create(
      Connection connection,
      WorkspaceId workspace,
      String key,
      String name,
      NewDraft draft,
      SeatingPlan plan)
      throws SQLException {
    Optional<Long> added;
    try (PreparedStatement add = connection.prepareStatement(DrawingSql.ADD_UNLESS_TAKEN)) {
      new Bindings(add)
          .number(workspace.value())
          .text(key)
          .text(name)
          .text(draft.notation())
          .text(draft.text());
      added = Rows.first(add, row -> row.getLong(1));
    }
    return added.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlanTables.publish(connection, new PlanTables.Locked(added.get(), 1, 1), plan).chart());
  }

  static Optional<StagedChart> find(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(DrawingSql.FIND)) {
      new Bindings(find).number(workspace.value()).text(key);
      return Rows.first(find, DrawingTables::staged);
    }
  }

  private static StagedChart staged(ResultSet row) throws SQLException {
    return new StagedChart(ChartTables.chart(row), row.getBoolean(10), row.getBoolean(11));
  }

  /** One row more than asked for says whether there is more; the other side is asked for it. */
  static Slice<StagedChart> slice(
      Connection connection, WorkspaceId workspace, ChartFilter filter, Slice.Request slice)
      throws SQLException {
    int limit = slice.limit();
    Listing listing = new Listing(connection, workspace, filter);
    return switch (slice.beside()) {
      case Beside.Beginning() -> {
        List<StagedChart> found = listing.of(DrawingSql.NEWEST, null, limit + 1);
        yield new Slice<>(found.stream().limit(limit).toList(), false, found.size() > limit);
      }
      case Beside.After(long id) -> {
        List<StagedChart> found = listing.of(DrawingSql.BELOW, id, limit + 1);
        boolean earlier = !listing.of(DrawingSql.ABOVE, id - 1, 1).isEmpty();
        yield new Slice<>(found.stream().limit(limit).toList(), earlier, found.size() > limit);
      }
      case Beside.Before(long id) -> {
        List<StagedChart> found = listing.of(DrawingSql.ABOVE, id, limit + 1);
        boolean later = !listing.of(DrawingSql.BELOW, id + 1, 1).isEmpty();
        List<StagedChart> newestFirst = found.stream().limit(limit).toList().reversed();
        yield new Slice<>(newestFirst, found.size() > limit, later);
      }
    };
  }

  private record Listing(Connection connection, WorkspaceId workspace, ChartFilter filter) {
    /**
     * Some charts.
     *
     * @param beside null: the statement has no such bound
     */
    List<StagedChart> of(String sql, @Nullable Long beside, int limit) throws SQLException {
      try (PreparedStatement list = connection.prepareStatement(sql)) {
        Bindings bindings =
            new Bindings(list)
                .number(workspace.value())
                .text(filter.named())
                .text(filter.named())
                .text(filter.tag())
                .text(filter.tag());
        (beside == null ? bindings : bindings.number(beside)).integer(limit);
        return Rows.list(list, DrawingTables::staged);
      }
    }
  }

  static List<String> tags(Connection connection, WorkspaceId workspace) throws SQLException {
    try (PreparedStatement tags = connection.prepareStatement(DrawingSql.TAGS)) {
      new Bindings(tags).number(workspace.value());
      return Rows.list(tags, row -> Rows.text(row, 1));
    }
  }

  static RedrawAnswer redraw(
      Connection connection,
      WorkspaceId workspace,
      String key,
      int draftVersion,
      @Nullable String name,
      NewDraft draft,
      SeatingPlan plan)
      throws SQLException {
    Optional<PlanTables.Locked> locked = PlanTables.lock(connection, workspace, key);
    if (locked.isEmpty()) {
      return new RedrawAnswer.NoSuchChart();
    }
    if (locked.get().draftVersion() != draftVersion) {
      return new RedrawAnswer.Moved();
    }
    ChartTables.update(connection, workspace, key, name, draft);
    if (!ChartTables.isUsed(connection, locked.get().chart())) {
      PlanTables.publish(connection, locked.get(), plan);
    }
    return new RedrawAnswer.Redrawn(find(connection, workspace, key).orElseThrow());
  }

  static RedrawAnswer discard(
      Connection connection,
      WorkspaceId workspace,
      String key,
      int publishedVersion,
      @Nullable String name)
      throws SQLException {
    Optional<Chart> locked = ChartTables.lock(connection, workspace, key);
    if (locked.isEmpty()) {
      return new RedrawAnswer.NoSuchChart();
    }
    Integer published = locked.get().publishedVersion();
    if (published == null || published != publishedVersion) {
      return new RedrawAnswer.Moved();
    }
    try (PreparedStatement discard = connection.prepareStatement(DrawingSql.DISCARD)) {
      new Bindings(discard).text(name).number(locked.get().id());
      discard.executeUpdate();
    }
    try (PreparedStatement mark = connection.prepareStatement(DrawingSql.IS_DRAFT)) {
      new Bindings(mark).number(locked.get().id());
      mark.executeUpdate();
    }
    return new RedrawAnswer.Redrawn(find(connection, workspace, key).orElseThrow());
  }
}
