package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit bites: each kind of wrong book is planted and must be found. */
final class AuditTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private EventId event = new EventId(0);

  @BeforeEach
  void sell() {
    Till till = new Till(SCHEMA.store());
    event = till.anEvent();
    till.hold(event, ANN, "A-1");
    till.book(event, "A-2", "A-3");
    till.holdPlaces(event, "floor", ANN, 4);
    assertEquals(List.of(), audit());
  }

  private List<String> audit() {
    return SCHEMA.store().ledger().audit(event);
  }

  private void assertFound(String planted, String... words) throws SQLException {
    SCHEMA.run(planted);
    List<String> found = audit();
    assertEquals(1, found.size(), found::toString);
    for (String word : words) {
      assertTrue(found.getFirst().contains(word), found::toString);
    }
  }

  @Test
  void I1_finds_a_taken_seat_without_a_sale() throws SQLException {
    assertFound("DELETE FROM sale WHERE label = 'A-2'", "A-2", "0 open sales");
  }

  @Test
  void I1_finds_a_released_sale_of_a_taken_seat() throws SQLException {
    assertFound("UPDATE sale SET released_at = holdfast_now() WHERE label = 'A-2'", "A-2");
  }

  @Test
  void I1_finds_a_sale_of_a_seat_that_is_only_held() throws SQLException {
    assertFound(
        "UPDATE sale SET label = 'A-1' WHERE label = 'A-2'; DELETE FROM seat WHERE"
            + " label = 'A-2'; DELETE FROM journal WHERE object = 'none'",
        "A-1",
        "1 open sales");
  }

  @Test
  void I6_finds_counters_that_are_not_their_records() throws SQLException {
    assertFound("UPDATE area SET held = 5", "floor", "5 held");
  }

  @Test
  void I6_finds_records_without_an_area() throws SQLException {
    SCHEMA.run("DELETE FROM area");
    assertTrue(audit().getFirst().contains("its records say 4"), () -> audit().toString());
  }

  @Test
  void I7_finds_a_gap_in_the_journal() throws SQLException {
    SCHEMA.run("DELETE FROM journal WHERE seq = 2");
    assertTrue(audit().stream().anyMatch(line -> line.startsWith("journal: 3 lines")));
  }

  @Test
  void I7_finds_a_head_that_ran_ahead() throws SQLException {
    assertFound("UPDATE event_head SET seq = 9", "head says 9");
  }

  @Test
  void I7_finds_a_change_that_the_journal_does_not_know() throws SQLException {
    assertFound("UPDATE seat SET version = version + 1 WHERE label = 'A-1'", "A-1", "version 2");
  }
}
