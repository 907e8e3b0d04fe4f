package dev.holdfast.postgres.catalog;

/** Statements about sale rules. */
final class RulesSql {
  private RulesSql() {}

  /** What {@link RulesTables} reads and writes as rules, in this order. */
  private static final String COLUMNS =
      "for_sale, objects, areas, places, categories, table_mode, tables, tables_whole,"
          + " category_keys, category_labels, category_colors, category_accessible,"
          + " category_numbered, sold_objects, sold_categories, sold_numbered, channel_ids,"
          + " channel_keys, channel_names, channel_colors, channel_indexes, channel_object_counts,"
          + " channel_objects, channel_area_counts, channel_areas, channel_places";

  /**
   * 1 {@code bigint[]}: the events. Gives event, version and rules; without any, those are null.
   */
  static final String READ =
      "SELECT e.id, e.rules_version, "
          + COLUMNS
          + """
           FROM unnest(?::bigint[]) AS w (event_id)
          JOIN event e ON e.id = w.event_id
          LEFT JOIN sale_rules r ON r.event_id = e.id\
          """;

  /** 1 {@code bigint} event. */
  static final String CLEAR = "DELETE FROM sale_rules WHERE event_id = ?";

  /** 1 {@code bigint} event, then what the columns say; see {@link RulesTables}. */
  static final String WRITE =
      "INSERT INTO sale_rules (event_id, "
          + COLUMNS
          + """
          )
          VALUES (?, ?::boolean, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[],
                  ?, ?, ?, ?, ?)\
          """;
}
