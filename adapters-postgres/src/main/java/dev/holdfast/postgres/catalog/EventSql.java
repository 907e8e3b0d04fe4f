package dev.holdfast.postgres.catalog;

/** Statements about events. */
final class EventSql {
  /** What {@link EventTables} reads as an event. */
  private static final String COLUMNS =
      "e.id, e.key, e.name, c.key, c.id, coalesce(c.published_version, 0), e.created_at,"
          + " e.updated_at, e.date";

  private EventSql() {}

  /**
   * 1 {@code bigint} workspace, 2 {@code text} key. Gives id and published version (0: none); both
   * stay as they are until the end of the transaction.
   */
  static final String CHART =
      """
      SELECT id, coalesce(published_version, 0) FROM chart
      WHERE workspace_id = ? AND key = ? FOR SHARE\
      """;

  /**
   * The event, its head and its mark for webhooks; no row when the key is taken.
   *
   * <p>1 {@code bigint} workspace, 2 {@code bigint} chart, 3 {@code text} key, 4 {@code text} name,
   * 5 {@code date}.
   */
  static final String ADD =
      """
      WITH added AS (
        INSERT INTO event (workspace_id, chart_id, key, name, date, created_at, updated_at)
        SELECT ?, ?, ?, ?, ?::date, t.now, t.now FROM (SELECT holdfast_now() AS now OFFSET 0) t
        ON CONFLICT ON CONSTRAINT event_key_taken DO NOTHING RETURNING *),
      head AS (INSERT INTO event_head (event_id) SELECT id FROM added),
      mark AS (
        INSERT INTO webhook_mark (event_id, workspace_id) SELECT id, workspace_id FROM added)
      SELECT
      """
          + COLUMNS
          + " FROM added e JOIN chart c ON c.id = e.chart_id";

  /** 1 {@code bigint} workspace, 2 {@code text} key. */
  static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM event e JOIN chart c ON c.id = e.chart_id WHERE e.workspace_id = ? AND e.key = ?";

  /** 1 {@code bigint} workspace, 2 {@code integer} limit, 3 {@code bigint} offset. */
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + """
           FROM event e JOIN chart c ON c.id = e.chart_id
          WHERE e.workspace_id = ? ORDER BY e.created_at DESC, e.key LIMIT ? OFFSET ?\
          """;

  /** 1 {@code bigint} workspace. */
  static final String COUNT = "SELECT count(*) FROM event WHERE workspace_id = ?";

  /** 1 {@code text} name, 2 {@code bigint} workspace, 3 {@code text} key. */
  static final String RENAME =
      """
      UPDATE event e SET name = ?, updated_at = holdfast_now()
      FROM chart c
      WHERE c.id = e.chart_id AND e.workspace_id = ? AND e.key = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Waits for a change of the event under way. */
  static final String LOCK_TO_DELETE =
      """
      SELECT h.event_id FROM event_head h
      WHERE h.event_id = (SELECT id FROM event WHERE workspace_id = ? AND key = ?) FOR UPDATE\
      """;

  /**
   * 1 to 3 {@code bigint}: the event. Its ledger rows are removed later, see deleted_event, which
   * keeps what webhooks are still to be told.
   */
  static final String DELETE =
      """
      INSERT INTO deleted_event (event_id, seq, event_key, event_name, chart_key, chart_name)
      SELECT e.id, h.seq, e.key, e.name, c.key, c.name
      FROM event e JOIN event_head h ON h.event_id = e.id JOIN chart c ON c.id = e.chart_id
      WHERE e.id = ?;
      DELETE FROM event_head WHERE event_id = ?;
      DELETE FROM event WHERE id = ?\
      """;

  /** 1 {@code bigint} event. Gives chart and published version (0: none). */
  static final String LAYOUT =
      """
      SELECT c.id, coalesce(c.published_version, 0)
      FROM event e JOIN chart c ON c.id = e.chart_id WHERE e.id = ?\
      """;
}
