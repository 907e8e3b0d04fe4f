package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The terms of the tokens that a transaction decides under, locked; and those that it writes. */
final class TokenTerms {
  private record Asked(EventId event, HoldToken token) {}

  private record Changed(EventId event, LedgerWrites.TokenChange change) {}

  private final List<Asked> asked = new ArrayList<>();
  private final Map<EventId, Map<HoldToken, TokenTerm>> terms = new TreeMap<>();

  TokenTerms(ReadWish wish) {
    for (ReadWish.OfEvent event : wish.events()) {
      event.tokens().forEach(token -> asked.add(new Asked(event.event(), token)));
    }
    // By token first: two transactions that share tokens lock them in the same order.
    asked.sort(Comparator.comparing(Asked::token).thenComparing(Asked::event));
  }

  /** Adds the statement that locks and reads them, if there are any. */
  void read(ReadBatch batch) {
    if (asked.isEmpty()) {
      return;
    }
    Set<EventId> events =
        asked.stream().map(Asked::event).collect(Collectors.toCollection(TreeSet::new));
    batch.rows(
        TokenSql.TERMS,
        b ->
            b.numbers(events, EventId::value)
                .numbers(asked, each -> each.event().value())
                .texts(asked, each -> each.token().value()),
        this::add);
  }

  private void add(ResultSet row) throws SQLException {
    terms
        .computeIfAbsent(new EventId(row.getLong(1)), _ -> new TreeMap<>())
        .put(
            new HoldToken(Rows.text(row, 2)),
            new TokenTerm(Rows.instant(row, 3), Rows.instant(row, 4)));
  }

  Map<HoldToken, TokenTerm> of(EventId event) {
    return terms.getOrDefault(event, Map.of());
  }

  /**
   * Adds the statements that write terms, if any. One statement cannot change a row twice, so a
   * token that several events prolong goes into as many.
   */
  static void write(WriteBatch batch, LedgerWrites writes) {
    List<Map<HoldToken, Changed>> statements = new ArrayList<>();
    for (LedgerWrites.OfEvent event : writes.events()) {
      for (LedgerWrites.TokenChange change : event.tokens()) {
        Changed changed = new Changed(event.event(), change);
        if (statements.stream().allMatch(each -> each.containsKey(change.token()))) {
          statements.add(new TreeMap<>());
        }
        statements.stream()
            .filter(each -> !each.containsKey(change.token()))
            .findFirst()
            .ifPresent(each -> each.put(change.token(), changed));
      }
    }
    statements.forEach(each -> write(batch, List.copyOf(each.values())));
  }

  private static void write(WriteBatch batch, List<Changed> changes) {
    batch.rows(
        TokenSql.PUT,
        changes.size(),
        "tokens",
        b ->
            b.numbers(changes, each -> each.event().value())
                .texts(changes, each -> each.change().token().value())
                .instants(changes, each -> each.change().term().since())
                .instants(changes, each -> each.change().term().until()));
  }
}
