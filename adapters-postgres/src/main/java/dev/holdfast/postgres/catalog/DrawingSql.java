package dev.holdfast.postgres.catalog;

/** Statements about charts that are published from the beginning. */
final class DrawingSql {
  /** What {@link DrawingTables} reads as a chart and its stage. */
  private static final String STAGED =
      ChartSql.COLUMNS
          + """
          , EXISTS (SELECT 1 FROM event e WHERE e.chart_id = chart.id),
          EXISTS (SELECT 1 FROM chart_layout l
                  WHERE l.chart_id = chart.id AND l.version = chart.published_version
                    AND l.draft_version <> chart.draft_version)
          """;

  private static final String LISTED =
      """
      FROM chart
      WHERE workspace_id = ? AND (?::text = '' OR strpos(lower(name), lower(?)) > 0)
        AND (?::text IS NULL OR ?::text = ANY (tags))
      """;

  private DrawingSql() {}

  /** 1 {@code bigint} workspace, 2 to 5 {@code text} key, name, notation, draft. Gives the id. */
  static final String ADD_UNLESS_TAKEN =
      """
      INSERT INTO chart (workspace_id, key, name, draft_version, draft_notation, draft_text,
                         created_at, updated_at)
      SELECT ?, ?, ?, 1, ?, ?, t.now, t.now FROM (SELECT holdfast_now() AS now OFFSET 0) t
      ON CONFLICT ON CONSTRAINT chart_key_taken DO NOTHING RETURNING id\
      """;

  /** 1 {@code bigint} workspace, 2 {@code text} key. */
  static final String FIND = "SELECT " + STAGED + " FROM chart WHERE workspace_id = ? AND key = ?";

  /**
   * 1 {@code bigint} workspace, 2 and 3 {@code text} part of the name, 4 and 5 {@code text} tag or
   * null, 6 {@code integer} limit.
   */
  static final String NEWEST = "SELECT " + STAGED + LISTED + " ORDER BY id DESC LIMIT ?";

  /** The same with 6 {@code bigint} number that all are below, 7 {@code integer} limit. */
  static final String BELOW = "SELECT " + STAGED + LISTED + " AND id < ? ORDER BY id DESC LIMIT ?";

  /** The same with those above, the lowest number first. */
  static final String ABOVE = "SELECT " + STAGED + LISTED + " AND id > ? ORDER BY id LIMIT ?";

  /** 1 {@code bigint} workspace. */
  static final String TAGS =
      """
      SELECT DISTINCT t.tag COLLATE "C" AS tag FROM chart, unnest(chart.tags) AS t (tag)
      WHERE chart.workspace_id = ? ORDER BY tag\
      """;

  /** 1 {@code text} name (null: stays), 2 {@code bigint} chart. */
  static final String DISCARD =
      """
      UPDATE chart SET name = coalesce(?::text, chart.name), draft_version = chart.draft_version + 1,
                       draft_notation = l.notation, draft_text = l.text, updated_at = holdfast_now()
      FROM chart_layout l
      WHERE chart.id = ? AND l.chart_id = chart.id AND l.version = chart.published_version\
      """;

  /** 1 {@code bigint} chart. What it has published is its draft. */
  static final String IS_DRAFT =
      """
      UPDATE chart_layout l SET draft_version = c.draft_version
      FROM chart c WHERE c.id = ? AND l.chart_id = c.id\
      """;
}
