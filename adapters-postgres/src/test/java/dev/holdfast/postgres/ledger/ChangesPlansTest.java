package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.ChangeList.Order;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.jdbc.SessionSettings;
import dev.holdfast.postgres.ledger.ChangesSql.From;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lists of changes find their rows by an index as well: newest first and by label from where they
 * begin, else those of the event.
 */
final class ChangesPlansTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  /** A list with values for its parameters. */
  enum Planned {
    NEWEST(2, ChangeList.ALL, true, From.BEYOND, "1;A;1;5;11;100;10"),
    OF_OBJECT(2, of(ChangeList.Key.NUMBER, "A-1"), false, From.BEYOND, "1;A-1;;1;5;11;100;10"),
    BY_OBJECT(2, by(ChangeList.Key.OBJECT), true, From.BEYOND, "1;;1;A-1;A-1;5;11;100;10"),
    BY_OBJECT_BACKWARDS(2, by(ChangeList.Key.OBJECT), false, From.AT, "1;;1;A-1;A-1;5;11;100;10"),
    BY_STATUS(
        1, by(ChangeList.Key.STATUS), true, From.BEYOND, "held;1;;1;booked;booked;5;11;100;10"),
    BY_TIME(1, by(ChangeList.Key.TIME), true, From.END, "1;;1;11;100;10");

    /** How many columns of an index must bound the scan. */
    final int columns;

    private final String sql;
    private final String values;

    Planned(int columns, ChangeList list, boolean forward, From from, String values) {
      this.columns = columns;
      this.sql = ChangesSql.of(list, forward, from);
      this.values = values;
    }

    EarlyPlan plan() {
      return new EarlyPlan(SessionSettings.READER, sql, List.of(values.split(";", -1)));
    }

    private static ChangeList by(ChangeList.Key key) {
      return new ChangeList(Optional.empty(), "", new Order(key, false), "held");
    }

    private static ChangeList of(ChangeList.Key key, String object) {
      return new ChangeList(Optional.of(object), "", new Order(key, true), "held");
    }
  }

  @BeforeEach
  void oneRowEach() throws SQLException {
    EarlyPlan.tinyTables(SCHEMA);
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_made_for_tiny_tables_still_goes_by_index_when_they_have_grown(Planned planned) {
    List<String> lines = planned.plan().whenGrown(SCHEMA);
    assertEquals(
        List.of(), EarlyPlan.scans(lines, planned.columns), () -> String.join("\n", lines));
  }
}
