package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.DeliveryBounds;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Subscription;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.ledger.JournalColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals on, one event a transaction.
 *
 * <p>Entries may be seen here that are not on the disk yet. What is made of them commits behind
 * them, and waits for the disk: a crash takes back both or none.
 */
final class JournalReader {
  private record Mark(long event, long seq, WorkspaceId workspace) {}

  private record Book(EventFacts facts, long last) {}

  private record Clock(Instant now, @Nullable Instant lastCommit) {}

  private final AtomicLong lastTurn = new AtomicLong(Long.MIN_VALUE);
  private volatile Silence silence = Silence.NONE;

  /** Reads on in the event whose turn it is; 0 when there is none. */
  int readOn(Connection connection, int limit, Function<Passage, List<NewDelivery>> deliveries)
      throws SQLException {
    Clock clock = clock(connection);
    if (silence.lasts(clock.now, clock.lastCommit)) {
      return 0;
    }
    Optional<Mark> next = next(connection);
    silence = next.isEmpty() ? new Silence(clock.now) : Silence.NONE;
    return next.isEmpty() ? 0 : readOn(connection, next.get(), limit, deliveries);
  }

  private int readOn(
      Connection connection, Mark mark, int limit, Function<Passage, List<NewDelivery>> deliveries)
      throws SQLException {
    // Before anything can go wrong: the next turn is another's in any case.
    lastTurn.set(mark.event);
    Optional<Book> book = book(connection, mark.event);
    if (book.isEmpty()) {
      return 0;
    }
    List<JournalEntry> found = entries(connection, mark, limit);
    if (found.isEmpty()) {
      // Of a deleted event, whose rows had begun to be removed while nobody listened.
      move(connection, mark, book.get().last);
      return Math.toIntExact(Math.min(limit, book.get().last - mark.seq));
    }
    // After the entries: who listened before one of them was decided is then seen to listen.
    List<Subscription> subscriptions = subscriptions(connection, mark.workspace);
    List<JournalEntry> entries =
        found.subList(0, DeliveryBounds.fannedOut(found.size(), subscriptions.size()));
    if (!subscriptions.isEmpty()) {
      Passage passage = new Passage(book.get().facts, subscriptions, entries);
      DeliveryTables.queue(connection, deliveries.apply(passage));
    }
    move(connection, mark, entries.getLast().seq());
    return entries.size();
  }

  private static Clock clock(Connection connection) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(FanOutSql.LAST_COMMIT)) {
      return Rows.first(ask, row -> new Clock(Rows.instant(row, 1), Rows.instantOrNull(row, 2)))
          .orElseThrow();
    }
  }

  private Optional<Mark> next(Connection connection) throws SQLException {
    try (PreparedStatement next = connection.prepareStatement(FanOutSql.NEXT)) {
      long last = lastTurn.get();
      new Bindings(next).number(last).number(last);
      return Rows.first(
          next, row -> new Mark(row.getLong(1), row.getLong(2), new WorkspaceId(row.getLong(3))));
    }
  }

  private static Optional<Book> book(Connection connection, long event) throws SQLException {
    try (PreparedStatement facts = connection.prepareStatement(FanOutSql.FACTS)) {
      new Bindings(facts).number(event).number(event);
      return Rows.first(facts, row -> new Book(facts(event, row), row.getLong(5)));
    }
  }

  private static EventFacts facts(long event, ResultSet row) throws SQLException {
    return new EventFacts(
        new EventId(event),
        Rows.text(row, 1),
        row.getString(2),
        Rows.text(row, 3),
        Rows.text(row, 4));
  }

  private static List<JournalEntry> entries(Connection connection, Mark mark, int limit)
      throws SQLException {
    try (PreparedStatement entries = connection.prepareStatement(FanOutSql.ENTRIES)) {
      Bindings bindings = new Bindings(entries).number(mark.event).number(mark.seq);
      return JournalColumns.part(entries, bindings, Portion.of(limit)).entries();
    }
  }

  private static List<Subscription> subscriptions(Connection connection, WorkspaceId workspace)
      throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(FanOutSql.SUBSCRIPTIONS)) {
      new Bindings(ask).number(workspace.value());
      return Rows.list(
          ask,
          row ->
              new Subscription(
                  new WebhookId(row.getLong(1)),
                  WebhookTables.events(Rows.text(row, 2)),
                  Rows.instant(row, 3)));
    }
  }

  private static void move(Connection connection, Mark mark, long seq) throws SQLException {
    try (PreparedStatement move = connection.prepareStatement(FanOutSql.MOVE)) {
      new Bindings(move).number(seq).number(mark.event);
      move.executeUpdate();
    }
  }
}
