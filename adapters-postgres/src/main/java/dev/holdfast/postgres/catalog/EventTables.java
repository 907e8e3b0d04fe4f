package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.CreateEventAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events in their tables; each call within the caller's transaction. */
final class EventTables {
  private EventTables() {}

  static CreateEventAnswer create(
      Connection connection,
      WorkspaceId workspace,
      String chartKey,
      String eventKey,
      @Nullable String name,
      @Nullable LocalDate date)
      throws SQLException {
    Optional<LayoutVersion> chart;
    try (PreparedStatement find = connection.prepareStatement(EventSql.CHART)) {
      new Bindings(find).number(workspace.value()).text(chartKey);
      chart = Rows.first(find, row -> new LayoutVersion(row.getLong(1), row.getInt(2)));
    }
    if (chart.isEmpty()) {
      return new CreateEventAnswer.NoSuchChart();
    }
    if (chart.get().version() == 0) {
      return new CreateEventAnswer.ChartNotPublished();
    }
    try (PreparedStatement add = connection.prepareStatement(EventSql.ADD)) {
      new Bindings(add)
          .number(workspace.value())
          .number(chart.get().chart())
          .text(eventKey)
          .text(name)
          .date(date);
      Optional<Event> added = Rows.first(add, EventTables::event);
      return added.isEmpty()
          ? new CreateEventAnswer.KeyTaken()
          : new CreateEventAnswer.Created(added.get());
    }
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

  static Optional<LayoutVersion> layoutOf(Connection connection, EventId event)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EventSql.LAYOUT)) {
      new Bindings(statement).number(event.value());
      return Rows.first(statement, row -> new LayoutVersion(row.getLong(1), row.getInt(2)));
    }
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        new EventId(row.getLong(1)),
        Rows.text(row, 2),
        row.getString(3),
        Rows.dateOrNull(row, 9),
        Rows.text(row, 4),
        new LayoutVersion(row.getLong(5), row.getInt(6)),
        Rows.instant(row, 7),
        Rows.instant(row, 8));
  }
}
