package dev.holdfast.postgres.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What nodes ask for again and again looks at nothing but what concerns it, however much else has
 * piled up: events of workspaces without webhooks, deliveries that are done, or that wait for a
 * webhook that is disabled.
 */
final class WebhookPlansTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final String NODE = "00000000-0000-0000-0000-000000000001";

  /** A statement with values for its parameters, in the notation of the server. */
  enum Planned {
    NEXT(FanOutSql.NEXT, "0", "0"),
    ENTRIES(FanOutSql.ENTRIES, "1", "5", "11", "100", "10"),
    SUBSCRIPTIONS(FanOutSql.SUBSCRIPTIONS, "1"),
    KEEP(CourierSql.KEEP, NODE, "15", NODE, "{5,6}", "{5,6}", NODE, "k", "{x}", "{}", "{}", "1000"),
    DUE(CourierSql.DUE, "{1}", "{64}", "k", "{x}", "{5,6}", "{9}", "{3}", "512", "1000"),
    LOCK(CourierSql.LOCK, "{5,6}"),
    RECORD(CourierSql.RECORD, "{5}", "{1}", "{200}", "{8}", "{success}", "{0}", "{5}"),
    PRUNE_DONE(CourierSql.PRUNE_DONE, "2592000", "10"),
    PRUNE_DELETED(CourierSql.PRUNE_DELETED, "2592000", "10"),
    FORGET(CourierSql.FORGET_WEBHOOKS, "2592000");

    private final String sql;
    final String execute;

    Planned(String sql, String... values) {
      this.sql = sql;
      this.execute = "EXECUTE planned ('" + String.join("', '", values) + "')";
    }

    /** The statement with the server's own marks for parameters. */
    String prepare() {
      StringBuilder text = new StringBuilder("PREPARE planned AS ");
      int last = 0;
      for (int at = 0; at < sql.length(); at++) {
        char c = sql.charAt(at);
        text.append(c == '?' ? "$" + ++last : String.valueOf(c));
      }
      return text.toString();
    }
  }

  /** A workspace that listens, one whose webhook is disabled, one without; little has happened. */
  @BeforeEach
  void tinyTables() throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO company (key, name) VALUES ('c', 'c');
        INSERT INTO workspace (company_id, key, name, test)
          SELECT c.id, 'w' || n, 'w', false FROM company c, generate_series(1, 3) n;
        INSERT INTO chart (workspace_id, key, name, draft_version, draft_notation, draft_text)
          SELECT id, 'hall', 'Hall', 1, 'v1', '{}' FROM workspace WHERE key = 'w1';
        INSERT INTO webhook (workspace_id, key, url, events, secret, secret_key, since, created_at,
                             updated_at, enabled)
          SELECT w.id, w.key, 'https://x', 'seat.held', 's', 'k', t, t, t, w.key = 'w1'
          FROM workspace w, holdfast_now() t WHERE w.key IN ('w1', 'w2');
        INSERT INTO webhook_lease (webhook_id) SELECT id FROM webhook\
        """);
    grow(1, 1);
    for (String table : List.of("webhook_delivery", "webhook_mark", "event_head", "journal")) {
      SCHEMA.run("VACUUM ANALYZE " + table);
    }
  }

  /** Ten events concern the webhook that listens; of its deliveries all are done. */
  private static void grow(int from, int to) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO event (id, workspace_id, chart_id, key) OVERRIDING SYSTEM VALUE
          SELECT n, c.workspace_id, c.id, 'e' || n FROM chart c, generate_series(%1$d, %2$d) n;
        INSERT INTO event_head (event_id, seq) SELECT n, 3 FROM generate_series(%1$d, %2$d) n;
        INSERT INTO webhook_mark (event_id, workspace_id, seq)
          SELECT n, w.id, CASE w.key WHEN 'w1' THEN 3 ELSE 0 END
          FROM generate_series(%1$d, %2$d) n
          JOIN workspace w ON w.key = CASE WHEN n <= 10 THEN 'w1' ELSE 'w3' END;
        INSERT INTO webhook_delivery (webhook_id, key, event, lane, body, status, attempts,
                                      queued_at, due_at)
          SELECT w.id, 'wd' || n, 'seat.held', 'l', 'b',
                 CASE w.key WHEN 'w1' THEN 'success' ELSE 'queued' END,
                 CASE w.key WHEN 'w1' THEN 1 ELSE 0 END, holdfast_now(),
                 CASE w.key WHEN 'w2' THEN holdfast_now() END
          FROM webhook w, generate_series(%1$d, %2$d) n;
        INSERT INTO journal (event_id, seq, commit_id, object, area, version, kind, previous, hold,
                             quantity, extra, dialect, key_id, at)
          SELECT n %% 3, n, gen_random_uuid(), 'A-1', false, n, 'held', 'free', 1, 1, '{}', 'v1', 0,
                 holdfast_now()
          FROM generate_series(%1$d, %2$d) n\
        """
            .formatted(from, to));
  }

  private static final Pattern SCAN = Pattern.compile("(?:Scan using \\S+|Seq Scan) on (\\w+)");
  private static final Pattern ROWS =
      Pattern.compile("actual time=\\S+ rows=([0-9.]+) loops=(\\d+)");

  /** Workspaces and webhooks are few: what they are read for may be read whole. */
  private static final Set<String> FEW = Set.of("webhook", "webhook_lease", "workspace");

  private static final int A_HANDFUL = 30;

  @ParameterizedTest
  @EnumSource
  void a_plan_made_for_tiny_tables_looks_at_a_handful_of_rows_when_they_have_grown(
      Planned planned) {
    try (Pool pool = new Pool(SCHEMA.settings(), SessionSettings.READER, "holdfast-test", 1)) {
      List<String> plan =
          pool.read(connection -> {
            run(connection, "SET plan_cache_mode = force_generic_plan");
            run(connection, planned.prepare());
            run(connection, planned.execute);
            grow(2, 3_000);
            return explain(connection, planned.execute);
          });
      List<String> large = new ArrayList<>();
      for (int i = 0; i < plan.size(); i++) {
        var scan = SCAN.matcher(plan.get(i));
        if (scan.find() && !FEW.contains(scan.group(1)) && lookedAt(plan, i) > A_HANDFUL) {
          large.add(scan.group(1));
        }
      }
      assertEquals(List.of(), large, () -> String.join("\n", plan));
    }
  }

  /** Rows given by a scan, and rows that its filters took out. */
  private static double lookedAt(List<String> plan, int at) {
    var rows = ROWS.matcher(plan.get(at));
    if (!rows.find()) {
      return 0;
    }
    double loops = Double.parseDouble(rows.group(2));
    double given = Double.parseDouble(rows.group(1));
    for (int i = at + 1; i < plan.size() && !plan.get(i).contains("->"); i++) {
      if (plan.get(i).contains("Rows Removed by Filter: ")) {
        given += Double.parseDouble(plan.get(i).replaceAll(".*: ", ""));
      }
    }
    return given * loops;
  }

  private static List<String> explain(Connection connection, String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS OFF) " + sql)) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    }
    assertTrue(plan.size() > 1);
    return plan;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
