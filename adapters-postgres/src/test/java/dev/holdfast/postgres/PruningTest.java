package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens and answers are forgotten when nobody can ask for them any more. */
final class PruningTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private final Housekeeping housekeeping = SCHEMA.store().housekeeping();
  private final Till till = new Till(SCHEMA.store());

  private static long count(String table) throws SQLException {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void tokens(int count, String life) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO hold_token (workspace_id, token, since, until)
        SELECT %d, 'token-' || n || '%3$s', holdfast_now(), holdfast_now() + interval '%3$s'
        FROM generate_series(1, %2$d) n\
        """
            .formatted(till.aWorkspace().value(), count, life));
  }

  @Test
  void tokens_are_remembered_for_a_day_after_they_expired() throws SQLException {
    tokens(2, "10 minutes");
    tokens(1, "2 hours");
    SCHEMA.moveClock(Duration.ofHours(24).plusMinutes(10));
    assertEquals(0, housekeeping.pruneTokens());
    SCHEMA.moveClock(Duration.ofSeconds(1));
    assertEquals(2, housekeeping.pruneTokens());
    assertEquals(1, count("hold_token"));
  }

  @Test
  void tokens_that_were_ended_and_may_still_hold_something_are_not_forgotten() throws SQLException {
    tokens(2, "10 minutes");
    SCHEMA.run("UPDATE hold_token SET ended = true WHERE token LIKE 'token-1%'");
    SCHEMA.moveClock(Duration.ofDays(9));
    assertEquals(1, housekeeping.pruneTokens());
    SCHEMA.run("UPDATE hold_token SET ended = false");
    assertEquals(1, housekeeping.pruneTokens());
  }

  private void answers(int count) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO idempotency_key (workspace_id, key, request, answer, kept_at)
        SELECT 1, 'key-' || n, repeat('a1', 32), 'yes', holdfast_now()
        FROM generate_series(1, %d) n\
        """
            .formatted(count));
  }

  @Test
  void answers_are_pruned_when_they_are_not_known_any_more() throws SQLException {
    answers(3);
    SCHEMA.moveClock(Duration.ofHours(24));
    assertEquals(0, housekeeping.pruneAnswers());
    SCHEMA.moveClock(Duration.ofSeconds(1));
    assertEquals(3, housekeeping.pruneAnswers());
    assertEquals(0, count("idempotency_key"));
  }

  @Test
  void answers_are_pruned_in_batches_and_nobody_is_waited_for() throws SQLException {
    answers(1_002);
    SCHEMA.moveClock(Duration.ofDays(2));
    try (Connection stranger = SCHEMA.connection();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT * FROM idempotency_key WHERE key = 'key-1002' FOR UPDATE");
      assertEquals(1_000, housekeeping.pruneAnswers());
      assertEquals(1, housekeeping.pruneAnswers());
      stranger.rollback();
    }
    assertEquals(1, housekeeping.pruneAnswers());
  }

  @Test
  void tokens_are_pruned_in_batches_and_nobody_is_waited_for() throws SQLException {
    tokens(1_002, "10 minutes");
    SCHEMA.moveClock(Duration.ofDays(2));
    try (Connection stranger = SCHEMA.connection();
        Statement statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      statement.execute("SELECT * FROM hold_token WHERE token LIKE 'token-1002%' FOR UPDATE");
      assertEquals(1_000, housekeeping.pruneTokens());
      assertEquals(1, housekeeping.pruneTokens());
      stranger.rollback();
    }
    assertEquals(1, housekeeping.pruneTokens());
  }
}
