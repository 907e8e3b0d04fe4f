package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of events under their rows' locks, which every decision takes as well; each call within
 * the caller's transaction.
 */
final class EventChanges {
  private static final String UNIQUE_VIOLATION = "23505";

  private EventChanges() {}

  static ChangeEventAnswer change(Connection connection, EventId event, EventChange change)
      throws SQLException {
    Optional<Event> found = lock(connection, event);
    if (found.isEmpty()) {
      return new ChangeEventAnswer.NoSuchEvent();
    }
    Event before = found.get();
    if (change.rules().isPresent() && change.rules().get().on() != before.rules()) {
      return new ChangeEventAnswer.RulesMoved();
    }
    return changesNothing(change, before)
        ? new ChangeEventAnswer.Changed(before)
        : update(connection, event, change);
  }

  private static Optional<Event> lock(Connection connection, EventId event) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(EventSql.LOCK)) {
      new Bindings(lock).number(event.value());
      if (Rows.first(lock, row -> row.getLong(1)).isEmpty()) {
        return Optional.empty();
      }
    }
    try (PreparedStatement read = connection.prepareStatement(EventSql.BY_NUMBER)) {
      new Bindings(read).number(event.value());
      return Rows.first(read, EventTables::event);
    }
  }

  private static boolean changesNothing(EventChange change, Event before) {
    return change.rules().isEmpty()
        && staysAs(change.key(), before.key())
        && staysAs(change.name(), before.name())
        && staysAs(change.date(), before.date())
        && staysAs(change.past(), before.past());
  }

  private static boolean staysAs(@Nullable Object wanted, @Nullable Object before) {
    return wanted == null || wanted.equals(before);
  }

  private static ChangeEventAnswer update(Connection connection, EventId event, EventChange change)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    Event after;
    try (PreparedStatement update = connection.prepareStatement(EventSql.CHANGE)) {
      Boolean past = change.past();
      new Bindings(update)
          .text(change.key())
          .text(change.name())
          .date(change.date())
          .text(past == null ? null : past.toString())
          .truth(change.rules().isPresent())
          .number(event.value());
      after = Rows.first(update, EventTables::event).orElseThrow();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        connection.rollback(before);
        return new ChangeEventAnswer.KeyTaken();
      }
      throw e;
    }
    if (change.rules().isPresent()) {
      RulesTables.write(connection, event, change.rules().get().rules());
    }
    return new ChangeEventAnswer.Changed(after);
  }

  private record ChartOf(WorkspaceId workspace, String key, long id) {}

  static Optional<Event> moveToCopy(
      Connection connection, EventId event, String newChartKey, String newChartName)
      throws SQLException {
    Optional<ChartOf> chart = chartOf(connection, event);
    if (chart.isEmpty()) {
      return Optional.empty();
    }
    // Before the event is locked: a large layout takes a while, and the event goes on selling.
    long copy =
        CopyTables.copy(
                connection, chart.get().workspace(), chart.get().key(), newChartKey, newChartName)
            .orElseThrow(EventChanges::moved)
            .id();
    Event now = lock(connection, event).orElseThrow(EventChanges::moved);
    if (now.layout().chart() != chart.get().id()) {
      throw moved();
    }
    try (PreparedStatement move = connection.prepareStatement(EventSql.MOVE)) {
      new Bindings(move).number(copy).number(event.value());
      return Rows.first(move, EventTables::event);
    }
  }

  private static Optional<ChartOf> chartOf(Connection connection, EventId event)
      throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(EventSql.CHART_OF)) {
      new Bindings(read).number(event.value());
      return Rows.first(
          read,
          row -> new ChartOf(new WorkspaceId(row.getLong(1)), Rows.text(row, 2), row.getLong(3)));
    }
  }

  private static StoreFailure moved() {
    return new StoreFailure.Unavailable("the event was changed while its chart was copied", null);
  }
}
