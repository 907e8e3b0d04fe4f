package dev.holdfast.postgres.ledger;

/**
 * Locks event rows and reads their heads, in one round trip of up to three statements.
 *
 * <p>{@code FOR NO KEY UPDATE}: the plain kind would also stop everybody who only refers to the
 * row. Every writer takes this lock first, so no row of an object needs one of its own.
 */
final class LockSql {
  private LockSql() {}

  /**
   * Waits for one event row.
   *
   * <p>1 {@code bigint}: the event. Gives event and last sequence number, no row when it is gone.
   */
  static final String WAIT =
      """
      SELECT h.event_id, h.seq FROM event_head h WHERE h.event_id = ? FOR NO KEY UPDATE\
      """;

  /**
   * Takes those event rows that nobody has. Never waits, hence cannot deadlock whatever is locked
   * already.
   *
   * <p>1 {@code bigint[]}: the events, ascending. Gives event and last sequence number of each row
   * locked.
   */
  static final String IF_FREE =
      """
      SELECT h.event_id, h.seq
      FROM unnest(?::bigint[]) AS w (event_id)
      CROSS JOIN LATERAL (
        SELECT x.event_id, x.seq FROM event_head x WHERE x.event_id = w.event_id
        FOR NO KEY UPDATE SKIP LOCKED) AS h\
      """;

  /**
   * Reads by which layout and rules each event sells. A statement of its own, because the locking
   * one sees other tables as they were when it began to wait: what was changed meanwhile would be
   * missed.
   *
   * <p>1 {@code bigint[]}: the events. Gives event, chart, published version (0: none) and rules
   * version of each that exists.
   */
  static final String SOLD_BY =
      """
      SELECT e.id, e.chart_id, e.published, e.rules_version
      FROM unnest(?::bigint[]) AS w (event_id)
      CROSS JOIN LATERAL (
        SELECT x.id, x.chart_id,
               (SELECT coalesce(c.published_version, 0) FROM chart c WHERE c.id = x.chart_id)
                 AS published, x.rules_version
        FROM event x WHERE x.id = w.event_id LIMIT 1) AS e\
      """;
}
