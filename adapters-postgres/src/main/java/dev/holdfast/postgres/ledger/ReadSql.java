package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.port.ReadWish;
import java.util.Set;

/**
 * Reads everything a transaction decides on, in one statement: one instant, one clock.
 *
 * <p>It is put together from the parts that the wish needs. Every row has the same columns: what it
 * is, event, name, number, three counts, the {@link StateColumns}.
 *
 * <table>
 *   <caption>Meaning of the columns</caption>
 *   <tr><th>what</th><th>name</th><th>number</th><th>counts</th></tr>
 *   <tr><td>clock</td><td></td><td></td><td>(the time stands in {@code since})</td></tr>
 *   <tr><td>seat</td><td>label</td><td>version</td><td></td></tr>
 *   <tr><td>area</td><td>key</td><td>version</td><td>capacity, held, taken</td></tr>
 *   <tr><td>record</td><td>area's key</td><td>number</td><td>quantity</td></tr>
 *   <tr><td>holdings</td><td>token</td><td>live holdings</td><td></td></tr>
 *   <tr><td>key</td><td>number of an API key</td><td>places held live</td><td></td></tr>
 * </table>
 *
 * <p>Each part goes from its short list to the rows by key: {@code LATERAL} with {@code LIMIT} or
 * {@code OFFSET 0} cannot be turned into a join that reads the whole table. A plain join, or {@code
 * = ANY}, planned while the table is empty, stays a scan of it when it has grown. The {@code ORDER
 * BY} is there for the choice of the index, see {@link
 * dev.holdfast.postgres.jdbc.SessionSettings#WRITER}.
 */
final class ReadSql {
  static final String CLOCK = "clock";
  static final String SEAT = "seat";
  static final String AREA = "area";
  static final String RECORD = "record";
  static final String HOLDINGS = "holdings";
  static final String KEY = "key";

  /** Number of the column {@code state}. */
  static final int STATE = 8;

  private static final String SEAT_ROW =
      """
      'seat', s.event_id, s.label, s.version, 0, 0, 0,
             s.state, s.status, s.token, s.hold, s.since, s.until, s.taken_at, s.order_ref,
             s.category, s.extra, s.held_via, s.ticket_type, s.resale, s.listing\
      """;

  private static final String AREA_ROW =
      """
      'area', a.event_id, a.key, a.version, a.capacity, a.held, a.taken,
             NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL\
      """;

  private static final String RECORD_ROW =
      """
      'record', r.event_id, r.area, r.number, r.quantity, 0, 0,
             r.state, r.status, r.token, r.hold, r.since, r.until, r.taken_at, r.order_ref,
             r.category, r.extra, r.held_via, r.ticket_type, r.resale, r.listing\
      """;

  private static final String CLOCK_LIST =
      "WITH clock AS MATERIALIZED (SELECT holdfast_now() AS now)";

  private static final String CLOCK_PART =
      """
      SELECT 'clock', 0::bigint, NULL::text, 0::bigint, 0, 0, 0,
             NULL::text, NULL::text, NULL::text, 0::bigint, now, NULL::timestamptz,
             NULL::timestamptz, NULL::text, NULL::text, NULL::text, NULL::bigint,
             NULL::text, NULL::boolean, NULL::text
      FROM clock\
      """;

  /** What a list consists of: {@code bigint[]} events, {@code text[]} names. */
  private static final String LIST =
      " AS MATERIALIZED (SELECT * FROM unnest(?::bigint[], ?::text[]) AS l (event_id, name))";

