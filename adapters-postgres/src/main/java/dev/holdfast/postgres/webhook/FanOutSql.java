package dev.holdfast.postgres.webhook;

import dev.holdfast.postgres.ledger.JournalColumns;

/** Statements that read journals on. */
final class FanOutSql {
  private FanOutSql() {}

  /** Gives the clock, and when the last commit of a change was named. */
  static final String LAST_COMMIT =
      """
      SELECT t.now, (SELECT c.at FROM commit_id c ORDER BY c.at DESC LIMIT 1)
      FROM (SELECT holdfast_now() AS now OFFSET 0) t\
      """;

  /**
   * Locks the mark of the next event in turn whose journal is ahead of it, and that nobody has.
   * Events of workspaces where nobody listens are not even looked at; each of the others costs two
   * look-ups. More candidates than one are for the case that others have them.
   *
   * <p>The workspace stands between bounds and not behind an equals sign, so that there is an order
   * to ask for that only its index gives.
   *
   * <p>1 and 2 {@code bigint} the event that had the last turn. Gives event, mark, workspace.
   */
  static final String NEXT =
      """
      SELECT m.event_id, m.seq, m.workspace_id FROM webhook_mark m
      WHERE m.event_id = ANY (ARRAY(
          SELECT x.event_id
          FROM (SELECT DISTINCT workspace_id FROM webhook
                WHERE enabled AND deleted_at IS NULL) w
          CROSS JOIN LATERAL (
            SELECT k.event_id, k.seq FROM webhook_mark k
            WHERE k.workspace_id BETWEEN w.workspace_id AND w.workspace_id
            ORDER BY k.workspace_id, k.event_id OFFSET 0) x
          WHERE x.seq < coalesce(
            (SELECT h.seq FROM event_head h WHERE h.event_id = x.event_id),
            (SELECT d.seq FROM deleted_event d WHERE d.event_id = x.event_id))
          ORDER BY x.event_id <= ?, x.event_id LIMIT 64))
        AND m.seq < coalesce(
          (SELECT h.seq FROM event_head h WHERE h.event_id = m.event_id),
          (SELECT d.seq FROM deleted_event d WHERE d.event_id = m.event_id))
      ORDER BY m.event_id <= ?, m.event_id LIMIT 1 FOR UPDATE OF m SKIP LOCKED\
      """;

  /**
   * 1 and 2 {@code bigint} the event, there or deleted. Gives keys and names, and its last entry.
   */
  static final String FACTS =
      """
      SELECT e.key, e.name, c.key, c.name, h.seq
      FROM event e JOIN chart c ON c.id = e.chart_id JOIN event_head h ON h.event_id = e.id
      WHERE e.id = ?
      UNION ALL
      SELECT event_key, event_name, chart_key, chart_name, seq FROM deleted_event
      WHERE event_id = ?\
      """;

  /** 1 {@code bigint} event, 2 {@code bigint} after; then the portion. */
  static final String ENTRIES =
      JournalColumns.portionOf("WHERE event_id = ? AND seq > ? ORDER BY seq");

  /** 1 {@code bigint} workspace. Gives webhook, events, since when. */
  static final String SUBSCRIPTIONS =
      """
      SELECT id, events, since FROM webhook
      WHERE workspace_id = ? AND enabled AND deleted_at IS NULL ORDER BY id\
      """;

  /** 1 {@code bigint} new mark, 2 {@code bigint} event. */
  static final String MOVE = "UPDATE webhook_mark SET seq = ? WHERE event_id = ?";
}
