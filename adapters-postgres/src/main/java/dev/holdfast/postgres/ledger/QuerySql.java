package dev.holdfast.postgres.ledger;

/** The ledger's questions outside transactions of changes. None of them locks a row. */
final class QuerySql {
  private QuerySql() {}

  /**
   * Takes a commit id for good, or tells that it is taken; waits for a transaction that has written
   * it and is still open.
   *
   * <p>The update changes nothing, but makes even the answer "committed" a commit: it waits for the
   * replica like any other, behind the one it speaks of.
   *
   * <p>1 {@code uuid}. Gives whether the transaction has committed.
   */
  static final String FATE =
      """
      INSERT INTO commit_id AS c (id, committed) VALUES (?, false)
      ON CONFLICT (id) DO UPDATE SET committed = c.committed
      RETURNING committed\
      """;

  /**
   * Holds that are over, oldest first. The clock stands in a subquery, because a volatile function
   * cannot bound an index scan. Events that are being removed are left out.
   *
   * <p>1 and 3 {@code bigint[]}: events to leave out. 2, 4 and 5 {@code integer}: the limit. Gives
   * event, object, hold.
   */
  static final String DUE =
      """
      SELECT d.event_id, d.object, d.hold FROM (
        (SELECT s.event_id, s.label AS object, s.hold, s.until FROM seat s
         WHERE s.state = 'held' AND s.until <= (SELECT holdfast_now())
           AND s.event_id <> ALL (?::bigint[])
           AND (SELECT true FROM event_head h WHERE h.event_id = s.event_id)
         ORDER BY s.until LIMIT ?)
        UNION ALL
        (SELECT r.event_id, r.area, r.hold, r.until FROM area_record r
         WHERE r.state = 'held' AND r.until <= (SELECT holdfast_now())
           AND r.event_id <> ALL (?::bigint[])
           AND (SELECT true FROM event_head h WHERE h.event_id = r.event_id)
         ORDER BY r.until LIMIT ?)) d
      ORDER BY d.until, d.event_id, d.hold LIMIT ?\
      """;

  /**
   * How much of events is not free, in places. Seats are counted by the key of their table, which
   * has all of an event's together.
   *
   * <p>1 {@code bigint[]} events. Gives event, held, taken of each that exists.
   */
  static final String OCCUPANCIES =
      """
      SELECT h.event_id,
             s.held + r.held, s.taken + r.taken
      FROM unnest(?::bigint[]) AS w (event_id)
      CROSS JOIN LATERAL (
        SELECT x.event_id FROM event_head x WHERE x.event_id = w.event_id LIMIT 1) h
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE x.state = 'held' AND x.until > (SELECT holdfast_now())) AS held,
               count(*) FILTER (WHERE x.state = 'taken'
                 OR (x.state = 'held' AND x.resale AND x.until <= (SELECT holdfast_now()))) AS taken
        FROM (SELECT * FROM seat y WHERE y.event_id = w.event_id
              ORDER BY y.event_id, y.label OFFSET 0) x) s
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(x.quantity)
                 FILTER (WHERE x.state = 'held' AND x.until > (SELECT holdfast_now())), 0) AS held,
               coalesce(sum(x.quantity) FILTER (WHERE x.state = 'taken'), 0) AS taken
        FROM (SELECT * FROM area_record y WHERE y.event_id = w.event_id
              ORDER BY y.event_id, y.number OFFSET 0) x) r\
      """;

  /** 1 {@code bigint} event, 2 {@code bigint} after, 3 {@code bigint} event; then the portion. */
  static final String JOURNAL =
      JournalColumns.portionOf(
          """
          WHERE event_id = ? AND seq > ? AND (SELECT true FROM event_head h WHERE h.event_id = ?)
          ORDER BY seq\
          """);

  /** 1 {@code bigint[]} events. Gives event and last sequence number. */
  static final String HEADS = "SELECT event_id, seq FROM event_head WHERE event_id = ANY(?)";

  /**
   * Whether nothing was written after a number and no hold has lapsed unended. Those that have are
   * few: they are found by their deadline, of whichever event.
   *
   * <p>1 {@code bigint} event, 2 {@code bigint} seq, 3 and 4 {@code bigint} event.
   */
  static final String UNCHANGED =
      """
      SELECT EXISTS (SELECT FROM event_head WHERE event_id = ? AND seq = ?)
        AND NOT EXISTS (
          SELECT FROM (
            SELECT event_id FROM seat
            WHERE state = 'held' AND until <= (SELECT holdfast_now()) ORDER BY until) s
          WHERE s.event_id = ?)
        AND NOT EXISTS (
          SELECT FROM (
            SELECT event_id FROM area_record
            WHERE state = 'held' AND until <= (SELECT holdfast_now()) ORDER BY until) r
          WHERE r.event_id = ?)\
      """;

  /**
   * 1 {@code bigint} event, 2 {@code text} object, 3 {@code bigint} after, 4 {@code bigint} event;
   * then the portion.
   */
  static final String HISTORY =
      JournalColumns.portionOf(
          """
          WHERE event_id = ? AND object = ? AND seq > ?
            AND (SELECT true FROM event_head h WHERE h.event_id = ?)
          ORDER BY object, seq\
          """);

  /** 1 {@code bigint} event. Gives its last sequence number and the clock. */
  static final String HEAD = "SELECT h.seq, holdfast_now() FROM event_head h WHERE h.event_id = ?";

  /**
   * Makes everything that can be seen now survive a crash: a small transaction of its own that
   * waits for the disk, and so for all that was written before it.
   */
  static final String FLUSH =
      "SELECT pg_logical_emit_message(true, 'holdfast', 'seen by a reader')";
}
