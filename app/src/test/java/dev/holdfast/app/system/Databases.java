package dev.holdfast.app.system;

import dev.holdfast.postgres.PostgresServer;
import dev.holdfast.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases on the tests' PostgreSQL, one a deployment. */
final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** Makes one; answers the settings that lead a service to it. */
  static Map<String, String> fresh() {
    PostgresSettings server = PostgresServer.settings();
    String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("the tests need a PostgreSQL that lets them", e);
    }
    return Map.of(
        "HOLDFAST_POSTGRES_URL",
        server.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + name),
        "HOLDFAST_POSTGRES_USER",
        server.user(),
        "HOLDFAST_POSTGRES_PASSWORD",
        server.password());
  }
}
