package dev.holdfast.postgres.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tests write and ask, as the engine would: in sessions of its role. */
final class Rows {
  private Rows() {}

  static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  /** Commits one row; it counts as kept from the moment that this returns. */
  static void add(EmbeddedPostgres server, String text) throws SQLException {
    execute(server, "CREATE TABLE IF NOT EXISTS kept (text text)");
    execute(server, "INSERT INTO kept VALUES ('" + text + "')");
  }

  static String all(EmbeddedPostgres server) throws SQLException {
    return ask(server, "SELECT coalesce(string_agg(text, ',' ORDER BY text), '') FROM kept");
  }

  static void execute(EmbeddedPostgres server, String statement) throws SQLException {
    try (Connection connection = connect(server);
        Statement open = connection.createStatement()) {
      open.execute(statement);
    }
  }

  static String ask(EmbeddedPostgres server, String query) throws SQLException {
    try (Connection connection = connect(server);
        Statement open = connection.createStatement();
        ResultSet rows = open.executeQuery(query)) {
      if (!rows.next()) {
        throw new SQLException("no row from " + query);
      }
      return String.valueOf(rows.getString(1));
    }
  }
}
