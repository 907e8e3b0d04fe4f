package dev.holdfast.app.system;

import dev.holdfast.postgres.PostgresServer;
import dev.holdfast.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The tests' PostgreSQL as one deployment at a time finds it: empty. */
final class Databases {
  private Databases() {}

  /** Empties it; answers the settings that lead a service to it. */
  static Map<String, String> fresh() {
    PostgresSettings server = PostgresServer.settings();
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + server.schema() + " CASCADE");
    } catch (SQLException e) {
      throw new IllegalStateException("the tests need a PostgreSQL that lets them", e);
    }
    return settings();
  }

  /** The settings that lead a service to it as it is. */
  static Map<String, String> settings() {
    PostgresSettings server = PostgresServer.settings();
    return Map.of(
        "HOLDFAST_POSTGRES_URL",
        server.url(),
        "HOLDFAST_POSTGRES_USER",
        server.user(),
        "HOLDFAST_POSTGRES_PASSWORD",
        server.password());
  }
}
