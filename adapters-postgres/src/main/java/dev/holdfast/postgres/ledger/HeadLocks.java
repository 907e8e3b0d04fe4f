package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.postgres.jdbc.Bindings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The event rows a transaction has locked, and what it learnt on the way.
 *
 * @param heads of the locked ones
 * @param asked all that were wished for
 * @param existing those of them that exist, locked or not
 */
record HeadLocks(Map<EventId, EventHead> heads, Set<EventId> asked, Set<EventId> existing) {
  static final HeadLocks NONE = new HeadLocks(Map.of(), Set.of(), Set.of());

  /** Takes the locks, in one round trip. */
  static HeadLocks take(Connection connection, LockWish wish) throws SQLException {
    NavigableSet<EventId> asked = new TreeSet<>(wish.ifFree());
    wish.waitFor().ifPresent(asked::add);
    if (asked.isEmpty()) {
      return NONE;
    }
    List<String> texts = new ArrayList<>();
    wish.waitFor().ifPresent(_ -> texts.add(LockSql.WAIT));
    if (!wish.ifFree().isEmpty()) {
      texts.add(LockSql.IF_FREE);
    }
    texts.add(LockSql.LAYOUTS);
    try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", texts))) {
      Bindings bindings = new Bindings(statement);
      if (wish.waitFor().isPresent()) {
        bindings.number(wish.waitFor().get().value());
      }
      if (!wish.ifFree().isEmpty()) {
        bindings.numbers(wish.ifFree(), EventId::value);
      }
      bindings.numbers(asked, EventId::value);
      statement.execute();
      return read(statement, texts.size() - 1, asked);
    }
  }

  private static HeadLocks read(PreparedStatement statement, int locking, Set<EventId> asked)
      throws SQLException {
    Map<EventId, Long> locked = new TreeMap<>();
    for (int i = 0; i < locking; i++) {
      readLocked(statement, locked);
      statement.getMoreResults();
    }
    Map<EventId, EventHead> heads = new TreeMap<>();
    Set<EventId> existing = new HashSet<>();
    layouts(statement)
        .forEach((event, layout) -> {
          existing.add(event);
          Long seq = locked.get(event);
          if (seq != null) {
            heads.put(event, new EventHead(event, seq, layout));
          }
        });
    return new HeadLocks(heads, asked, existing);
  }

  private static void readLocked(PreparedStatement statement, Map<EventId, Long> locked)
      throws SQLException {
    try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
      while (rows.next()) {
        locked.put(new EventId(rows.getLong(1)), rows.getLong(2));
      }
    }
  }

  private static Map<EventId, LayoutVersion> layouts(PreparedStatement statement)
      throws SQLException {
    Map<EventId, LayoutVersion> layouts = new HashMap<>();
    try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
      while (rows.next()) {
        layouts.put(
            new EventId(rows.getLong(1)), new LayoutVersion(rows.getLong(2), rows.getInt(3)));
      }
    }
    return layouts;
  }

  /** Of these events, those that do not exist. */
  Set<EventId> absent(Connection connection, Set<EventId> events) throws SQLException {
    Set<EventId> absent = new TreeSet<>(events);
    absent.removeAll(existing);
    if (!asked.containsAll(absent)) {
      try (PreparedStatement statement = connection.prepareStatement(LockSql.LAYOUTS)) {
        new Bindings(statement).numbers(absent, EventId::value);
        statement.execute();
        absent.removeAll(layouts(statement).keySet());
      }
    }
    return absent;
  }
}
