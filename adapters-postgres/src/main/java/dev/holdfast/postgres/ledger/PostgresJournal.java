package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the journal, as committed; whether it is on the disk is another's concern. */
final class PostgresJournal {
  private static final int MAX_HEADS = 1_000;

  private final Pool readers;

  PostgresJournal(Pool readers) {
    this.readers = readers;
  }

  Map<EventId, Long> heads(Set<EventId> events) {
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

  boolean isUnchanged(EventId event, long seq) {
    return readers.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.UNCHANGED)) {
        long id = event.value();
        new Bindings(ask).number(id).number(seq).number(id).number(id);
        return Rows.first(ask, row -> row.getBoolean(1)).orElseThrow();
      }
    });
  }

  List<JournalEntry> history(EventId event, String object, long after, int limit) {
    return readers.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.HISTORY)) {
        long id = event.value();
        new Bindings(ask).number(id).text(object).number(after).number(id).integer(limit);
        return Rows.list(ask, JournalColumns::read);
      }
    });
  }

  List<JournalEntry> after(EventId event, long after, int limit) {
    return readers.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(QuerySql.JOURNAL)) {
        long id = event.value();
        new Bindings(ask).number(id).number(after).number(id).integer(limit);
        return Rows.list(ask, JournalColumns::read);
      }
    });
  }
}
