package dev.holdfast.postgres.ledger;

import java.util.List;

/**
 * What must be true of an event's books. Each statement has one {@code bigint} parameter, the event
 * (given as often as it asks), and gives one line of words for everything that is not.
 */
final class AuditSql {
  private AuditSql() {}

  private static final String COUNTERS =
      """
      SELECT format('area %s: counters say %s held, %s taken; its records say %s, %s',
                    coalesce(a.key, r.area), coalesce(a.held, 0), coalesce(a.taken, 0),
                    coalesce(r.held, 0), coalesce(r.taken, 0))
      FROM (SELECT * FROM area WHERE event_id = ?) a
      FULL JOIN (SELECT area, coalesce(sum(quantity) FILTER (WHERE state = 'held'), 0) AS held,
                        coalesce(sum(quantity) FILTER (WHERE state = 'taken'), 0) AS taken
                 FROM area_record WHERE event_id = ? GROUP BY area) r ON r.area = a.key
      WHERE (coalesce(a.held, 0), coalesce(a.taken, 0))
            IS DISTINCT FROM (coalesce(r.held, 0), coalesce(r.taken, 0))\
      """;

  private static final String SALES =
      """
      SELECT format('seat %s: %s, but %s open sales', coalesce(s.label, o.label),
                    coalesce(s.state, 'never touched'), coalesce(o.sales, 0))
      FROM (SELECT label, state FROM seat WHERE event_id = ?) s
      FULL JOIN (SELECT label, count(*) AS sales FROM sale
                 WHERE event_id = ? AND released_at IS NULL GROUP BY label) o ON o.label = s.label
      WHERE coalesce(o.sales, 0) <> CASE WHEN s.state = 'taken' THEN 1 ELSE 0 END\
      """;

  private static final String SEQUENCE =
      """
      SELECT format('journal: %s lines numbered %s to %s, but the head says %s',
                    j.lines, j.lowest, j.highest, h.seq)
      FROM event_head h
      CROSS JOIN (SELECT count(*) AS lines, coalesce(min(seq), 1) AS lowest,
                         coalesce(max(seq), 0) AS highest
                  FROM journal WHERE event_id = ?) j
      WHERE h.event_id = ? AND NOT (j.lowest = 1 AND j.lines = j.highest AND j.highest = h.seq)\
      """;

  /** Versions grow by one with every change, so each seat's last line tells its version. */
  private static final String VERSIONS =
      """
      SELECT format('%s %s: version %s, but its journal ends at %s', o.what, o.name, o.version,
                    coalesce(j.version, 0))
      FROM (SELECT 'seat' AS what, label AS name, version, false AS area
            FROM seat WHERE event_id = ?
            UNION ALL SELECT 'area', key, version, true FROM area WHERE event_id = ?) o
      LEFT JOIN (SELECT object, area, max(version) AS version FROM journal
                 WHERE event_id = ? GROUP BY object, area) j
        ON j.object = o.name AND j.area = o.area
      WHERE coalesce(j.version, 0) <> o.version\
      """;

  /** All of them, each with the number of its parameters. */
  static final List<Question> ALL =
      List.of(
          new Question(COUNTERS, 2),
          new Question(SALES, 2),
          new Question(SEQUENCE, 2),
          new Question(VERSIONS, 3));

  /** A statement and how often it asks for the event. */
  record Question(String sql, int parameters) {}
}
