package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.SessionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement that was planned while the tables were tiny.
 *
 * @param execute how it is executed under the name {@code planned}
 */
record EarlyPlan(SessionSettings session, String sql, String execute) {
  private static final int EXECUTIONS_UNTIL_A_PLAN_IS_KEPT = 6;

  /** With values for its parameters, in the notation of the server. */
  EarlyPlan(SessionSettings session, String sql, List<String> values) {
    this(session, sql, "EXECUTE planned ('" + String.join("', '", values) + "')");
  }

  /** One row in each table, and the server knows it. */
  static void tinyTables(PostgresSchema schema) throws SQLException {
    schema.run("TRUNCATE seat, sale, area, area_record, journal");
    schema.run(
        """
        INSERT INTO company (id, key, name) OVERRIDING SYSTEM VALUE VALUES (1, 'c', 'c');
        INSERT INTO workspace (id, company_id, key, name, test) OVERRIDING SYSTEM VALUE
          VALUES (1, 1, 'w', 'w', false);
        INSERT INTO chart (id, workspace_id, key, name, draft_version, draft_notation, draft_text)
          OVERRIDING SYSTEM VALUE VALUES (1, 1, 'c', 'c', 1, 'v1', '{}');
        INSERT INTO event (id, workspace_id, chart_id, key)
          OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 'e')\
        """);
    grow(schema, 0, 0);
    for (String table :
        List.of(
            "seat",
            "sale",
            "area_record",
            "journal",
            "event_head",
            "hold_token",
            "idempotency_key")) {
      schema.run("VACUUM ANALYZE " + table);
    }
  }

  /** Its plan when the tables have grown. */
  List<String> whenGrown(PostgresSchema schema) {
    try (Pool pool = new Pool(schema.settings(), session, "holdfast-test", 1)) {
      return pool.read(connection -> {
        run(connection, prepare());
        for (int i = 0; i < EXECUTIONS_UNTIL_A_PLAN_IS_KEPT; i++) {
          run(connection, execute);
        }
        grow(schema, 1, 3_000);
        return explain(connection, execute);
      });
    }
  }

  /** The statement with the server's own marks for parameters. */
  private String prepare() {
    StringBuilder text = new StringBuilder("PREPARE planned AS ");
    int last = 0;
    for (int at = 0; at < sql.length(); at++) {
      char c = sql.charAt(at);
      text.append(c == '?' ? "$" + ++last : String.valueOf(c));
    }
    return text.toString();
  }

  static void grow(PostgresSchema schema, int from, int to) throws SQLException {
    schema.run(
        """
        INSERT INTO seat (event_id, label, version, decided_on, state)
          SELECT 1, 'A-' || n, 1, 0, 'free' FROM generate_series(%1$d, %2$d) n;
        INSERT INTO sale (event_id, label, version, status, taken_at)
          SELECT 1, 'A-' || n, 1, 'booked', holdfast_now() FROM generate_series(%1$d, %2$d) n;
        INSERT INTO area_record (event_id, number, area, quantity, state, status, taken_at)
          SELECT 1, n, 'floor', 1, 'taken', 'booked', holdfast_now()
          FROM generate_series(%1$d, %2$d) n;
        INSERT INTO journal (event_id, seq, commit_id, object, area, version, kind, previous, hold,
            quantity, extra, dialect, key_id, at)
          SELECT 1, n, gen_random_uuid(), 'A-' || n, false, 1, 'booked', 'free', 0,
            1, '{}', 'v1', 1, holdfast_now() FROM generate_series(%1$d, %2$d) n;
        INSERT INTO hold_token (workspace_id, token, since, until, ended)
          SELECT 1, 't-' || n, holdfast_now(), holdfast_now(), n %% 2 = 0
          FROM generate_series(%1$d, %2$d) n;
        INSERT INTO idempotency_key (workspace_id, key, request, answer, kept_at)
          SELECT 1, 'k-' || n, repeat('a1', 32), '', holdfast_now()
          FROM generate_series(%1$d, %2$d) n\
        """
            .formatted(from, to));
  }

  private static final Pattern SCAN =
      Pattern.compile("(Seq Scan|Index.* Scan using \\S+) on (\\w+)");

  /** Tables whose rows are found by two columns, unless a whole event is wanted or all events. */
  private static final Set<String> BY_TWO_COLUMNS =
      Set.of("seat", "sale", "area", "area_record", "journal", "hold_token", "idempotency_key");

  /** Tables read from end to end, or by an index of which only a beginning is used. */
  static List<String> scans(List<String> plan, int columns) {
    List<String> scans = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      var scan = SCAN.matcher(plan.get(i));
      if (scan.find()) {
        String next = i + 1 < plan.size() ? plan.get(i + 1) : "";
        int conditions = next.contains("Index Cond:") ? next.split(" AND ", -1).length : 0;
        int needed = BY_TWO_COLUMNS.contains(scan.group(2)) ? columns : 1;
        if (conditions < needed) {
          scans.add(scan.group(2));
        }
      }
    }
    return scans;
  }

  static List<String> explain(Connection connection, String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    }
    assertTrue(plan.size() > 1);
    return plan;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
