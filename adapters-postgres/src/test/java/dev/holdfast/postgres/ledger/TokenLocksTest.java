package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which rows of tokens a transaction locks, in which order, and who waits for them. */
final class TokenLocksTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final HoldToken ANN = new HoldToken("ann");
  private static final HoldToken BEN = new HoldToken("ben");
  private static final HoldToken ZOE = new HoldToken("zoe");

  private final Till till = new Till(SCHEMA.store());
  private WorkspaceId workspace = new WorkspaceId(1);
  private EventId event = new EventId(1);

  @BeforeEach
  void anEvent() {
    workspace = till.aWorkspace();
    event = till.anEvent(workspace);
  }

  private void tokens(HoldToken... tokens) throws SQLException {
    for (HoldToken token : tokens) {
      SCHEMA.run(
          """
          INSERT INTO hold_token (workspace_id, token, since, until)
          VALUES (%d, '%s', holdfast_now(), holdfast_now() + interval '10 minutes')\
          """
              .formatted(workspace.value(), token.value()));
    }
  }

  private LedgerReads.OfEvent read(LedgerTransaction transaction, Set<HoldToken> tokens) {
    transaction.lock(Till.waitFor(event));
    ReadWish.OfEvent wish = new ReadWish.OfEvent(event, Set.of("A-1"), tokens, Set.of(), Set.of());
    return Objects.requireNonNull(
        transaction.read(new ReadWish(List.of(wish))).events().get(event));
  }

  /** Locks a token's row as a stranger; the row of another that has it is an error. */
  private static void lock(Statement statement, HoldToken token) throws SQLException {
    statement.execute(
        "SELECT FROM hold_token WHERE token = '" + token.value() + "' FOR NO KEY UPDATE NOWAIT");
  }

  private static void awaitWaiter() throws SQLException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (waiters() == 0) {
      assertTrue(System.nanoTime() < end, "nobody waits for a row");
    }
  }

  private static int waiters() throws SQLException {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%hold_token%'
                  AND datname = current_database()
                  AND pid <> pg_backend_pid()\
                """)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void I10_tokens_are_locked_in_the_order_of_their_names_whatever_order_they_were_made_in()
      throws Exception {
    tokens(ZOE, BEN, ANN);
    try (Connection connection = SCHEMA.connection();
        Statement stranger = connection.createStatement();
        LedgerTransaction waiting = SCHEMA.store().ledger().begin(Till.aCommit())) {
      connection.setAutoCommit(false);
      lock(stranger, BEN);
      Set<HoldToken> wanted = new LinkedHashSet<>(List.of(ZOE, BEN, ANN));
      FutureTask<LedgerReads.OfEvent> read = new FutureTask<>(() -> read(waiting, wanted));
      Thread.ofPlatform().daemon().start(read);
      awaitWaiter();
      // It has the first, waits for the second, and has not touched the third.
      stranger.execute("SAVEPOINT before");
      assertThrows(SQLException.class, () -> lock(stranger, ANN));
      stranger.execute("ROLLBACK TO SAVEPOINT before");
      lock(stranger, ZOE);
      connection.rollback();
      assertEquals(Set.of(ANN, BEN, ZOE), read.get(60, TimeUnit.SECONDS).terms().keySet());
    }
  }

  @Test
  void what_is_decided_after_a_wait_for_the_end_of_a_token_is_decided_on_that() throws Exception {
    tokens(ANN);
    try (Connection connection = SCHEMA.connection();
        Statement stranger = connection.createStatement();
        LedgerTransaction waiting = SCHEMA.store().ledger().begin(Till.aCommit())) {
      connection.setAutoCommit(false);
      stranger.execute("UPDATE hold_token SET until = since, ended = true");
      FutureTask<LedgerReads.OfEvent> read = new FutureTask<>(() -> read(waiting, Set.of(ANN)));
      Thread.ofPlatform().daemon().start(read);
      awaitWaiter();
      connection.commit();
      var term = Objects.requireNonNull(read.get(60, TimeUnit.SECONDS).terms().get(ANN));
      assertEquals(term.since(), term.until());
    }
  }

  @Test
  void a_transaction_that_asks_for_no_token_locks_none() throws Exception {
    tokens(ANN);
    try (Connection connection = SCHEMA.connection();
        Statement stranger = connection.createStatement();
        LedgerTransaction reading = SCHEMA.store().ledger().begin(Till.aCommit())) {
      connection.setAutoCommit(false);
      read(reading, Set.of());
      lock(stranger, ANN);
      connection.rollback();
    }
  }

  @Test
  void tokens_of_other_workspaces_are_not_locked() throws Exception {
    tokens(ANN);
    EventId other = till.anEvent(till.aWorkspace());
    try (Connection connection = SCHEMA.connection();
        Statement stranger = connection.createStatement();
        LedgerTransaction reading = SCHEMA.store().ledger().begin(Till.aCommit())) {
      connection.setAutoCommit(false);
      reading.lock(Till.waitFor(other));
      ReadWish.OfEvent wish =
          new ReadWish.OfEvent(other, Set.of(), Set.of(ANN), Set.of(), Set.of());
      LedgerReads reads = reading.read(new ReadWish(List.of(wish)));
      assertFalse(Objects.requireNonNull(reads.events().get(other)).terms().containsKey(ANN));
      lock(stranger, ANN);
      connection.rollback();
    }
  }
}
