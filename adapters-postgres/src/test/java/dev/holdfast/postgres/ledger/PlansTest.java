package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.jdbc.SessionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
    SOLD_BY(SessionSettings.WRITER, LockSql.SOLD_BY, "{1}"),
    READ(
        SessionSettings.WRITER,
        ReadSql.of(EnumSet.complementOf(EnumSet.of(ReadSql.Part.EVENTS))),
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
    READ_WHOLE(SessionSettings.WRITER, ReadSql.of(Set.of(ReadSql.Part.EVENTS)), "{1}"),
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
    PICTURE(SessionSettings.READER, PictureSql.SEATS, "1", "2026-11-02 09:00+00"),
    PICTURE_RECORDS(SessionSettings.READER, PictureSql.RECORDS, "1", "2026-11-02 09:00+00"),
    SEATS_OF(SessionSettings.READER, PictureSql.SEATS_OF, "1", "{A-1,A-2}", "2026-11-02 09:00+00"),
    AREAS_OF(SessionSettings.READER, PictureSql.AREAS_OF, "1", "{floor}"),
    RECORDS_OF(
        SessionSettings.READER, PictureSql.RECORDS_OF, "1", "{floor}", "2026-11-02 09:00+00");

    final SessionSettings session;
    final String sql;
    final String execute;

    /** How many columns of an index must bound the scan. */
    int columns() {
      return switch (this) {
        case DUE, PICTURE, PICTURE_RECORDS, READ_WHOLE, TOKEN_EVENTS, TOKENS_ENDED -> 1;
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
  }

  /** The worst moment to make a plan: the server knows for certain that the tables are tiny. */
  @BeforeEach
  void oneRowEach() throws SQLException {
    EarlyPlan.tinyTables(SCHEMA);
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_made_for_tiny_tables_still_goes_by_index_when_they_have_grown(Planned planned) {
    EarlyPlan plan = new EarlyPlan(planned.session, planned.sql, planned.execute);
    List<String> lines = plan.whenGrown(SCHEMA);
    assertEquals(
        List.of(), EarlyPlan.scans(lines, planned.columns()), () -> String.join("\n", lines));
  }

  /** The check bites: this is the trap that it is for. */
  @Test
  void a_plain_join_in_a_session_without_our_settings_falls_into_the_trap() throws SQLException {
    try (Connection connection = SCHEMA.connection()) {
      EarlyPlan.run(connection, "SET plan_cache_mode = force_generic_plan");
      EarlyPlan.run(
          connection,
          "PREPARE joined (bigint[], text[]) AS UPDATE seat s SET version = s.version"
              + " FROM unnest($1, $2) AS w (e, l) WHERE s.event_id = w.e AND s.label = w.l");
      EarlyPlan.run(connection, "EXECUTE joined ('{1}', '{A-1}')");
      EarlyPlan.grow(SCHEMA, 1, 3_000);
      List<String> joined = EarlyPlan.explain(connection, "EXECUTE joined ('{1}', '{A-1}')");
      assertEquals(List.of("seat"), EarlyPlan.scans(joined, 2), () -> String.join("\n", joined));
    }
  }
}