  /** Objects: seat rows, area rows, and what has lapsed first in those areas. */
  private static final String OBJECT_PARTS =
      """
      SELECT %s
      FROM object w CROSS JOIN LATERAL (
        SELECT * FROM seat x WHERE x.event_id = w.event_id AND x.label = w.name LIMIT 1) s
      UNION ALL
      SELECT %s
      FROM object w CROSS JOIN LATERAL (
        SELECT * FROM area x WHERE x.event_id = w.event_id AND x.key = w.name LIMIT 1) a
      UNION ALL
      SELECT %s
      FROM object w CROSS JOIN clock CROSS JOIN LATERAL (
        SELECT * FROM area_record x
        WHERE x.event_id = w.event_id AND x.area = w.name
          AND x.state = 'held' AND x.until <= clock.now
        ORDER BY x.until, x.number LIMIT %d) r\
      """
          .formatted(SEAT_ROW, AREA_ROW, RECORD_ROW, ReadWish.LAPSED_RECORDS);

  /** Labels that are known to be seats': their rows. */
  private static final String SEAT_PARTS =
      """
      SELECT %s
      FROM seat_label w CROSS JOIN LATERAL (
        SELECT * FROM seat x WHERE x.event_id = w.event_id AND x.label = w.name LIMIT 1) s\
      """
          .formatted(SEAT_ROW);

  /** Tokens: their area records, and how much they hold. */
  private static final String TOKEN_PARTS =
      """
      SELECT %s
      FROM token w CROSS JOIN LATERAL (
        SELECT * FROM area_record x
        WHERE x.event_id = w.event_id AND x.token = w.name ORDER BY x.hold OFFSET 0) r
      UNION ALL
      SELECT 'holdings', w.event_id, w.name,
             (SELECT count(*) FROM (
                SELECT 1 FROM seat x
                WHERE x.event_id = w.event_id AND x.token = w.name
                  AND x.state = 'held' AND x.until > clock.now ORDER BY x.hold OFFSET 0) h)
             + (SELECT count(*) FROM (
                SELECT 1 FROM area_record x
                WHERE x.event_id = w.event_id AND x.token = w.name
                  AND x.state = 'held' AND x.until > clock.now ORDER BY x.hold OFFSET 0) h),
             0, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
             NULL, NULL, NULL
      FROM token w CROSS JOIN clock\
      """
          .formatted(RECORD_ROW);

  /** Whole tokens: all held seats, all area records with their areas. */
  private static final String WHOLE_TOKEN_PARTS =
      """
      SELECT %s
      FROM whole_token w CROSS JOIN LATERAL (
        SELECT * FROM seat x
        WHERE x.event_id = w.event_id AND x.token = w.name AND x.state = 'held'
        ORDER BY x.hold OFFSET 0) s
      UNION ALL
      SELECT %s
      FROM whole_token w CROSS JOIN LATERAL (
        SELECT * FROM area_record x
        WHERE x.event_id = w.event_id AND x.token = w.name ORDER BY x.hold OFFSET 0) r
      UNION ALL
      SELECT %s
      FROM (SELECT DISTINCT w.event_id, r.area AS name
            FROM whole_token w CROSS JOIN LATERAL (
              SELECT x.area FROM area_record x
              WHERE x.event_id = w.event_id AND x.token = w.name ORDER BY x.hold OFFSET 0) r) w
      CROSS JOIN LATERAL (
        SELECT * FROM area x WHERE x.event_id = w.event_id AND x.key = w.name LIMIT 1) a\
      """
          .formatted(SEAT_ROW, RECORD_ROW, AREA_ROW);

  /** Whole areas: their rows, their records from the end of the index: taken ones first. */
  private static final String WHOLE_AREA_PARTS =
      """
      SELECT %s
      FROM whole_area w CROSS JOIN LATERAL (
        SELECT * FROM area x WHERE x.event_id = w.event_id AND x.key = w.name LIMIT 1) a
      UNION ALL
      SELECT %s
      FROM whole_area w CROSS JOIN LATERAL (
        SELECT * FROM area_record x
        WHERE x.event_id = w.event_id AND x.area = w.name
        ORDER BY x.until DESC, x.number DESC LIMIT %d) r\
      """
          .formatted(AREA_ROW, RECORD_ROW, ReadWish.AREA_RECORDS);

