package dev.holdfast.postgres.ledger;

import static dev.holdfast.postgres.Till.ANN;
import static dev.holdfast.postgres.Till.aCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I2, I9: a commit whose answer was lost has one fate, and it can be asked. */
final class CommitFateTest {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  private final SeatLedgerPort ledger = SCHEMA.store().ledger();

  @ParameterizedTest(name = "together with what it writes: {0}")
  @ValueSource(booleans = {false, true})
  void I2_a_commit_lost_on_its_way_there_is_unknown_and_then_abandoned(boolean together) {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    commitWith(commit, event, together, SCHEMA.wire()::loseNextRequest);
    assertEquals(CommitFate.ABANDONED, fate(commit));
    assertEquals(0, ledger.picture(event).orElseThrow().seq());
  }

  @ParameterizedTest(name = "together with what it writes: {0}")
  @ValueSource(booleans = {false, true})
  void I2_a_commit_whose_answer_was_lost_is_unknown_and_then_committed(boolean together) {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    commitWith(commit, event, together, SCHEMA.wire()::loseNextAnswer);
    assertEquals(CommitFate.COMMITTED, fate(commit));
    assertEquals(1, ledger.picture(event).orElseThrow().seq());
  }

  private void commitWith(CommitId commit, EventId event, boolean together, Runnable trouble) {
    try (LedgerTransaction transaction = ledger.begin(commit)) {
      LedgerWrites writes = Till.open(transaction, event, "A-1").hold("A-1", ANN).writes();
      if (!together) {
        transaction.write(writes);
      }
      trouble.run();
      assertThrows(
          StoreFailure.CommitUnknown.class,
          together ? () -> transaction.commit(writes) : transaction::commit);
    }
  }

  /** As a caller asks: again while it cannot be told. */
  private CommitFate fate(CommitId commit) {
    while (true) {
      try {
        return ledger.fate(commit);
      } catch (StoreFailure.Unavailable e) {
        SCHEMA.repair();
      }
    }
  }

  @ParameterizedTest(name = "together with what it writes: {0}")
  @ValueSource(booleans = {false, true})
  void I2_a_session_that_the_server_ended_leaves_its_commit_unknown(boolean together) {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    commitWith(commit, event, together, CommitFateTest::endWriters);
    assertEquals(CommitFate.ABANDONED, fate(commit));
  }

