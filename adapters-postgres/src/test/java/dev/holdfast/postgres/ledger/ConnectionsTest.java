package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import dev.holdfast.postgres.jdbc.SessionSettings;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** I10: what the server was told about our sessions, and what becomes of their connections. */
final class ConnectionsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  /** Asked for on a connection of the kind, as the server sees it. */
  private static Map<String, String> settings(SessionSettings kind) {
    try (Pool pool = new Pool(SCHEMA.settings(), kind, "holdfast-test", 1)) {
      return pool.read(connection -> {
        Map<String, String> all = new TreeMap<>();
        try (PreparedStatement ask =
            connection.prepareStatement("SELECT name, setting FROM pg_settings")) {
          Rows.list(ask, row -> all.put(Rows.text(row, 1), Rows.text(row, 2)));
        }
        return all;
      });
    }
  }

  @Test
  void I10_the_server_ends_a_writer_that_is_frozen() {
    Map<String, String> settings = settings(SessionSettings.WRITER);
    assertEquals("3000", settings.get("idle_in_transaction_session_timeout"));
    // Unknown before PostgreSQL 17, where housekeeping does it.
    assertEquals("5000", settings.getOrDefault("transaction_timeout", "5000"));
  }

  @ParameterizedTest
  @EnumSource
  void I2_every_session_waits_for_its_commits(SessionSettings kind) {
    assertEquals("on", settings(kind).get("synchronous_commit"));
  }

  @ParameterizedTest
  @EnumSource
  void I10_no_session_is_without_bounds(SessionSettings kind) {
    Map<String, String> settings = settings(kind);
    for (String name :
        List.of(
            "idle_in_transaction_session_timeout",
            "transaction_timeout",
            "lock_timeout",
            "statement_timeout")) {
      assertTrue(!"0".equals(settings.get(name)), name);
    }
    assertEquals(SCHEMA.settings().schema(), settings.get("search_path"));
  }

  /** The last two are what ends the session; a wait for a lock must be over long before. */
  @ParameterizedTest
  @EnumSource
  void I10_a_lock_is_given_up_before_its_statement_and_that_before_its_session(
      SessionSettings kind) {
    Map<String, String> settings = settings(kind);
    int lock = Integer.parseInt(settings.getOrDefault("lock_timeout", ""));
    int statement = Integer.parseInt(settings.getOrDefault("statement_timeout", ""));
    int socket = 1_000 * kind.socketSeconds();
    int transaction =
        Integer.parseInt(settings.getOrDefault("transaction_timeout", String.valueOf(socket - 1)));
    assertTrue(lock < statement, () -> lock + " " + statement);
    assertTrue(statement < transaction, () -> statement + " " + transaction);
    assertTrue(transaction < socket, () -> transaction + " " + socket);
  }

  @Test
  void I10_when_all_connections_are_taken_the_answer_comes_in_bounded_time() {
    List<LedgerTransaction> taken = new ArrayList<>();
    for (int i = 0; i < SCHEMA.settings().pools().writers(); i++) {
      taken.add(SCHEMA.store().ledger().begin(aCommit()));
    }
    assertThrows(StoreFailure.Unavailable.class, () -> SCHEMA.store().ledger().begin(aCommit()));
    taken.forEach(LedgerTransaction::close);
  }

  @Test
  void I10_readers_do_not_need_the_writers_connections() {
    EventId event = new Till(SCHEMA.store()).anEvent();
    List<LedgerTransaction> taken = new ArrayList<>();
    for (int i = 0; i < SCHEMA.settings().pools().writers(); i++) {
      taken.add(SCHEMA.store().ledger().begin(aCommit()));
    }
    assertTrue(SCHEMA.store().ledger().picture(event).isPresent());
    taken.forEach(LedgerTransaction::close);
  }

  @Test
  void a_rejected_write_gives_a_sound_connection_back() {
    EventId event = new Till(SCHEMA.store()).anEvent();
    for (int i = 0; i < 2 * SCHEMA.settings().pools().writers(); i++) {
      try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(aCommit())) {
        Till.Sheet sheet = Till.open(transaction, event, "A-1").hold("A-\u0000", ANN);
        assertThrows(StoreFailure.Rejected.class, () -> transaction.write(sheet.writes()));
      }
    }
    new Till(SCHEMA.store()).hold(event, ANN, "A-1");
  }
}