  /** What a list of numbers consists of: {@code bigint[]} events, {@code bigint[]} numbers. */
  private static final String NUMBER_LIST =
      " AS MATERIALIZED (SELECT * FROM unnest(?::bigint[], ?::bigint[]) AS l (event_id, number))";

  /** Records by number, which stands between bounds as in {@link WriteSql#RECORDS_ENDED}. */
  private static final String RECORD_PARTS =
      """
      SELECT %s
      FROM record w CROSS JOIN LATERAL (
        SELECT * FROM area_record x
        WHERE x.event_id = w.event_id AND x.number BETWEEN w.number AND w.number
        ORDER BY x.number LIMIT 1) r\
      """
          .formatted(RECORD_ROW);

  /** Whole events: all that have a seat row or an area row, by the beginning of their keys. */
  private static final String EVENT_PARTS =
      """
      SELECT %s
      FROM whole_event w CROSS JOIN LATERAL (
        SELECT * FROM seat x WHERE x.event_id = w.event_id
        ORDER BY x.event_id, x.label OFFSET 0) s
      UNION ALL
      SELECT %s
      FROM whole_event w CROSS JOIN LATERAL (
        SELECT * FROM area x WHERE x.event_id = w.event_id
        ORDER BY x.event_id, x.key OFFSET 0) a\
      """
          .formatted(SEAT_ROW, AREA_ROW);

  /** What a list of events consists of: {@code bigint[]}. */
  private static final String EVENT_LIST =
      " AS MATERIALIZED (SELECT * FROM unnest(?::bigint[]) AS l (event_id))";

  /** API keys: how many places are held through them. */
  private static final String KEY_PARTS =
      """
      SELECT 'key', w.event_id, w.number::text,
             (SELECT count(*) FROM (
                SELECT 1 FROM seat x
                WHERE x.event_id = w.event_id AND x.held_via = w.number
                  AND x.state = 'held' AND x.until > clock.now ORDER BY x.since OFFSET 0) h)
             + (SELECT coalesce(sum(h.quantity), 0)::bigint FROM (
                SELECT x.quantity FROM area_record x
                WHERE x.event_id = w.event_id AND x.held_via = w.number
                  AND x.state = 'held' AND x.until > clock.now ORDER BY x.since OFFSET 0) h),
             0, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
             NULL, NULL, NULL
      FROM api_key_number w CROSS JOIN clock\
      """;

  /**
   * What can be asked for. The parameters of each are two arrays, {@code bigint[]} events and
   * {@code text[]} names, if nothing else is said here.
   */
  enum Part {
    OBJECTS("object" + LIST, OBJECT_PARTS),
    SEATS("seat_label" + LIST, SEAT_PARTS),
    TOKENS("token" + LIST, TOKEN_PARTS),
    WHOLE_TOKENS("whole_token" + LIST, WHOLE_TOKEN_PARTS),
    WHOLE_AREAS("whole_area" + LIST, WHOLE_AREA_PARTS),
    /** The names are {@code bigint[]} numbers. */
    RECORDS("record" + NUMBER_LIST, RECORD_PARTS),
    /** The names are {@code bigint[]} numbers. */
    KEYS("api_key_number" + NUMBER_LIST, KEY_PARTS),
    /** No names. */
    EVENTS("whole_event" + EVENT_LIST, EVENT_PARTS);

    private final String list;
    private final String rows;

    Part(String list, String rows) {
      this.list = list;
      this.rows = rows;
    }
  }

  private ReadSql() {}

  /** The statement for some parts; their parameters stand in the order of the parts. */
  static String of(Set<Part> parts) {
    StringBuilder lists = new StringBuilder(CLOCK_LIST);
    StringBuilder rows = new StringBuilder(CLOCK_PART);
    for (Part part : Part.values()) {
      if (parts.contains(part)) {
        lists.append(",\n").append(part.list);
        rows.append("\nUNION ALL\n").append(part.rows);
      }
    }
    return lists + "\n" + rows;
  }
}
