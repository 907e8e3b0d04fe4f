package dev.holdfast.postgres;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Work that nobody waits for. Each call does one small batch in a transaction of its own, so that
 * nothing long ever stands in the way; a caller repeats it while there is more. Any number of nodes
 * may do it at once.
 */
public final class Housekeeping {
  /**
   * How long a commit can still be asked for. A caller gives up after seconds; the hour is for a
   * clock that jumps.
   */
  static final Duration COMMIT_IDS_LIVE = Duration.ofHours(1);

  /** Oldest a writer's transaction may become where the server does not know the limit itself. */
  static final Duration OLDEST_TRANSACTION = Duration.ofSeconds(5);

  /** Most rows in one transaction, so that it ends long before its limit. */
  static final int BATCH = 1_000;

  /** 1 {@code text} seconds, 2 {@code integer} most rows. */
  private static final String PRUNE_COMMIT_IDS =
      """
      DELETE FROM commit_id WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM commit_id
        WHERE at < (SELECT holdfast_now()) - make_interval(secs => ?)
        ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED))\
      """;

  /**
   * How long a token that is over is remembered: whoever comes with it late hears that it has
   * expired.
   */
  static final Duration TOKENS_LIVE_ON = Duration.ofHours(24);

  /** 1 {@code text} seconds, 2 {@code integer} most rows. */
  private static final String PRUNE_TOKENS =
      """
      DELETE FROM hold_token WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM hold_token
        WHERE until < (SELECT holdfast_now()) - make_interval(secs => ?) AND NOT ended
        ORDER BY until LIMIT ? FOR UPDATE SKIP LOCKED))\
      """;

  /** 1 {@code text} seconds, 2 {@code integer} most rows. */
  private static final String PRUNE_ANSWERS =
      """
      DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotency_key
        WHERE kept_at < (SELECT holdfast_now()) - make_interval(secs => ?)
        ORDER BY kept_at LIMIT ? FOR UPDATE SKIP LOCKED))\
      """;

  /** Leaves out events whose journals webhooks are still to be told of. */
  private static final String NEXT_DELETED_EVENT =
      """
      SELECT d.event_id FROM deleted_event d
      WHERE NOT EXISTS (
        SELECT FROM webhook_mark m
        JOIN webhook w ON w.workspace_id = m.workspace_id AND w.enabled AND w.deleted_at IS NULL
        WHERE m.event_id = d.event_id AND m.seq < d.seq)
      ORDER BY d.event_id LIMIT 1 FOR UPDATE OF d SKIP LOCKED\
      """;

  /** 1 {@code bigint} event, 2 {@code integer} most rows; for each table of the ledger. */
  private static final List<String> REMOVE =
      List.of("seat", "area_record", "area", "sale", "journal").stream()
          .map(table ->
              "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE event_id = ? LIMIT ?))"
                  .formatted(table))
          .toList();

  /** 1 {@code bigint} event. */
  private static final String FORGET_MARK = "DELETE FROM webhook_mark WHERE event_id = ?";

  /** 1 {@code bigint} event. */
  private static final String FORGET_EVENT = "DELETE FROM deleted_event WHERE event_id = ?";

  /** The clock is the server's own: it is the age of a process, and no business of the ledger. */
  private static final String END_OVERDUE =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename = current_user AND datname = current_database() AND application_name = ANY (?::text[])
        AND xact_start < clock_timestamp() - make_interval(secs => ?)\
      """;

  /** Whose transactions may hold an event's row. */
  private static final List<String> LOCKERS = List.of(PostgresStore.WRITERS, PostgresStore.CHANGES);

  private final Pool changes;
  private final Pool lookups;

  /**
   * Over two pools.
   *
   * @param lookups for what has to work while every change waits for a lock
   */
  Housekeeping(Pool changes, Pool lookups) {
    this.changes = changes;
    this.lookups = lookups;
  }

  /**
   * Forgets commit ids older than an hour.
   *
   * @return how many this time; under 1,000 when there are no more
   */
  public int pruneCommitIds() {
    return prune(PRUNE_COMMIT_IDS, COMMIT_IDS_LIVE);
  }

  /**
   * Forgets tokens that expired more than a day ago.
   *
   * @return how many this time; under 1,000 when there are no more
   */
  public int pruneTokens() {
    return prune(PRUNE_TOKENS, TOKENS_LIVE_ON);
  }

  /**
   * Forgets answers that were kept under idempotency keys for longer than they are known.
   *
   * @return how many this time; under 1,000 when there are no more
   */
  public int pruneAnswers() {
    return prune(PRUNE_ANSWERS, IdempotencyKey.LIFE);
  }

  private int prune(String sql, Duration age) {
    return changes.change(connection -> {
      try (PreparedStatement prune = connection.prepareStatement(sql)) {
        new Bindings(prune).seconds(age).integer(BATCH);
        return prune.executeUpdate();
      }
    });
  }

  /**
   * Removes ledger rows of one deleted event, of which webhooks have been told everything.
   *
   * @return how many this time, at most 1,000; 0 when there is no such event
   */
  public int removeDeletedEvents() {
    return changes.change(Housekeeping::removeDeletedEvents);
  }

  private static int removeDeletedEvents(Connection connection) throws SQLException {
    Optional<Long> event;
    try (PreparedStatement next = connection.prepareStatement(NEXT_DELETED_EVENT)) {
      event = Rows.first(next, row -> row.getLong(1));
    }
    if (event.isEmpty()) {
      return 0;
    }
    for (String sql : REMOVE) {
      try (PreparedStatement remove = connection.prepareStatement(sql)) {
        new Bindings(remove).number(event.get()).integer(BATCH);
        int removed = remove.executeUpdate();
        if (removed > 0) {
          return removed;
        }
      }
    }
    forget(connection, FORGET_MARK, event.get());
    return forget(connection, FORGET_EVENT, event.get());
  }

  private static int forget(Connection connection, String sql, long event) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(sql)) {
      new Bindings(forget).number(event);
      return forget.executeUpdate();
    }
  }

  /**
   * Ends transactions of our writers and changes, of any node, that are older than they may become:
   * the net for PostgreSQL 15 and 16, which have no {@code transaction_timeout}. A client frozen in
   * the middle of a statement counts as busy there, and no other time-out ends it.
   *
   * @return how many were ended
   */
  public int endOverdueTransactions() {
    return endTransactionsOlderThan(OLDEST_TRANSACTION);
  }

  int endTransactionsOlderThan(Duration age) {
    return lookups.read(connection -> {
      try (PreparedStatement end = connection.prepareStatement(END_OVERDUE)) {
        new Bindings(end).texts(LOCKERS, name -> name).seconds(age);
        return (int) Rows.list(end, row -> row.getBoolean(1)).stream().filter(b -> b).count();
      }
    });
  }
}
