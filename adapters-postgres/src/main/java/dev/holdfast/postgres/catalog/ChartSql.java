package dev.holdfast.postgres.catalog;

/**
 * Statements about charts. Whoever changes a chart or its plan has its row locked: publishing,
 * deleting and the creation of an event exclude each other by that row.
 */
final class ChartSql {
  /** What {@link ChartTables} reads as a chart. */
  static final String COLUMNS =
      "id, key, name, draft_version, published_version, created_at, updated_at, published_at,"
          + " tags";

  private ChartSql() {}

  /** 1 {@code bigint} workspace, 2 to 5 {@code text} key, name, notation, draft. */
  static final String ADD =
      """
      INSERT INTO chart (workspace_id, key, name, draft_version, draft_notation, draft_text,
                         created_at, updated_at)
      SELECT ?, ?, ?, 1, ?, ?, t.now, t.now FROM (SELECT holdfast_now() AS now OFFSET 0) t
      RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. */
  static final String FIND = "SELECT " + COLUMNS + " FROM chart WHERE workspace_id = ? AND key = ?";

  /** 1 {@code bigint} workspace, 2 {@code integer} limit, 3 {@code bigint} offset. */
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + " FROM chart WHERE workspace_id = ? ORDER BY created_at DESC, key LIMIT ? OFFSET ?";

  /** 1 {@code bigint} workspace. */
  static final String COUNT = "SELECT count(*) FROM chart WHERE workspace_id = ?";

  /** 1 {@code text} name, 2 {@code bigint} workspace, 3 {@code text} key. */
  static final String RENAME =
      """
      UPDATE chart SET name = ?, updated_at = holdfast_now()
      WHERE workspace_id = ? AND key = ? RETURNING
      """
          + COLUMNS;

  /** 1 to 3 {@code text} name (null: stays), notation, draft, 4 {@code bigint} workspace, 5 key. */
  static final String REDRAW =
      """
      UPDATE chart SET name = coalesce(?::text, name), draft_version = draft_version + 1,
                       draft_notation = ?, draft_text = ?, updated_at = holdfast_now()
      WHERE workspace_id = ? AND key = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Gives key, version, notation, text. */
  static final String DRAFT =
      """
      SELECT key, draft_version, draft_notation, draft_text FROM chart
      WHERE workspace_id = ? AND key = ?\
      """;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Gives id, draft's number, next version. */
  static final String LOCK_TO_PUBLISH =
      """
      SELECT id, draft_version, last_published_version + 1 FROM chart
      WHERE workspace_id = ? AND key = ? FOR NO KEY UPDATE\
      """;

  /** 1 {@code bigint} chart. */
  static final String CLEAR_OBJECTS = "DELETE FROM chart_object WHERE chart_id = ?";

  /** 1 {@code bigint} chart. */
  static final String CLEAR_LAYOUT = "DELETE FROM chart_layout WHERE chart_id = ?";

  /**
   * The plan in its order.
   *
   * <p>1 {@code bigint} chart, 2 {@code integer} version, 3 {@code text[]} labels, 4 {@code text[]}
   * first categories, 5 {@code text[]} further categories, each an array's literal or null, 6
   * {@code integer[]} capacities, 0 for a seat, 7 {@code text[]} tables, 8 {@code boolean[]}
   * whether the chart sells it.
   */
  static final String ADD_OBJECTS =
      """
      INSERT INTO chart_object (chart_id, version, ordinal, label, kind, category,
                                more_categories, capacity, table_label, usual)
      SELECT ?, ?, w.ordinal, w.label, CASE w.capacity WHEN 0 THEN 'seat' ELSE 'area' END,
             w.category, w.more::text[], nullif(w.capacity, 0), w.table_label, w.usual
      FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::boolean[])
        WITH ORDINALITY AS w (label, category, more, capacity, table_label, usual, ordinal)\
      """;

  /**
   * 1 {@code integer} version, 2 to 4 {@code text[]} keys, labels and colours of the categories, 5
   * and 6 {@code boolean[]} which are accessible and which numbered, 7 {@code bigint} chart. The
   * draft's text is copied in place.
   */
  static final String ADD_LAYOUT =
      """
      INSERT INTO chart_layout (chart_id, version, notation, text,
                                category_keys, category_labels, category_colors,
                                category_accessible, category_numbered, draft_version)
      SELECT id, ?, draft_notation, draft_text, ?::text[], ?::text[], ?::text[],
             ?::boolean[], ?::boolean[], draft_version
      FROM chart WHERE id = ?\
      """;

