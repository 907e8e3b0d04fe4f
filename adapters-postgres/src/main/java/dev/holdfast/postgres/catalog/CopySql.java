package dev.holdfast.postgres.catalog;

/** Statements that copy a chart within the server: a layout may be as large as 32 MiB. */
final class CopySql {
  private CopySql() {}

  /**
   * 1 {@code bigint} workspace, 2 {@code text} key. Gives the chart, which stays as it is, its
   * layouts and its plan with it, until the end of the transaction.
   */
  static final String LOCK = "SELECT id FROM chart WHERE workspace_id = ? AND key = ? FOR SHARE";

  /** 1 and 2 {@code text} key and name of the copy, 3 {@code bigint} chart. Gives the copy. */
  static final String CHART =
      """
      INSERT INTO chart (workspace_id, key, name, draft_version, draft_notation, draft_text,
                         published_version, last_published_version, published_at, tags,
                         created_at, updated_at)
      SELECT c.workspace_id, ?, ?, 1, c.draft_notation, c.draft_text,
             CASE WHEN c.published_version IS NOT NULL THEN 1 END,
             CASE WHEN c.published_version IS NOT NULL THEN 1 ELSE 0 END,
             CASE WHEN c.published_version IS NOT NULL THEN t.now END, c.tags,
             t.now, t.now
      FROM chart c, (SELECT holdfast_now() AS now OFFSET 0) t
      WHERE c.id = ? RETURNING
      """
          + ChartSql.COLUMNS;

  /** 1 {@code bigint} the copy, 2 {@code bigint} chart. Copies nothing when it is not published. */
  static final String LAYOUT =
      """
      INSERT INTO chart_layout (chart_id, version, notation, text,
                                category_keys, category_labels, category_colors,
                                category_accessible, category_numbered, draft_version)
      SELECT ?, 1, l.notation, l.text, l.category_keys, l.category_labels, l.category_colors,
             l.category_accessible, l.category_numbered,
             CASE WHEN l.draft_version = c.draft_version THEN 1 ELSE 0 END
      FROM chart c JOIN chart_layout l ON l.chart_id = c.id AND l.version = c.published_version
      WHERE c.id = ?\
      """;

  /** 1 {@code bigint} the copy, 2 {@code bigint} chart. Copies nothing when it is not published. */
  static final String OBJECTS =
      """
      INSERT INTO chart_object (chart_id, version, ordinal, label, kind, category,
                                more_categories, capacity, table_label, usual)
      SELECT ?, 1, o.ordinal, o.label, o.kind, o.category, o.more_categories, o.capacity,
             o.table_label, o.usual
      FROM chart c JOIN chart_object o ON o.chart_id = c.id AND o.version = c.published_version
      WHERE c.id = ?\
      """;
}
