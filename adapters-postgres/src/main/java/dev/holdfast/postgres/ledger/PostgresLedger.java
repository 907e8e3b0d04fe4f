package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.Durability;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ledger on PostgreSQL 15 or newer. Safe for use by many threads.
 *
 * <p>With {@link Durability#RELAXED} a commit of holds may be seen before it is on the disk; a
 * crash would take it back and give its sequence numbers again. So whatever is read for others
 * (picture, journal) is then made durable before it is given out.
 */
public final class PostgresLedger implements SeatLedgerPort {
  private static final int MAX_LIMIT = 10_000;

  private final Pool writers;
  private final Pool lookups;
  private final Pool readers;
  private final PostgresJournal journal;
  private final boolean relaxed;

  /**
   * Over three pools.
   *
   * @param lookups for the questions that the writer and the sweep wait for
   * @param readers for what is large
   */
  public PostgresLedger(Pool writers, Pool lookups, Pool readers, Durability durability) {
    this.writers = writers;
    this.lookups = lookups;
    this.readers = readers;
    this.journal = new PostgresJournal(readers, durability);
    this.relaxed = durability == Durability.RELAXED;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return new PostgresTransaction(writers.lendForTransaction(), commit, relaxed);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Bounded by the limits of a look-up: a second for a connection, a second for a transaction
   * that is still open, four for a server that does not answer. It needs no writer's connection, of
   * which there may be none in the very trouble that makes somebody ask.
   */
  @Override
  public CommitFate fate(CommitId commit) {
    try {
      boolean committed =
          lookups.change(connection -> {
            try (PreparedStatement fate = connection.prepareStatement(QuerySql.FATE)) {
              new Bindings(fate).uuid(commit.value());
              return Rows.first(fate, row -> row.getBoolean(1)).orElseThrow();
            }
          });
      return committed ? CommitFate.COMMITTED : CommitFate.ABANDONED;
    } catch (StoreFailure.CommitUnknown e) {
      // The question may be asked again with the same result, so nothing is unknown but its answer.
      throw new StoreFailure.Unavailable("the fate of a commit cannot be told now", e);
    }
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    Optional<EventPicture> picture =
        readers.snapshot(snapshot -> PictureReader.of(snapshot, event).read());
    picture.ifPresent(_ -> journal.makeDurable());
    return picture;
  }

  @Override
  public Optional<EventPicture> picture(EventId event, Set<String> objects) {
    if (objects.size() > MAX_PICTURED) {
      throw new IllegalArgumentException("a picture of " + objects.size() + " objects");
    }
    Optional<EventPicture> picture =
        readers.snapshot(snapshot -> PictureReader.of(snapshot, event, objects).read());
    picture.ifPresent(_ -> journal.makeDurable());
    return picture;
  }

  @Override
  public Map<EventId, Occupancy> occupancies(Set<EventId> events) {
    if (events.size() > MAX_OCCUPANCIES) {
      throw new IllegalArgumentException("occupancies of " + events.size() + " events");
    }
    return readers.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.OCCUPANCIES)) {
        new Bindings(ask).numbers(events, EventId::value);
        Map<EventId, Occupancy> found = new TreeMap<>();
        Rows.list(
                ask,
                row ->
                    Map.entry(
                        new EventId(row.getLong(1)), new Occupancy(row.getLong(2), row.getLong(3))))
            .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
      }
    });
  }

  @Override
  public List<DueHold> due(int limit, Set<EventId> except) {
    requireLimit(limit);
    return lookups.read(connection -> {
      try (PreparedStatement due = connection.prepareStatement(QuerySql.DUE)) {
        new Bindings(due)
            .numbers(List.copyOf(except), EventId::value)
            .integer(limit)
            .numbers(List.copyOf(except), EventId::value)
            .integer(limit)
            .integer(limit);
        return Rows.list(
            due,
            row -> new DueHold(new EventId(row.getLong(1)), Rows.text(row, 2), row.getLong(3)));
      }
    });
  }

  @Override
  public Map<EventId, Long> heads(Set<EventId> events) {
    return journal.heads(events);
  }

  @Override
  public boolean isUnchanged(EventId event, long seq) {
    return journal.isUnchanged(event, seq);
  }

  @Override
  public JournalPart history(EventId event, String object, long after, Portion portion) {
    return journal.history(event, object, after, portion);
  }

  @Override
  public JournalPart journal(EventId event, long after, Portion portion) {
    return journal.journal(event, after, portion);
  }

  @Override
  public Slice<JournalEntry> changes(
      EventId event, ChangeList list, Slice.Beside beside, Portion portion) {
    return journal.changes(event, list, beside, portion);
  }

  @Override
  public Optional<EventBooks> books(EventId event) {
    Optional<EventBooks> books = readers.snapshot(snapshot -> BooksReader.read(snapshot, event));
    books.ifPresent(_ -> journal.makeDurable());
    return books;
  }

  @Override
  public List<String> audit(EventId event) {
    return readers.snapshot(snapshot -> {
      List<String> findings = new ArrayList<>();
      for (AuditSql.Question question : AuditSql.ALL) {
        try (PreparedStatement statement = snapshot.prepareStatement(question.sql())) {
          Bindings bindings = new Bindings(statement);
          for (int i = 0; i < question.parameters(); i++) {
            bindings.number(event.value());
          }
          findings.addAll(Rows.list(statement, row -> Rows.text(row, 1)));
        }
      }
      return findings;
    });
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }
}