  private static void endWriters() {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet ended =
            statement.executeQuery(
                """
                SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
                WHERE application_name = 'holdfast-writer' AND state = 'idle in transaction'\
                """)) {
      assertEquals(true, ended.next());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void I9_asking_again_gives_the_same_answer() {
    CommitId never = aCommit();
    assertEquals(CommitFate.ABANDONED, fate(never));
    assertEquals(CommitFate.ABANDONED, fate(never));
    CommitId commit = aCommit();
    hold(commit, new Till(SCHEMA.store()).anEvent());
    assertEquals(CommitFate.COMMITTED, fate(commit));
    assertEquals(CommitFate.COMMITTED, fate(commit));
  }

  private void hold(CommitId commit, EventId event) {
    try (LedgerTransaction transaction = ledger.begin(commit)) {
      transaction.write(Till.open(transaction, event, "A-1").hold("A-1", ANN).writes());
      transaction.commit();
    }
  }

  @Test
  void I9_what_was_told_to_be_abandoned_can_never_commit() {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    assertEquals(CommitFate.ABANDONED, fate(commit));
    assertThrows(StoreFailure.Unavailable.class, () -> hold(commit, event));
    assertEquals(0, ledger.picture(event).orElseThrow().seq());
  }

  @Test
  void I9_the_question_waits_for_a_transaction_that_is_still_open() throws Exception {
    assertEquals(CommitFate.COMMITTED, fateOfOpen(true));
    assertEquals(CommitFate.ABANDONED, fateOfOpen(false));
  }

  /** The lane that asks has others to serve. */
  @Test
  void I10_the_question_waits_a_second_and_needs_no_writers_connection() {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    List<LedgerTransaction> others = new ArrayList<>();
    try (LedgerTransaction transaction = ledger.begin(commit)) {
      transaction.write(Till.open(transaction, event, "A-1").hold("A-1", ANN).writes());
      for (int i = 1; i < SCHEMA.settings().pools().writers(); i++) {
        others.add(ledger.begin(aCommit()));
      }
      StoreFailure.Unavailable untold =
          assertThrows(StoreFailure.Unavailable.class, () -> ledger.fate(commit));
      // The wait for the lock ended, and not the session with it.
      assertEquals("55P03", assertInstanceOf(SQLException.class, untold.getCause()).getSQLState());
    } finally {
      others.forEach(LedgerTransaction::close);
    }
    assertEquals(CommitFate.ABANDONED, fate(commit));
  }

  private CommitFate fateOfOpen(boolean commits) throws Exception {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    FutureTask<CommitFate> question = new FutureTask<>(() -> fate(commit));
    try (LedgerTransaction transaction = ledger.begin(commit)) {
      transaction.write(Till.open(transaction, event, "A-1").hold("A-1", ANN).writes());
      Thread.ofVirtual().start(question);
      awaitWaiter();
      assertFalse(question.isDone());
      if (commits) {
        transaction.commit();
      }
    }
    return question.get(20, TimeUnit.SECONDS);
  }

  /** Returns when a session waits for another's transaction to end. */
  private static void awaitWaiter() throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement()) {
      boolean waits = false;
      while (!waits) {
        assertTrue(System.nanoTime() < end, "nobody waits");
        try (ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) > 0 FROM pg_stat_activity
                WHERE application_name = 'holdfast-lookup' AND wait_event_type = 'Lock'\
                """)) {
          row.next();
          waits = row.getBoolean(1);
        }
      }
    }
  }

  /** A trigger at the end of the transaction speaks as a pooler does that lost its server. */
  @ParameterizedTest(name = "together with what it writes: {0}")
  @ValueSource(booleans = {false, true})
  void I2_a_commit_of_which_the_server_says_that_it_does_not_know_is_unknown(boolean together)
      throws SQLException {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    atCommit(
        "RAISE EXCEPTION 'gone' USING ERRCODE = '40003'",
        () -> commitWith(commit, event, together, () -> {}));
    assertEquals(CommitFate.ABANDONED, fate(commit));
    assertEquals(0, ledger.picture(event).orElseThrow().seq());
  }

  @Test
  void a_commit_that_the_server_says_it_rolled_back_is_known_to_have_failed() throws SQLException {
    EventId event = new Till(SCHEMA.store()).anEvent();
    atCommit(
        "RAISE EXCEPTION 'again' USING ERRCODE = '40001'",
        () -> assertThrows(StoreFailure.Unavailable.class, () -> hold(aCommit(), event)));
    assertEquals(0, ledger.picture(event).orElseThrow().seq());
  }

  /**
   * The server's word for "committed here, but no replica has it" is success with a warning. A
   * trigger that warns at the end of the transaction looks the same from outside.
   */
  @ParameterizedTest(name = "together with what it writes: {0}")
  @ValueSource(booleans = {false, true})
  void I2_a_commit_that_comes_back_with_a_warning_is_unknown(boolean together) throws SQLException {
    CommitId commit = aCommit();
    EventId event = new Till(SCHEMA.store()).anEvent();
    atCommit("RAISE WARNING 'not replicated'", () -> commitWith(commit, event, together, () -> {}));
    assertEquals(CommitFate.COMMITTED, fate(commit));
  }

  /** Something happens at every commit that wrote a journal line. */
  private static void atCommit(String happens, Runnable work) throws SQLException {
    SCHEMA.run(
        """
        CREATE FUNCTION happen() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN %s; RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER happens AFTER INSERT ON journal
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION happen()\
        """
            .formatted(happens));
    try {
      work.run();
    } finally {
      SCHEMA.run("DROP FUNCTION happen() CASCADE");
    }
  }
}
