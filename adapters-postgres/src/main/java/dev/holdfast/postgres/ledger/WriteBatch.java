package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.Bindings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several statements in one round trip, each with the row count it must have. One use. */
final class WriteBatch {
  /** Binds one statement's parameters. */
  @FunctionalInterface
  interface Binder {
    void bind(Bindings bindings) throws SQLException;
  }

  private record Step(String sql, int rows, String what, Binder binder) {}

  /** For statements that have no rows. */
  private static final int ANY = -1;

  private final List<Step> steps = new ArrayList<>();

  /** Adds a statement without parameters and without rows. */
  void command(String sql) {
    steps.add(new Step(sql, ANY, sql, _ -> {}));
  }

  /**
   * Adds a statement, unless it has nothing to do.
   *
   * @param rows how many rows it must change
   * @param what the rows are, for the message when it changes another number
   */
  void rows(String sql, int rows, String what, Binder binder) {
    if (rows > 0) {
      steps.add(new Step(sql, rows, what, binder));
    }
  }

  /**
   * Sends them all and compares the counts.
   *
   * @throws StoreFailure.Unavailable when a count differs: what was decided on is not what is
   *     stored. Nobody can change it between the read and the write under the event's lock, so this
   *     is another program at work, or a decision on an old copy; either way, reading again and
   *     deciding again is right, and the same work may then succeed.
   */
  void run(Connection connection) throws SQLException {
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Bindings bindings = new Bindings(statement);
      for (Step step : steps) {
        step.binder.bind(bindings);
      }
      statement.execute();
      for (Step step : steps) {
        int changed = statement.getUpdateCount();
        if (step.rows != ANY && changed != step.rows) {
          throw new StoreFailure.Unavailable(
              "decided on an old state: %d of %d %s".formatted(changed, step.rows, step.what),
              null);
        }
        statement.getMoreResults();
      }
    }
  }
}
