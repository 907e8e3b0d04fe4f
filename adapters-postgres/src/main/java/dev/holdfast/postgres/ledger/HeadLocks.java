package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.LockWish;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The event rows a transaction has locked, and what it learnt on the way. */
final class HeadLocks {
  private final NavigableSet<EventId> asked = new TreeSet<>();
  private final Map<EventId, Long> locked = new HashMap<>();
  private final Map<EventId, SoldBy> existing = new HashMap<>();

  /** Adds the statements that take the locks. */
  void take(ReadBatch batch, LockWish wish) {
    asked.addAll(wish.ifFree());
    for (EventId event : wish.waitFor()) {
      asked.add(event);
      batch.rows(LockSql.WAIT, b -> b.number(event.value()), this::addLocked);
    }
    if (!wish.ifFree().isEmpty()) {
      batch.rows(LockSql.IF_FREE, b -> b.numbers(wish.ifFree(), EventId::value), this::addLocked);
    }
    if (!asked.isEmpty()) {
      addSoldBy(batch, asked);
    }
  }

  private void addSoldBy(ReadBatch batch, Set<EventId> events) {
    batch.rows(LockSql.SOLD_BY, b -> b.numbers(events, EventId::value), this::addSoldBy);
  }

  private void addLocked(ResultSet row) throws SQLException {
    locked.put(new EventId(row.getLong(1)), row.getLong(2));
  }

  private void addSoldBy(ResultSet row) throws SQLException {
    LayoutVersion layout = new LayoutVersion(row.getLong(2), row.getInt(3));
    existing.put(new EventId(row.getLong(1)), new SoldBy(layout, row.getLong(4)));
  }

  /** Those of the locked ones, by ascending event. */
  Map<EventId, EventHead> heads() {
    Map<EventId, EventHead> heads = new TreeMap<>();
    locked.forEach((event, seq) -> {
      SoldBy by = existing.get(event);
      if (by != null) {
        heads.put(event, new EventHead(event, seq, by.layout(), by.rules()));
      }
    });
    return heads;
  }

  /** Of these events, those that do not exist. */
  Set<EventId> absent(Connection connection, Set<EventId> events) throws SQLException {
    Set<EventId> absent = new TreeSet<>(events);
    absent.removeAll(existing.keySet());
    if (!asked.containsAll(absent)) {
      ReadBatch batch = new ReadBatch();
      addSoldBy(batch, absent);
      batch.run(connection);
      absent.removeAll(existing.keySet());
    }
    return absent;
  }
}
