package dev.holdfast.postgres.ledger;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every statement of the ledger finds its rows by an index, even when it was planned while the
 * tables were tiny and they have grown since.
 */
final class PlansTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final String STATE =
      "{free},{NULL},{NULL},{0},{NULL},{NULL},{NULL},{NULL},{g},{},{NULL},{NULL},{0},{NULL}";

  /** A statement with values for its parameters, in the notation of the server. */
  enum Planned {
    LOCK(SessionSettings.WRITER, LockSql.IF_FREE, "{1}"),
    LAYOUTS(SessionSettings.WRITER, LockSql.LAYOUTS, "{1}"),
    READ(
        SessionSettings.WRITER,
        ReadSql.of(true, true, true, true, true, true, true),
        "{1,1}",
        "{A-1,A-2}",
        "{1,1}",
        "{A-3,A-4}",
        "{1}",
        "{ann}",
        "{1}",
        "{ann}",
        "{1}",
        "{floor}",
        "{1}",
        "{1}",
        "{1}",
        "{7}"),
    SEATS(
        SessionSettings.WRITER,
        WriteSql.counted(WriteSql.SEATS),
        ("{1};{A-1};{2};{1};" + state() + ";0;rows").split(";", -1)),
    SALES_CLOSED(
        SessionSettings.WRITER,
        WriteSql.counted(WriteSql.SALES_CLOSED),
        "{1}",
        "{A-1}",
        "0",
        "rows"),
    AREAS(
        SessionSettings.WRITER,
        WriteSql.counted(WriteSql.AREAS),
        "{1}",
        "{floor}",
        "{2}",
        "{1}",
        "{9}",
        "{0}",
        "{0}",
        "0",
        "rows"),
    RECORDS_ENDED(
        SessionSettings.WRITER,
        WriteSql.counted(WriteSql.RECORDS_ENDED),
        "{1}",
        "{1}",
        "0",
        "rows"),
    HEADS(
        SessionSettings.WRITER, WriteSql.counted(WriteSql.HEADS), "{1}", "{2}", "{1}", "0", "rows"),
    TERMS(SessionSettings.WRITER, TokenSql.TERMS, "{1}", "{1,1}", "{ann,bob}"),
    TERMS_PUT(
        SessionSettings.WRITER,
        WriteSql.counted(TokenSql.PUT),
        "{1}",
        "{ann}",
        "{2026-11-02 09:00+00}",
        "{2026-11-02 09:10+00}",
        "1",
        "rows"),
    TOKEN_LOCK(SessionSettings.WRITER, TokenSql.LOCK, "1", "ann"),
    TOKEN_END(SessionSettings.WRITER, TokenSql.END, "1", "ann"),
    TOKEN_SETTLED(SessionSettings.WRITER, TokenSql.SETTLED, "1", "ann"),
    TOKEN_EVENTS(SessionSettings.LOOKUP, TokenSql.EVENTS, "ann", "ann", "1", "{7}", "10"),
    TOKENS_ENDED(SessionSettings.LOOKUP, TokenSql.ENDED, "5", "10"),
    ANSWERS_FOUND(SessionSettings.WRITER, AnswerSql.FIND, "{1,1}", "{k-1,k-2}", "86400"),
    ANSWERS_KEPT(
        SessionSettings.WRITER,
        WriteSql.counted(AnswerSql.KEEP),
        "x",
        "{1}",
        "{k-0}",
        "{" + "a1".repeat(32) + "}",
        "{yes}",
        "0",
        "1",
        "rows"),
    DUE(SessionSettings.LOOKUP, QuerySql.DUE, "{7}", "10", "{7}", "10", "10"),
    JOURNAL(SessionSettings.READER, QuerySql.JOURNAL, "1", "5", "1", "11", "100", "10"),
    HISTORY(SessionSettings.READER, QuerySql.HISTORY, "1", "A-1", "5", "1", "11", "100", "10"),
    PICTURE(SessionSettings.READER, QuerySql.SEATS, "1", "2026-11-02 09:00+00"),
    PICTURE_RECORDS(SessionSettings.READER, QuerySql.RECORDS, "1", "2026-11-02 09:00+00");

    final SessionSettings session;
    final String sql;
    final String execute;

    /** How many columns of an index must bound the scan. */
    int columns() {
      return switch (this) {
        case DUE, PICTURE, PICTURE_RECORDS, TOKEN_EVENTS, TOKENS_ENDED -> 1;
        default -> 2;
      };
    }

    Planned(SessionSettings session, String sql, String... values) {
      this.session = session;
      this.sql = sql;
      this.execute = "EXECUTE planned ('" + String.join("', '", values) + "')";
    }

    private static String state() {
      return STATE.replace(",", ";");
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

  /** The worst moment to make a plan: the server knows for certain that the tables are tiny. */
  @BeforeEach
  void oneRowEach() throws SQLException {
    SCHEMA.run("TRUNCATE seat, sale, area, area_record, journal");
    SCHEMA.run(
        """
        INSERT INTO company (id, key, name) OVERRIDING SYSTEM VALUE VALUES (1, 'c', 'c');
        INSERT INTO workspace (id, company_id, key, name, test) OVERRIDING SYSTEM VALUE
          VALUES (1, 1, 'w', 'w', false);
        INSERT INTO chart (id, workspace_id, key, name, draft_version, draft_notation, draft_text)
          OVERRIDING SYSTEM VALUE VALUES (1, 1, 'c', 'c', 1, 'v1', '{}');
        INSERT INTO event (id, workspace_id, chart_id, key)
          OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 'e')\
        """);
    grow(0, 0);
    for (String table :
        List.of(
            "seat",
            "sale",
            "area_record",
            "journal",
            "event_head",
            "hold_token",
            "idempotency_key")) {
      SCHEMA.run("VACUUM ANALYZE " + table);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_made_for_tiny_tables_still_goes_by_index_when_they_have_grown(Planned planned) {
    try (Pool pool = new Pool(SCHEMA.settings(), planned.session, "holdfast-test", 1)) {
      List<String> plan =
          pool.read(connection -> {
            run(connection, planned.prepare());
            for (int i = 0; i < EXECUTIONS_UNTIL_A_PLAN_IS_KEPT; i++) {
              run(connection, planned.execute);
            }
            grow(1, 3_000);
            return explain(connection, planned.execute);
          });
      assertEquals(List.of(), scans(plan, planned.columns()), () -> String.join("\n", plan));
    }
  }

  private static final int EXECUTIONS_UNTIL_A_PLAN_IS_KEPT = 6;

  /** The check bites: this is the trap that it is for. */
  @Test
  void a_plain_join_in_a_session_without_our_settings_falls_into_the_trap() throws SQLException {
    try (Connection connection = SCHEMA.connection()) {
      run(connection, "SET plan_cache_mode = force_generic_plan");
      run(
          connection,
          "PREPARE joined (bigint[], text[]) AS UPDATE seat s SET version = s.version"
              + " FROM unnest($1, $2) AS w (e, l) WHERE s.event_id = w.e AND s.label = w.l");
      run(connection, "EXECUTE joined ('{1}', '{A-1}')");
      grow(1, 3_000);
      List<String> joined = explain(connection, "EXECUTE joined ('{1}', '{A-1}')");
      assertEquals(List.of("seat"), scans(joined, 2), () -> String.join("\n", joined));
    }
  }

  private static void grow(int from, int to) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO seat (event_id, label, version, decided_on, state)
          SELECT 1, 'A-' || n, 1, 0, 'free' FROM generate_series(%1$d, %2$d) n;
        INSERT INTO sale (event_id, label, version, status, taken_at)
          SELECT 1, 'A-' || n, 1, 'booked', holdfast_now() FROM generate_series(%1$d, %2$d) n;
        INSERT INTO area_record (event_id, number, area, quantity, state, status, taken_at)
          SELECT 1, n, 'floor', 1, 'taken', 'booked', holdfast_now()
          FROM generate_series(%1$d, %2$d) n;
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
  private static List<String> scans(List<String> plan, int columns) {
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

  private static List<String> explain(Connection connection, String sql) throws SQLException {
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

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
