package dev.holdfast.postgres.ledger;

/**
 * Answers under idempotency keys. Keys are taken by advisory locks, because there is no row yet
 * that could be locked; two keys with one hash only make one of their callers wait.
 */
final class AnswerSql {
  private AnswerSql() {}

  private static final String HASH = "hashtextextended(w.key, w.workspace_id)";

  /**
   * Takes keys until the end of the transaction, without waiting.
   *
   * <p>1 {@code bigint[]} workspaces, 2 {@code text[]} keys. Gives workspace, key, and whether it
   * is ours, of each.
   */
  static final String TAKE =
      "SELECT w.workspace_id, w.key, pg_try_advisory_xact_lock("
          + HASH
          + ") FROM unnest(?::bigint[], ?::text[]) AS w (workspace_id, key)";

  /**
   * Takes one key until the end of the transaction, and waits for it.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} key.
   */
  static final String WAIT =
      "SELECT pg_advisory_xact_lock("
          + HASH
          + ") FROM (VALUES (?::bigint, ?::text)) AS w (workspace_id, key)";

  /**
   * What is known under keys. A statement of its own after the one that takes them: what their last
   * user committed is seen by it.
   *
   * <p>1 {@code bigint[]} workspaces, 2 {@code text[]} keys, 3 {@code seconds} how long an answer
   * is known. Gives workspace, key, request, answer and the name of the key for secrets that it is
   * sealed by, of each that is known.
   */
  static final String FIND =
      """
      SELECT w.workspace_id, w.key, k.request, k.answer, k.secret_key
      FROM unnest(?::bigint[], ?::text[]) AS w (workspace_id, key)
      CROSS JOIN LATERAL (
        SELECT x.request, x.answer, x.secret_key FROM idempotency_key x
        WHERE x.workspace_id = w.workspace_id AND x.key = w.key
          AND (x.kept_at > (SELECT holdfast_now()) - make_interval(secs => ?)) IS TRUE
        LIMIT 1) k\
      """;

  /**
   * Keeps answers; one that is not known any more gives way.
   *
   * <p>1 {@code text} the name of the key for secrets that they are sealed by, or null, 2 {@code
   * bigint[]} workspaces, 3 {@code text[]} keys, 4 {@code text[]} requests, 5 {@code text[]}
   * answers, 6 {@code seconds} how long an answer is known. Changes one row each.
   */
  static final String KEEP =
      """
      INSERT INTO idempotency_key (workspace_id, key, request, answer, secret_key, kept_at)
      SELECT w.*, ?::text, (SELECT holdfast_now())
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
        AS w (workspace_id, key, request, answer)
      ON CONFLICT (workspace_id, key) DO UPDATE SET
        request = excluded.request, answer = excluded.answer,
        secret_key = excluded.secret_key, kept_at = excluded.kept_at
      WHERE idempotency_key.kept_at <= excluded.kept_at - make_interval(secs => ?)\
      """;
}
