package dev.holdfast.postgres.ledger;

/**
 * The statements of a write. All that are needed go over in one round trip, each set-based: one
 * array a column, one element a row.
 *
 * <p>Each changes as many rows as it was sent, see {@link #counted}; that is how a guard that
 * failed is noticed. Rows are found by primary key alone, through {@code ON CONFLICT} or a look-up
 * a row (a scalar subquery, {@code ctid}); an {@code UPDATE ... FROM unnest(...)} would leave the
 * planner the choice to read the whole table.
 */
final class WriteSql {
  private WriteSql() {}

  /** The end of a batch: what comes before it is on the disk when it is answered. */
  static final String COMMIT = "COMMIT";

  /**
   * A statement that fails with {@code HF001} unless it changes so many rows.
   *
   * <p>Its parameters, then {@code bigint} how many, then {@code text} what they are, for the
   * message.
   */
  static String counted(String sql) {
    return "WITH changed AS ("
        + sql
        + "\nRETURNING 1)\nSELECT holdfast_row_count(count(*), ?, ?) FROM changed";
  }

  /** This transaction need not wait for the disk. */
  static final String NOT_DURABLE = "SET LOCAL synchronous_commit = off";

  /** 1 {@code uuid}: names the transaction. */
  static final String COMMIT_ID = "INSERT INTO commit_id (id, committed) VALUES (?, true)";

  /**
   * Seats, new or changed.
   *
   * <p>1 {@code bigint[]} events, 2 {@code text[]} labels, 3 {@code bigint[]} versions, 4 {@code
   * bigint[]} versions decided on (0: no row), then {@link StateColumns#ARRAYS}.
   */
  static final String SEATS =
      "INSERT INTO seat (event_id, label, version, decided_on, "
          + StateColumns.NAMES
          + ")\nSELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], "
          + StateColumns.ARRAYS
          + ") AS w (event_id, label, version, decided_on, "
          + StateColumns.NAMES
          + ")\n"
          + """
          WHERE w.decided_on = 0 OR w.decided_on = (
            SELECT x.version FROM seat x WHERE x.event_id = w.event_id AND x.label = w.label)
          ON CONFLICT (event_id, label) DO UPDATE SET
            version = excluded.version, decided_on = excluded.decided_on, \
          """
          + StateColumns.EXCLUDED
          + "\nWHERE seat.version = excluded.decided_on";

  /**
   * Ends the open sales of seats. The outer condition is written so that it does not look like the
   * one of the index {@code sale_open}: the planner would else walk that index from end to end.
   *
   * <p>1 {@code bigint[]} events, 2 {@code text[]} labels.
   */
  static final String SALES_CLOSED =
      """
      UPDATE sale SET released_at = (SELECT holdfast_now())
      WHERE coalesce(released_at, 'infinity') = 'infinity' AND ctid = ANY (ARRAY(
        SELECT (SELECT x.ctid FROM sale x
                WHERE x.event_id = w.event_id AND x.label = w.label AND x.released_at IS NULL)
        FROM unnest(?::bigint[], ?::text[]) AS w (event_id, label)))\
      """;

  /**
   * Opens sales; the unique index {@code sale_open} refuses a second one of a seat (I1).
   *
   * <p>1 {@code bigint[]} events, 2 {@code text[]} labels, 3 {@code bigint[]} seats' versions, 4
   * {@code text[]} statuses, 5 {@code text[]} tokens, 6 {@code text[]} orders, 7 {@code
   * timestamptz[]} times.
   */
  static final String SALES_OPENED =
      """
      INSERT INTO sale (event_id, label, version, status, token, order_ref, taken_at)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                           ?::timestamptz[])\
      """;

  /**
   * Counters of areas, new or changed.
   *
   * <p>1 {@code bigint[]} events, 2 {@code text[]} keys, 3 {@code bigint[]} versions, 4 {@code
   * bigint[]} versions decided on, 5 to 7 {@code integer[]} capacities, held, taken.
   */
  static final String AREAS =
      """
      INSERT INTO area (event_id, key, version, decided_on, capacity, held, taken)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::integer[],
                           ?::integer[], ?::integer[])
        AS w (event_id, key, version, decided_on, capacity, held, taken)
      WHERE w.decided_on = 0 OR w.decided_on = (
        SELECT x.version FROM area x WHERE x.event_id = w.event_id AND x.key = w.key)
      ON CONFLICT (event_id, key) DO UPDATE SET
        version = excluded.version, decided_on = excluded.decided_on,
        capacity = excluded.capacity, held = excluded.held, taken = excluded.taken
      WHERE area.version = excluded.decided_on\
      """;

  /**
   * Area records, new or in a new state. Their area's version guards them.
   *
   * <p>1 {@code bigint[]} events, 2 {@code bigint[]} numbers, 3 {@code text[]} areas, 4 {@code
   * integer[]} quantities, then {@link StateColumns#ARRAYS}.
   */
  static final String RECORDS =
      "INSERT INTO area_record (event_id, number, area, quantity, "
          + StateColumns.NAMES
          + ")\nSELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::integer[], "
          + StateColumns.ARRAYS
          + ")\n"
          + """
          ON CONFLICT (event_id, number) DO UPDATE SET
            area = excluded.area, quantity = excluded.quantity, \
          """
          + StateColumns.EXCLUDED;

  /**
   * Removes area records. The number stands between bounds and not behind an equals sign, so that
   * there is an order to ask for, which only the primary key gives.
   *
   * <p>1 {@code bigint[]} events, 2 {@code bigint[]} numbers.
   */
  static final String RECORDS_ENDED =
      """
      DELETE FROM area_record WHERE ctid = ANY (ARRAY(
        SELECT (SELECT x.ctid FROM area_record x
                WHERE x.event_id = w.event_id AND x.number BETWEEN w.number AND w.number
                ORDER BY x.number LIMIT 1)
        FROM unnest(?::bigint[], ?::bigint[]) AS w (event_id, number)))\
      """;

  /**
   * Journal lines.
   *
   * <p>1 {@code uuid} the commit, then arrays in the order of the columns.
   */
  static final String JOURNAL =
      """
      INSERT INTO journal (commit_id, event_id, seq, object, area, version, kind, previous, token,
                           hold, quantity, category, until, order_ref, extra, dialect, key_id,
                           address, at, status, ticket_type)
      SELECT ?::uuid, w.* FROM unnest(
        ?::bigint[], ?::bigint[], ?::text[], ?::integer[]::boolean[], ?::bigint[], ?::text[],
        ?::text[], ?::text[], ?::bigint[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[],
        ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[],
        ?::text[]) AS w\
      """;

  /**
   * Moves the sequence numbers on.
   *
   * <p>1 {@code bigint[]} events, 2 {@code bigint[]} new last numbers, 3 {@code bigint[]} last
   * numbers before.
   */
  static final String HEADS =
      """
      UPDATE event_head h SET seq = w.seq
      FROM (SELECT l.seq, l.before,
                   (SELECT x.ctid FROM event_head x WHERE x.event_id = l.event_id) AS place
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS l (event_id, seq, before)
            OFFSET 0) w
      WHERE h.ctid = w.place AND h.seq = w.before\
      """;
}
