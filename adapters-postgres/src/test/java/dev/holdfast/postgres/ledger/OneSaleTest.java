package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** I1, I6: what the store itself makes impossible, whoever writes. */
final class OneSaleTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private final Till till = new Till(SCHEMA.store());

  @Test
  void I1_a_stranger_cannot_write_a_second_open_sale() {
    EventId event = till.anEvent();
    till.book(event, "A-1");
    SQLException refused =
        assertThrows(
            SQLException.class,
            () ->
                SCHEMA.run(
                    """
                    INSERT INTO sale (event_id, label, version, status, taken_at)
                    VALUES (%d, 'A-1', 7, 'booked', holdfast_now())\
                    """
                        .formatted(event.value())));
    assertEquals("23505", refused.getSQLState());
    assertTrue(Objects.requireNonNull(refused.getMessage()).contains("sale_open"));
  }

  @Test
  void I1_a_sold_seat_that_claims_to_be_free_cannot_be_sold() throws SQLException {
    EventId event = till.anEvent();
    till.book(event, "A-1", "A-2");
    SCHEMA.run(
        """
        UPDATE seat SET state = 'free', status = NULL, token = NULL, taken_at = NULL
        WHERE label = 'A-1'\
        """);
    StoreFailure refused =
        assertThrows(StoreFailure.Rejected.class, () -> till.book(event, "A-1", "A-3"));
    assertTrue(Objects.requireNonNull(refused.getMessage()).contains("sale_open"));
    assertEquals(2, SCHEMA.store().ledger().picture(event).orElseThrow().seq());
  }

  @Test
  void I1_a_seat_released_and_sold_again_has_one_open_sale() {
    EventId event = till.anEvent();
    till.book(event, "A-1");
    try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(aCommit())) {
      Till.Sheet sheet = Till.open(transaction, event, "A-1");
      transaction.write(sheet.put("A-1", SeatState.FREE).writes());
      transaction.commit();
    }
    till.book(event, "A-1");
    assertEquals(List.of(), SCHEMA.store().ledger().audit(event));
  }

  /** The last line behind the row lock: two who both decided on the same state. */
  @Test
  void I1_of_two_who_decided_on_the_same_version_one_is_turned_away() {
    EventId event = till.anEvent();
    till.hold(event, ANN, "A-1");
    Till.Sheet stale;
    try (LedgerTransaction early = SCHEMA.store().ledger().begin(aCommit())) {
      stale = Till.open(early, event, "A-1").book("A-1");
    }
    till.hold(event, ANN, "A-1");
    try (LedgerTransaction late = SCHEMA.store().ledger().begin(aCommit())) {
      late.lock(Till.waitFor(event));
      assertThrows(StoreFailure.Unavailable.class, () -> late.write(stale.writes()));
    }
    assertEquals(2, SCHEMA.store().ledger().picture(event).orElseThrow().seq());
  }

  @Test
  void I6_counters_that_do_not_fit_their_capacity_cannot_be_written() {
    EventId event = till.anEvent();
    till.holdPlaces(event, "floor", ANN, 60);
    SQLException refused =
        assertThrows(SQLException.class, () -> SCHEMA.run("UPDATE area SET taken = 41"));
    assertTrue(Objects.requireNonNull(refused.getMessage()).contains("area_adds_up"));
  }
}
