package dev.holdfast.postgres.ledger;

import dev.holdfast.postgres.jdbc.Bindings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several statements in one round trip, each with the row count it must have. One use.
 *
 * <p>The server compares the counts and fails the first that differs, with {@code SQLSTATE HF001}:
 * what was decided on is not what is stored. Nobody can change it between the read and the write
 * under the event's lock, so this is another program at work, or a decision on an old copy; either
 * way, reading again and deciding again is right, and the same work may then succeed.
 */
final class WriteBatch {
  /** Binds one statement's parameters. */
  @FunctionalInterface
  interface Binder {
    void bind(Bindings bindings) throws SQLException;
  }

  private record Step(String sql, Binder binder) {}

  private final List<Step> steps = new ArrayList<>();

  /** Adds a statement without parameters and without rows. */
  void command(String sql) {
    steps.add(new Step(sql, _ -> {}));
  }

  /**
   * Adds a statement, unless it has nothing to do.
   *
   * @param sql changes rows, and says nothing of them
   * @param rows how many rows it must change
   * @param what the rows are, for the message when it changes another number
   */
  void rows(String sql, int rows, String what, Binder binder) {
    if (rows > 0) {
      steps.add(
          new Step(
              WriteSql.counted(sql),
              bindings -> {
                binder.bind(bindings);
                bindings.number(rows).text(what);
              }));
    }
  }

  /**
   * Sends them all.
   *
   * @return what the server warns of
   */
  Optional<SQLWarning> run(Connection connection) throws SQLException {
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Bindings bindings = new Bindings(statement);
      for (Step step : steps) {
        step.binder.bind(bindings);
      }
      statement.execute();
      return Optional.ofNullable(statement.getWarnings());
    }
  }
}
