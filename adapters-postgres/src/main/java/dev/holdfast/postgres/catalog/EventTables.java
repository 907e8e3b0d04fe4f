package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.EventPort.CreateEventsAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events in their tables; each call within the caller's transaction. */
final class EventTables {
  private EventTables() {}

  static CreateEventsAnswer create(
      Connection connection, WorkspaceId workspace, String chartKey, List<NewEvent> events)
      throws SQLException {
    Optional<LayoutVersion> chart;
    try (PreparedStatement find = connection.prepareStatement(EventSql.CHART)) {
      new Bindings(find).number(workspace.value()).text(chartKey);
      chart = Rows.first(find, row -> new LayoutVersion(row.getLong(1), row.getInt(2)));
    }
    if (chart.isEmpty()) {
      return new CreateEventsAnswer.NoSuchChart();
    }
    if (chart.get().version() == 0) {
      return new CreateEventsAnswer.ChartNotPublished();
    }
    return add(connection, workspace, chart.get().chart(), events);
  }

  /** All or none; the caller's transaction may go on either way. */
  private static CreateEventsAnswer add(
      Connection connection, WorkspaceId workspace, long chart, List<NewEvent> events)
      throws SQLException {
    @Nullable Savepoint before = events.size() == 1 ? null : connection.setSavepoint();
    List<Event> created = new ArrayList<>();
    for (NewEvent each : events) {
      Optional<Event> added = add(connection, workspace, chart, each);
      if (added.isEmpty()) {
        if (before != null) {
          connection.rollback(before);
        }
        return new CreateEventsAnswer.KeyTaken(each.key());
      }
      created.add(added.get());
    }
    return new CreateEventsAnswer.Created(created);
  }

  private static Optional<Event> add(
      Connection connection, WorkspaceId workspace, long chart, NewEvent event)
      throws SQLException {
    boolean rules = !event.rules().equals(SaleRules.NONE);
    Optional<Event> added;
    try (PreparedStatement add = connection.prepareStatement(EventSql.ADD)) {
      new Bindings(add)
          .number(workspace.value())
          .number(chart)
          .text(event.key())
          .text(event.name())
          .date(event.date())
          .truth(rules);
      added = Rows.first(add, EventTables::event);
    }
    if (rules && added.isPresent()) {
      RulesTables.write(connection, added.get().id(), event.rules());
    }
    return added;
  }

  static Optional<Event> find(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(EventSql.FIND)) {
      new Bindings(find).number(workspace.value()).text(key);
      return Rows.first(find, EventTables::event);
    }
  }

  static Page<Event> page(Connection connection, WorkspaceId workspace, Page.Request page)
      throws SQLException {
    List<Event> items;
    try (PreparedStatement list = connection.prepareStatement(EventSql.PAGE)) {
      new Bindings(list).number(workspace.value()).integer(page.limit()).number(page.offset());
      items = Rows.list(list, EventTables::event);
    }
    try (PreparedStatement count = connection.prepareStatement(EventSql.COUNT)) {
      new Bindings(count).number(workspace.value());
      return new Page<>(items, Rows.first(count, row -> row.getLong(1)).orElseThrow());
    }
  }

  /** One row more than asked for says whether there is more; the other side is asked for it. */
  static Slice<Event> slice(Connection connection, WorkspaceId workspace, Slice.Request slice)
      throws SQLException {
    int limit = slice.limit();
    return switch (slice.beside()) {
      case Beside.Beginning() -> {
        List<Event> found = newest(connection, workspace, limit + 1);
        yield new Slice<>(found.stream().limit(limit).toList(), false, found.size() > limit);
      }
      case Beside.After(long id) -> {
        List<Event> found = beside(connection, EventSql.BELOW, workspace, id, limit + 1);
        boolean earlier = !beside(connection, EventSql.ABOVE, workspace, id - 1, 1).isEmpty();
        yield new Slice<>(found.stream().limit(limit).toList(), earlier, found.size() > limit);
      }
      case Beside.Before(long id) -> {
        List<Event> found = beside(connection, EventSql.ABOVE, workspace, id, limit + 1);
        boolean later = !beside(connection, EventSql.BELOW, workspace, id + 1, 1).isEmpty();
        List<Event> newestFirst = found.stream().limit(limit).toList().reversed();
        yield new Slice<>(newestFirst, found.size() > limit, later);
      }
    };
  }

  private static List<Event> newest(Connection connection, WorkspaceId workspace, int limit)
      throws SQLException {
    try (PreparedStatement list = connection.prepareStatement(EventSql.NEWEST)) {
      new Bindings(list).number(workspace.value()).integer(limit);
      return Rows.list(list, EventTables::event);
    }
  }

  private static List<Event> beside(
      Connection connection, String sql, WorkspaceId workspace, long id, int limit)
      throws SQLException {
    try (PreparedStatement list = connection.prepareStatement(sql)) {
      new Bindings(list).number(workspace.value()).number(id).integer(limit);
      return Rows.list(list, EventTables::event);
    }
  }

  static List<Event> ofChart(
      Connection connection, WorkspaceId workspace, String chartKey, int limit)
      throws SQLException {
    Slice.Request first = new Slice.Request(limit, new Beside.Beginning());
    try (PreparedStatement list = connection.prepareStatement(EventSql.OF_CHART)) {
      new Bindings(list).number(workspace.value()).text(chartKey).integer(first.limit());
      return Rows.list(list, EventTables::event);
    }
  }

  static Optional<Event> rename(
      Connection connection, WorkspaceId workspace, String key, @Nullable String name)
      throws SQLException {
    try (PreparedStatement rename = connection.prepareStatement(EventSql.RENAME)) {
      new Bindings(rename).text(name).number(workspace.value()).text(key);
      return Rows.first(rename, EventTables::event);
    }
  }

  static boolean delete(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    Optional<Long> event;
    try (PreparedStatement lock = connection.prepareStatement(EventSql.LOCK_TO_DELETE)) {
      new Bindings(lock).number(workspace.value()).text(key);
      event = Rows.first(lock, row -> row.getLong(1));
    }
    if (event.isEmpty()) {
      return false;
    }
    try (PreparedStatement delete = connection.prepareStatement(EventSql.DELETE)) {
      new Bindings(delete).number(event.get()).number(event.get()).number(event.get());
      delete.execute();
    }
    return true;
  }

  static Optional<SoldBy> soldBy(Connection connection, EventId event) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EventSql.SOLD_BY)) {
      new Bindings(statement).number(event.value());
      return Rows.first(
          statement,
          row -> new SoldBy(new LayoutVersion(row.getLong(1), row.getInt(2)), row.getLong(3)));
    }
  }

  static Event event(ResultSet row) throws SQLException {
    return new Event(
        new EventId(row.getLong(1)),
        Rows.text(row, 2),
        row.getString(3),
        Rows.dateOrNull(row, 9),
        row.getBoolean(10),
        Rows.text(row, 4),
        new LayoutVersion(row.getLong(5), row.getInt(6)),
        row.getLong(11),
        Rows.instant(row, 7),
        Rows.instant(row, 8));
  }
}
