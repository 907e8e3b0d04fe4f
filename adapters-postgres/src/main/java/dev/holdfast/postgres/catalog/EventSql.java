package dev.holdfast.postgres.catalog;

/** Statements about events. */
final class EventSql {
  /** What {@link EventTables} reads as an event. */
  private static final String COLUMNS =
      "e.id, e.key, e.name, c.key, c.id, coalesce(c.published_version, 0), e.created_at,"
          + " e.updated_at, e.date, e.past, e.rules_version";

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
   * 5 {@code date}, 6 {@code boolean}: whether it has sale rules.
   */
  static final String ADD =
      """
      WITH added AS (
        INSERT INTO event
          (workspace_id, chart_id, key, name, date, rules_version, created_at, updated_at)
        SELECT ?, ?, ?, ?, ?::date, CASE WHEN ? THEN nextval('sale_rules_version') ELSE 0 END,
               t.now, t.now FROM (SELECT holdfast_now() AS now OFFSET 0) t
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

  private static final String EVENTS =
      "SELECT " + COLUMNS + " FROM event e JOIN chart c ON c.id = e.chart_id WHERE ";

  /** 1 {@code bigint} workspace, 2 {@code integer} limit. The greatest numbers first. */
  static final String NEWEST = EVENTS + "e.workspace_id = ? ORDER BY e.id DESC LIMIT ?";

  /** 1 {@code bigint} workspace, 2 {@code bigint} number, 3 {@code integer} limit. */
  static final String BELOW = EVENTS + "e.workspace_id = ? AND e.id < ? ORDER BY e.id DESC LIMIT ?";

  /** The same from there upwards: the smallest numbers first. */
  static final String ABOVE = EVENTS + "e.workspace_id = ? AND e.id > ? ORDER BY e.id LIMIT ?";

  /** 1 {@code bigint} workspace, 2 {@code text} chart, 3 {@code integer} limit. */
  static final String OF_CHART =
      EVENTS + "c.workspace_id = ? AND c.key = ? ORDER BY e.id DESC LIMIT ?";

  /**
   * 1 {@code bigint} event. Gives it, and waits for a change of it under way; others wait until the
   * end of the transaction.
   */
  static final String LOCK =
      """
      SELECT h.event_id FROM event_head h WHERE h.event_id = ? FOR NO KEY UPDATE\
      """;

  /** 1 {@code bigint} event. After the lock: what was changed while it was waited for is seen. */
  static final String BY_NUMBER = EVENTS + "e.id = ?";

  /** 1 {@code bigint} event. Gives how often it was edited today, a day of UTC, and the time. */
  static final String EDITS =
      """
      SELECT CASE WHEN e.edit_day = (t.now AT TIME ZONE 'UTC')::date THEN e.edit_count ELSE 0 END,
             t.now
      FROM event e, (SELECT holdfast_now() AS now OFFSET 0) t WHERE e.id = ?\
      """;

  /** 1 {@code timestamptz} now, 2 {@code integer} how many, 3 {@code bigint} event. */
  static final String EDITED =
      """
      UPDATE event SET edit_day = (?::timestamptz AT TIME ZONE 'UTC')::date, edit_count = ?
      WHERE id = ?\
      """;

  /**
   * 1 {@code text} key, 2 {@code text} name, 3 {@code date}, 4 {@code boolean} past (each null:
   * stays), 5 {@code boolean}: whether its rules are others now, 6 {@code bigint} event.
   */
  static final String CHANGE =
      """
      UPDATE event e
      SET key = coalesce(n.key, e.key), name = coalesce(n.name, e.name),
          date = coalesce(n.date, e.date), past = coalesce(n.past, e.past),
          rules_version = CASE WHEN n.rules THEN nextval('sale_rules_version')
                               ELSE e.rules_version END,
          updated_at = holdfast_now()
      FROM chart c,
           (SELECT ?::text AS key, ?::text AS name, ?::date AS date, ?::boolean AS past,
                   ?::boolean AS rules) n
      WHERE c.id = e.chart_id AND e.id = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} chart, 2 {@code bigint} event. */
  static final String MOVE =
      """
      UPDATE event e SET chart_id = c.id, updated_at = holdfast_now()
      FROM chart c
      WHERE c.id = ? AND e.id = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} event. Gives workspace, key and number of its chart. */
  static final String CHART_OF =
      """
      SELECT c.workspace_id, c.key, c.id
      FROM event e JOIN chart c ON c.id = e.chart_id WHERE e.id = ?\
      """;

  /** 1 {@code bigint} event. Gives chart, published version (0: none) and rules version. */
  static final String SOLD_BY =
      """
      SELECT c.id, coalesce(c.published_version, 0), e.rules_version
      FROM event e JOIN chart c ON c.id = e.chart_id WHERE e.id = ?\
      """;
}
