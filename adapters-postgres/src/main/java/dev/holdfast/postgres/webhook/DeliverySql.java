package dev.holdfast.postgres.webhook;

/** Statements about deliveries. */
final class DeliverySql {
  /**
   * What {@link DeliveryTables} reads as a delivery; of a deleted webhook what is due has failed.
   */
  private static final String COLUMNS =
      """
      d.key, w.key, d.event,
        CASE WHEN d.due_at IS NOT NULL AND w.deleted_at IS NOT NULL THEN 'failed'
             ELSE d.status END,
        d.attempts, d.response_status, d.latency_ms, d.queued_at, d.last_attempt_at\
      """;

  private DeliverySql() {}

  /**
   * Queues deliveries; their numbers grow in the order of the arrays.
   *
   * <p>1 {@code text[]} keys, 2 {@code bigint[]} webhooks, 3 {@code text[]} events, 4 {@code
   * text[]} lanes, 5 {@code text[]} bodies.
   */
  static final String QUEUE_ALL =
      """
      INSERT INTO webhook_delivery (key, webhook_id, event, lane, body, queued_at, due_at)
      SELECT d.key, d.webhook_id, d.event, d.lane, d.body, t.now, t.now
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
        AS d (key, webhook_id, event, lane, body, place)
      CROSS JOIN (SELECT holdfast_now() AS now OFFSET 0) t
      ORDER BY d.place\
      """;

  /**
   * Queues one delivery for a webhook that is there.
   *
   * <p>1 {@code text} key, 2 {@code text} event, 3 {@code text} lane, 4 {@code text} body, 5 {@code
   * bigint} workspace, 6 {@code text} webhook's key.
   */
  static final String QUEUE =
      """
      WITH w AS (
        SELECT ?::text AS new_key, ?::text AS event, ?::text AS lane, ?::text AS body, id, key,
               deleted_at
        FROM webhook WHERE workspace_id = ? AND key = ? AND deleted_at IS NULL),
      d AS (
        INSERT INTO webhook_delivery (key, webhook_id, event, lane, body, queued_at, due_at)
        SELECT w.new_key, w.id, w.event, w.lane, w.body, t.now, t.now
        FROM w CROSS JOIN (SELECT holdfast_now() AS now OFFSET 0) t
        RETURNING *)
      SELECT
      """
          + COLUMNS
          + " FROM d JOIN w ON w.id = d.webhook_id";

  /**
   * What a recorded delivery said.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} webhook's key, 3 {@code text} delivery's key.
   * Gives event and body; both null when the webhook has no such delivery, no row when there is no
   * webhook.
   */
  static final String SAID =
      """
      SELECT d.event, d.body
      FROM webhook w LEFT JOIN webhook_delivery d ON d.webhook_id = w.id AND d.key = ?
      WHERE w.workspace_id = ? AND w.key = ? AND w.deleted_at IS NULL\
      """;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Gives number, and whether it is deleted. */
  static final String WEBHOOK =
      "SELECT id, deleted_at IS NOT NULL FROM webhook WHERE workspace_id = ? AND key = ?";

  /** 1 {@code bigint} webhook, 2 {@code integer} limit, 3 {@code bigint} offset. */
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + """
           FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
          WHERE d.webhook_id = ? ORDER BY d.id DESC LIMIT ? OFFSET ?\
          """;

  /** 1 {@code bigint} webhook. */
  static final String COUNT = "SELECT count(*) FROM webhook_delivery WHERE webhook_id = ?";
}