  /**
   * 1 {@code bigint[]} charts, 2 {@code integer[]} their versions. Gives keys, labels and colours,
   * which are accessible and which numbered, chart and version.
   */
  static final String CATEGORIES_OF =
      """
      SELECT l.category_keys, l.category_labels, l.category_colors, l.category_accessible,
             l.category_numbered, l.chart_id, l.version
      FROM unnest(?::bigint[], ?::integer[]) AS w (chart_id, version)
      JOIN chart_layout l ON l.chart_id = w.chart_id AND l.version = w.version\
      """;

  /**
   * 1 {@code bigint} chart, 2 {@code integer} version. Gives keys, labels and colours, which are
   * accessible and which numbered.
   */
  static final String CATEGORIES =
      """
      SELECT category_keys, category_labels, category_colors, category_accessible,
             category_numbered
      FROM chart_layout
      WHERE chart_id = ? AND version = ?\
      """;

  /** 1 {@code integer} version, 2 {@code bigint} chart. */
  static final String PUBLISH =
      """
      UPDATE chart SET published_version = v.version, last_published_version = v.version,
                       published_at = t.now, updated_at = t.now
      FROM (SELECT holdfast_now() AS now OFFSET 0) t, (SELECT ?::integer AS version) v
      WHERE id = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Changes nothing when it is not published. */
  static final String UNPUBLISH =
      """
      UPDATE chart SET published_version = NULL, published_at = NULL, updated_at = holdfast_now()
      WHERE workspace_id = ? AND key = ? AND published_version IS NOT NULL RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Gives the chart, which stays as it is. */
  static final String LOCK_TO_CHANGE =
      "SELECT " + COLUMNS + " FROM chart WHERE workspace_id = ? AND key = ? FOR NO KEY UPDATE";

  /** 1 {@code text[]} tags, 2 {@code bigint} chart. */
  static final String RETAG =
      "UPDATE chart SET tags = ?, updated_at = holdfast_now() WHERE id = ? RETURNING " + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. Waits for an event being created of it. */
  static final String LOCK_TO_DELETE =
      "SELECT id FROM chart WHERE workspace_id = ? AND key = ? FOR UPDATE";

  /** 1 {@code bigint} chart. */
  static final String IN_USE = "SELECT 1 FROM event WHERE chart_id = ? LIMIT 1";

  /** 1 {@code bigint} chart. */
  static final String DELETE = "DELETE FROM chart WHERE id = ?";

  /**
   * 1 {@code bigint} chart, 2 {@code integer} version. Gives label, category, further categories,
   * capacity, table, whether the chart sells it; one row without a label for an empty plan, no row
   * when that version is not published.
   */
  static final String PLAN =
      """
      SELECT o.label, o.category, o.more_categories, o.capacity, o.table_label, o.usual
      FROM chart c
      LEFT JOIN chart_object o ON o.chart_id = c.id AND o.version = c.published_version
      WHERE c.id = ? AND c.published_version = ?
      ORDER BY o.ordinal\
      """;

  /** 1 {@code bigint} chart, 2 {@code integer} version. Gives key, version, notation, text. */
  static final String LAYOUT =
      """
      SELECT c.key, l.version, l.notation, l.text
      FROM chart c JOIN chart_layout l ON l.chart_id = c.id AND l.version = c.published_version
      WHERE c.id = ? AND l.version = ?\
      """;

  /** 1 {@code text} key. Gives id and published version (0: none) of two charts at the most. */
  static final String ANYWHERE =
      "SELECT id, coalesce(published_version, 0) FROM chart WHERE key = ? LIMIT 2";

  /** 1 {@code bigint} event. Gives chart's key, version, notation, text. */
  static final String PUBLISHED_LAYOUT =
      """
      SELECT c.key, l.version, l.notation, l.text
      FROM event e
      JOIN chart c ON c.id = e.chart_id
      JOIN chart_layout l ON l.chart_id = c.id AND l.version = c.published_version
      WHERE e.id = ?\
      """;
}
