package dev.holdfast.postgres.ledger;

/** Reads what stands how in an event: all of it, or some objects. None of it locks a row. */
final class PictureSql {
  private PictureSql() {}

  private static final String SEATS_BEGIN =
      "SELECT label, version, " + StateColumns.NAMES + " FROM seat WHERE event_id = ? AND ";

  private static final String SEATS_SHOWN =
      """
      (state = 'taken' OR (state = 'held' AND (until > ?::timestamptz OR resale))
        OR (state = 'free' AND (order_ref IS NOT NULL OR extra <> '{}' OR category IS NOT NULL
            OR ticket_type IS NOT NULL)))
      ORDER BY label\
      """;

  private static final String RECORDS_BEGIN =
      "SELECT area, number, quantity, "
          + StateColumns.NAMES
          + " FROM area_record WHERE event_id = ? AND ";

  private static final String RECORDS_SHOWN =
      "(state = 'taken' OR until > ?::timestamptz) ORDER BY area, number";

  private static final String AREAS_BEGIN =
      "SELECT key, version, capacity, held, taken FROM area WHERE event_id = ?";

  /**
   * 1 {@code bigint} event, 2 {@code timestamptz} now. Gives label, version, state; of lapsed holds
   * those of what was on resale before.
   */
  static final String SEATS = SEATS_BEGIN + SEATS_SHOWN;

  /** The same with 2 {@code text[]} labels, and then 3 {@code timestamptz} now. */
  static final String SEATS_OF = SEATS_BEGIN + "label = ANY(?) AND " + SEATS_SHOWN;

  /** 1 {@code bigint} event. Gives key, version, capacity, held, taken. */
  static final String AREAS = AREAS_BEGIN + " ORDER BY key";

  /** The same with 2 {@code text[]} keys. */
  static final String AREAS_OF = AREAS_BEGIN + " AND key = ANY(?) ORDER BY key";

  /** 1 {@code bigint} event, 2 {@code timestamptz} now. Gives area, number, quantity, state. */
  static final String RECORDS = RECORDS_BEGIN + RECORDS_SHOWN;

  /** The same with 2 {@code text[]} areas, and then 3 {@code timestamptz} now. */
  static final String RECORDS_OF = RECORDS_BEGIN + "area = ANY(?) AND " + RECORDS_SHOWN;
}
