package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.event.EditAllowance;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes of events under their rows' locks, which every decision takes as well; each call within
 * the caller's transaction.
 */
final class EventChanges {
  private static final String UNIQUE_VIOLATION = "23505";

  private EventChanges() {}

  static SortedMap<EventId, ChangeEventAnswer> change(
      Connection connection, SortedMap<EventId, EventChange> changes) throws SQLException {
    SortedMap<EventId, ChangeEventAnswer> answers = new TreeMap<>();
    Map<EventId, Locked> locked = new HashMap<>();
    for (Map.Entry<EventId, EventChange> each : changes.entrySet()) {
      Optional<Event> event = lock(connection, each.getKey());
      if (event.isEmpty()) {
        return alone(each.getKey(), new ChangeEventAnswer.NoSuchEvent());
      }
      Locked found = new Locked(event.get(), edits(connection, each.getKey()));
      Optional<ChangeEventAnswer> refusal = refusal(found, each.getValue());
      if (refusal.isPresent()) {
        return alone(each.getKey(), refusal.get());
      }
      locked.put(each.getKey(), found);
    }
    for (Map.Entry<EventId, EventChange> each : changes.entrySet()) {
      Locked found = Objects.requireNonNull(locked.get(each.getKey()));
      answers.put(each.getKey(), change(connection, found, each.getValue()));
    }
    return answers;
  }

  /** An event under its lock. */
  private record Locked(Event event, EditAllowance edits) {}

  private static SortedMap<EventId, ChangeEventAnswer> alone(EventId event, ChangeEventAnswer why) {
    return new TreeMap<>(Map.of(event, why));
  }

  private static EditAllowance edits(Connection connection, EventId event) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(EventSql.EDITS)) {
      new Bindings(read).number(event.value());
      return Rows.first(read, row -> new EditAllowance(row.getInt(1), Rows.instant(row, 2)))
          .orElseThrow();
    }
  }

  private static Optional<ChangeEventAnswer> refusal(Locked locked, EventChange change) {
    if (change.edit() && locked.edits.left() == 0) {
      return Optional.of(new ChangeEventAnswer.EditsExhausted(locked.edits));
    }
    return change.rules().filter(each -> each.on() != locked.event.rules()).isPresent()
        ? Optional.of(new ChangeEventAnswer.RulesMoved())
        : Optional.empty();
  }

  private static ChangeEventAnswer change(Connection connection, Locked locked, EventChange change)
      throws SQLException {
    EventId event = locked.event.id();
    EditAllowance edits = change.edit() ? locked.edits.oneMore() : locked.edits;
    if (change.edit()) {
      try (PreparedStatement count = connection.prepareStatement(EventSql.EDITED)) {
        new Bindings(count).instant(edits.now()).integer(edits.made()).number(event.value());
        count.executeUpdate();
      }
    }
    return changesNothing(change, locked.event)
        ? new ChangeEventAnswer.Changed(locked.event, edits)
        : update(connection, event, change, edits);
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

  private static ChangeEventAnswer update(
      Connection connection, EventId event, EventChange change, EditAllowance edits)
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
    return new ChangeEventAnswer.Changed(after, edits);
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
