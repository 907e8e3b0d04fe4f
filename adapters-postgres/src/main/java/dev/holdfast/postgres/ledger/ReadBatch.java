package dev.holdfast.postgres.ledger;

import dev.holdfast.postgres.jdbc.Bindings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Several statements with rows in one round trip. Each sees what was committed until it begins, not
 * only until the first did. One use.
 */
final class ReadBatch {
  /** Does something with a row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private record Step(String sql, WriteBatch.Binder binder, RowReader reader) {}

  private final List<Step> steps = new ArrayList<>();

  /** Adds a statement. */
  void rows(String sql, WriteBatch.Binder binder, RowReader reader) {
    steps.add(new Step(sql, binder, reader));
  }

  /** Sends them all, and reads the rows of each in turn. */
  void run(Connection connection) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Bindings bindings = new Bindings(statement);
      for (Step step : steps) {
        step.binder.bind(bindings);
      }
      statement.execute();
      for (Step step : steps) {
        try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
          while (rows.next()) {
            step.reader.read(rows);
          }
        }
        statement.getMoreResults();
      }
    }
  }
}
