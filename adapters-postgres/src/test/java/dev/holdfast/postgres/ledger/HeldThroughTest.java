package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the store keeps of the API key that something is held through. */
final class HeldThroughTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final String INDEXED =
      """
      SELECT pg_relation_size('seat_held_via') + pg_relation_size('area_record_held_via')\
      """;

  private static final String WITH_A_KEY =
      """
      SELECT (SELECT count(held_via) FROM seat) + (SELECT count(held_via) FROM area_record)\
      """;

  private final Till till = new Till(SCHEMA.store());

  private static long number(String sql) throws SQLException {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void where_holds_count_for_no_key_nothing_is_kept_and_nothing_indexed() throws SQLException {
    EventId event = till.anEvent();
    long empty = number(INDEXED);
    till.hold(event, ANN, "A-1", "A-2", "A-3");
    till.holdPlaces(event, "floor", ANN, 5);
    till.book(event, "A-2");
    assertEquals(0, number(WITH_A_KEY));
    assertEquals(empty, number(INDEXED));
  }

  @Test
  void a_key_that_is_left_on_what_was_sold_counts_nothing() throws SQLException {
    EventId event = till.anEvent();
    till.hold(event, ANN, "A-1", "A-2");
    till.book(event, "A-3");
    SCHEMA.run("UPDATE seat SET held_via = 7");
    assertEquals(Map.of(7L, 2L), held(event));
    till.book(event, "A-1");
    assertEquals(Map.of(7L, 1L), held(event));
  }

  private static Map<Long, Long> held(EventId event) {
    try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(aCommit())) {
      transaction.lock(Till.waitFor(event));
      ReadWish wish = new ReadWish(List.of(ReadWish.OfEvent.none(event).counting(Set.of(7L))));
      LedgerReads reads = transaction.read(wish);
      return Objects.requireNonNull(reads.events().get(event)).keyHoldings();
    }
  }
}
