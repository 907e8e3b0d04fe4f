package dev.holdfast.postgres.ledger;

/** An event's rows as they stand, without what is as long as callers like. None locks a row. */
final class BooksSql {
  private BooksSql() {}

  /** 1 {@code bigint} event. Gives label, version, state, token, hold, until, status. */
  static final String SEATS =
      "SELECT label, version, state, token, hold, until, status FROM seat WHERE event_id = ?";

  /** 1 {@code bigint} event. Gives area, token, held, taken. */
  static final String PLACES =
      """
      SELECT area, token, coalesce(sum(quantity) FILTER (WHERE state = 'held'), 0),
             coalesce(sum(quantity) FILTER (WHERE state = 'taken'), 0)
      FROM area_record WHERE event_id = ? GROUP BY area, token\
      """;

  /** 1 {@code bigint} event. Gives label and number. */
  static final String OPEN_SALES =
      """
      SELECT label, count(*) FROM sale
      WHERE event_id = ? AND released_at IS NULL GROUP BY label\
      """;
}
