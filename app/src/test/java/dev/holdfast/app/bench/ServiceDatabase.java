package dev.holdfast.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The PostgreSQL that a service runs by itself, looked at from outside. */
record ServiceDatabase(Path data) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** What makes a commit durable, and what is spared for speed. */
  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_level",
          "wal_sync_method",
          "commit_delay",
          "shared_buffers",
          "max_wal_size");

  /** Seats of one event that were held twice, or booked twice; nothing is released meanwhile. */
  private static final String TWICE =
      """
      SELECT count(*) FROM (
        SELECT FROM holdfast.journal GROUP BY event_id, object, kind HAVING count(*) > 1) AS t\
      """;

  /** The process that all of the server's processes come from. */
  long pid() {
    return Long.parseLong(line(PID_LINE));
  }

  /** Its settings by name, as the server tells them. */
  Map<String, String> settings() {
    Map<String, String> told = new LinkedHashMap<>();
    for (String name : SETTINGS) {
      told.put(name, ask("SHOW " + name));
    }
    return told;
  }

  /** How many seats were sold or held more than once: none. */
  long twice() {
    return Long.parseLong(ask(TWICE));
  }

  private String ask(String sql) {
    String url = "jdbc:postgresql://127.0.0.1:" + line(PORT_LINE) + "/holdfast";
    try (Connection connection =
            DriverManager.getConnection(
                url, "holdfast", Files.readString(data.resolve("password")).strip());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(int number) {
    try {
      return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(number).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
