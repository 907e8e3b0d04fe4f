package dev.holdfast.postgres.webhook;

/** Statements that take deliveries out of the queue, record what became of them, and forget. */
final class CourierSql {
  private CourierSql() {}

  /**
   * Keeps the webhooks that something is due of and nobody else keeps, and those under way. What
   * somebody else is keeping in this instant is skipped.
   *
   * <p>1 {@code uuid} node, 2 {@code seconds} the lease, 3 {@code uuid} node, 4 {@code bigint[]}
   * deliveries under way, 5 {@code bigint[]} the same, 6 {@code uuid} node, 7 {@code text} name of
   * the key for secrets, 8 {@code text[]} keys of webhooks with their sealed secrets that cannot be
   * read, 9 {@code bigint[]} webhooks and 10 {@code bigint[]} workspaces that nothing is to be
   * taken of, 11 {@code integer} most webhooks. Gives the webhooks.
   */
  static final String KEEP =
      """
      UPDATE webhook_lease SET node = ?, until = (SELECT holdfast_now()) + make_interval(secs => ?)
      WHERE webhook_id = ANY (ARRAY(
        SELECT l.webhook_id FROM webhook_lease l
        WHERE (l.node = ? OR l.until <= (SELECT holdfast_now()))
          AND (l.webhook_id = ANY (ARRAY(
              SELECT u.webhook_id FROM webhook_delivery u WHERE u.id = ANY (?::bigint[])))
            OR l.webhook_id = ANY (ARRAY(
              SELECT w.id
              FROM webhook w JOIN webhook_lease f ON f.webhook_id = w.id
              CROSS JOIN LATERAL (
                SELECT d.due_at FROM webhook_delivery d
                WHERE d.webhook_id = w.id AND d.due_at <= (SELECT holdfast_now())
                  AND d.id <> ALL (?::bigint[])
                ORDER BY d.due_at, d.id LIMIT 1) first
              WHERE (f.node = ? OR f.until <= (SELECT holdfast_now()))
                AND w.enabled AND w.deleted_at IS NULL AND w.secret_key = ?
                AND w.key || ' ' || w.secret <> ALL (?::text[])
                AND w.id <> ALL (?::bigint[]) AND w.workspace_id <> ALL (?::bigint[])
              ORDER BY first.due_at, w.id LIMIT ?)))
        FOR UPDATE SKIP LOCKED))
      RETURNING webhook_id\
      """;

  /**
   * What is due of kept webhooks. Deliveries of one workspace are counted in the order in which
   * they are due, over all its webhooks.
   *
   * <p>1 {@code bigint[]} webhooks, 2 {@code integer[]} their limits, 3 {@code text} name of the
   * key for secrets, 4 {@code text[]} keys of webhooks with their sealed secrets that cannot be
   * read, 5 {@code bigint[]} deliveries under way, 6 {@code bigint[]} workspaces, 7 {@code
   * integer[]} their limits, 8 {@code integer} that of all others, 9 {@code integer} most of all.
   * Gives the number, workspace, webhook, its key, url, secret, lane, body, attempts.
   */
  static final String DUE =
      """
      SELECT d.id, k.workspace_id, k.id, k.key, k.url, k.secret, b.lane, b.body, b.attempts
      FROM (
        SELECT n.id, n.due_at, n.webhook_id
        FROM (
          SELECT x.id, x.due_at, x.webhook_id, w.workspace_id,
                 row_number() OVER (PARTITION BY w.workspace_id ORDER BY x.due_at, x.id) AS place
          FROM unnest(?::bigint[], ?::integer[]) AS l (webhook_id, most)
          JOIN webhook w ON w.id = l.webhook_id
            AND w.enabled AND w.deleted_at IS NULL AND w.secret_key = ?
            AND w.key || ' ' || w.secret <> ALL (?::text[])
          CROSS JOIN LATERAL (
            SELECT q.id, q.due_at, q.webhook_id FROM webhook_delivery q
            WHERE q.webhook_id = l.webhook_id AND q.due_at <= (SELECT holdfast_now())
              AND q.id <> ALL (?::bigint[])
            ORDER BY q.due_at, q.id LIMIT l.most) x) n
        LEFT JOIN unnest(?::bigint[], ?::integer[]) AS s (workspace_id, most)
          ON s.workspace_id = n.workspace_id
        WHERE n.place <= coalesce(s.most, ?)
        ORDER BY n.due_at, n.id LIMIT ?) d
      JOIN webhook_delivery b ON b.id = d.id
      JOIN webhook k ON k.id = d.webhook_id
      ORDER BY d.due_at, d.id\
      """;

  /** Nodes record in one order, so that they never wait for each other in a ring. */
  static final String LOCK =
      "SELECT id FROM webhook_delivery WHERE id = ANY (?::bigint[]) ORDER BY id FOR UPDATE";

  /**
   * Records attempts, each once.
   *
   * <p>1 {@code bigint[]} deliveries, 2 {@code integer[]} numbers, 3 {@code text[]} stati of
   * answers or null, 4 {@code bigint[]} latencies in ms, 5 {@code text[]} what each delivery is
   * then, 6 {@code bigint[]} pauses in ms, 7 {@code bigint[]} the deliveries once more: a join
   * alone may read the whole table.
   */
  static final String RECORD =
      """
      UPDATE webhook_delivery d SET
        attempts = a.number, response_status = a.answer::integer, latency_ms = a.latency,
        last_attempt_at = a.now, status = a.status,
        due_at = CASE WHEN a.status = 'retrying'
                      THEN a.now + a.pause * interval '1 millisecond' END
      FROM (
        SELECT v.*, t.now
        FROM unnest(?::bigint[], ?::integer[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
          AS v (id, number, answer, latency, status, pause)
        CROSS JOIN (SELECT holdfast_now() AS now OFFSET 0) t) a
      WHERE d.id = a.id AND d.id = ANY (?::bigint[])
        AND d.attempts < a.number AND d.status <> 'success'\
      """;

  /** 1 {@code seconds} how long deliveries are recorded, 2 {@code integer} most rows. */
  static final String PRUNE_DONE =
      """
      DELETE FROM webhook_delivery WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM webhook_delivery
        WHERE due_at IS NULL AND queued_at < (SELECT holdfast_now()) - make_interval(secs => ?)
        ORDER BY queued_at LIMIT ? FOR UPDATE SKIP LOCKED))\
      """;

  /** 1 {@code seconds} how long deliveries are recorded, 2 {@code integer} most rows. */
  static final String PRUNE_DELETED =
      """
      DELETE FROM webhook_delivery WHERE ctid = ANY (ARRAY(
        SELECT d.ctid FROM webhook_delivery d
        WHERE d.due_at IS NOT NULL AND d.webhook_id = ANY (ARRAY(
          SELECT id FROM webhook
          WHERE deleted_at < (SELECT holdfast_now()) - make_interval(secs => ?)))
        LIMIT ? FOR UPDATE SKIP LOCKED))\
      """;

  /** 1 {@code seconds} how long deliveries are recorded. */
  static final String FORGET_WEBHOOKS =
      """
      DELETE FROM webhook w
      WHERE w.deleted_at < (SELECT holdfast_now()) - make_interval(secs => ?)
        AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id)\
      """;
}
