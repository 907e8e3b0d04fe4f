package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.Durability;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the journal. Safe for use by many threads. */
public final class PostgresJournal implements JournalPort {
  private static final int MAX_HEADS = 1_000;

  private final Pool readers;
  private final boolean relaxed;

  /**
   * Over one pool.
   *
   * @param durability whether entries may be seen that are not on the disk yet
   */
  public PostgresJournal(Pool readers, Durability durability) {
    this.readers = readers;
    this.relaxed = durability == Durability.RELAXED;
  }

  @Override
  public Map<EventId, Long> heads(Set<EventId> events) {
    if (events.size() > MAX_HEADS) {
      throw new IllegalArgumentException("heads of " + events.size() + " events");
    }
    return readers.read(connection -> {
      Map<EventId, Long> heads = new HashMap<>();
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.HEADS)) {
        new Bindings(ask).numbers(events, EventId::value);
        try (ResultSet rows = ask.executeQuery()) {
          while (rows.next()) {
            heads.put(new EventId(rows.getLong(1)), rows.getLong(2));
          }
        }
      }
      return heads;
    });
  }

  @Override
  public boolean isUnchanged(EventId event, long seq) {
    return readers.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.UNCHANGED)) {
        long id = event.value();
        new Bindings(ask).number(id).number(seq).number(id).number(id);
        return Rows.first(ask, row -> row.getBoolean(1)).orElseThrow();
      }
    });
  }

  @Override
  public JournalPart history(EventId event, String object, long after, Portion portion) {
    JournalPart part =
        readers.read(connection -> {
          try (PreparedStatement ask = connection.prepareStatement(QuerySql.HISTORY)) {
            long id = event.value();
            Bindings bindings = new Bindings(ask).number(id).text(object).number(after).number(id);
            return JournalColumns.part(ask, bindings, portion);
          }
        });
    return durable(part);
  }

  @Override
  public JournalPart journal(EventId event, long after, Portion portion) {
    JournalPart part =
        readers.read(connection -> {
          try (PreparedStatement ask = connection.prepareStatement(QuerySql.JOURNAL)) {
            long id = event.value();
            Bindings bindings = new Bindings(ask).number(id).number(after).number(id);
            return JournalColumns.part(ask, bindings, portion);
          }
        });
    return durable(part);
  }

  @Override
  public Slice<JournalEntry> changes(
      EventId event, ChangeList list, Slice.Beside beside, Portion portion) {
    Slice<JournalEntry> changes =
        readers.read(
            connection -> new ChangesReader(connection, event, list).slice(beside, portion));
    if (!changes.items().isEmpty()) {
      makeDurable();
    }
    return changes;
  }

  private JournalPart durable(JournalPart part) {
    if (!part.entries().isEmpty()) {
      makeDurable();
    }
    return part;
  }

  /**
   * Makes what was read survive a crash.
   *
   * @throws StoreFailure.Unavailable when it may not
   */
  void makeDurable() {
    if (!relaxed) {
      return;
    }
    try {
      readers.change(connection -> {
        try (PreparedStatement flush = connection.prepareStatement(QuerySql.FLUSH)) {
          return Rows.first(flush, row -> row.getString(1));
        }
      });
    } catch (StoreFailure.CommitUnknown e) {
      throw new StoreFailure.Unavailable("what was read may not be durable yet", e);
    }
  }
}
