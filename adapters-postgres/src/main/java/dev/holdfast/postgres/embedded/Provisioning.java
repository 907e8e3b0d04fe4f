package dev.holdfast.postgres.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The first sessions on a server that has just started: they make sure that the role and the
 * database are there, and that the server runs with the settings that it was given.
 */
final class Provisioning {
  /** The role that the engine works with; it owns its database and is no superuser. */
  static final String USER = "holdfast";

  /** The database of the engine. */
  static final String DATABASE = "holdfast";

  // Wrong password or no such role, a role that may not log in, no such database.
  private static final Set<String> INCOMPLETE = Set.of("28P01", "28000", "3D000");
  private static final String WRONG_PASSWORD = "28P01";

  private final Postmaster postmaster;
  private final Path passwordFile;
  private final String password;

  Provisioning(Postmaster postmaster, Path passwordFile, String password) {
    this.postmaster = postmaster;
    this.passwordFile = passwordFile;
    this.password = password;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(ServerOptions.ADDRESS, port, database);
  }

  /**
   * Completes the set-up where it is not complete, and checks the settings.
   *
   * @param fresh whether the cluster was made just now, so that nothing can be there yet
   * @throws EmbeddedPostgresException when a setting is not what it must be, or a session fails
   */
  void complete(boolean fresh) {
    try {
      if (fresh) {
        provision();
      }
      try {
        requireSettings();
      } catch (SQLException e) {
        // An earlier start may have been interrupted between two of its steps.
        if (fresh || !INCOMPLETE.contains(String.valueOf(e.getSQLState()))) {
          throw e;
        }
        provision();
        requireSettings();
      }
    } catch (SQLException e) {
      throw new EmbeddedPostgresException(
          "Cannot set up the database on %s: %s"
              .formatted(url(postmaster.port(), DATABASE), e.getMessage()),
          e);
    }
  }

  private void provision() throws SQLException {
    try (Connection connection = connect(Cluster.SUPERUSER, "postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", USER)) {
        statement.execute("CREATE ROLE " + USER);
      }
      statement.execute(
          "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(USER, ScramSecret.of(password)));
      // To see all settings and sessions, which is how a healthy server is told from a sick one.
      statement.execute("GRANT pg_monitor TO " + USER);
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
      }
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw notThePassword(e);
      }
      throw e;
    }
  }

  private EmbeddedPostgresException notThePassword(SQLException cause) {
    return new EmbeddedPostgresException(
        "The password in %s is not the one of the database; restore the file, or delete it to get"
                .formatted(passwordFile)
            + " a new password at the next start",
        cause);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  // Asked in a session of the engine, since a role and a database can have settings of their own.
  private void requireSettings() throws SQLException {
    Map<String, String> expected = postmaster.options().expected();
    List<String> wrong = new ArrayList<>();
    try (Connection connection = connect(USER, DATABASE);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT name, current_setting(name) FROM unnest(?::text[]) AS name")) {
      statement.setArray(1, connection.createArrayOf("text", expected.keySet().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(1);
          String value = rows.getString(2);
          if (!value.equals(expected.get(name))) {
            wrong.add("%s is %s, not %s".formatted(name, value, expected.get(name)));
          }
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL in %s does not run as it must: %s; look for settings of the role or database"
              .formatted(passwordFile.getParent(), String.join(", ", wrong)));
    }
  }

  private Connection connect(String user, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "holdfast-start");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "120");
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    return DriverManager.getConnection(url(postmaster.port(), database), properties);
  }
}
