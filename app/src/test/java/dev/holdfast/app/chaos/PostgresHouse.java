package dev.holdfast.app.chaos;

import dev.holdfast.app.system.DirectSql;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.postgres.PostgresSettings;
import dev.holdfast.postgres.PostgresStore;
import dev.holdfast.postgres.embedded.EmbeddedPostgres;
import dev.holdfast.postgres.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of our own, reached by each node over a relay of its own. */
final class PostgresHouse implements AutoCloseable {
  /** Sessions of a node that was killed may outlive it for a moment. */
  private static final EmbeddedSettings SETTINGS =
      EmbeddedSettings.defaults().withMaxConnections(200).withStopWithJvm(true);

  private static final int END_SECONDS = 30;

  private final Path directory;
  private final List<Relay> relays = new ArrayList<>();
  private EmbeddedPostgres server;

  /** Starts it on a directory, which is kept, and empties it. */
  PostgresHouse(Path directory) {
    this.directory = directory.toAbsolutePath();
    server = EmbeddedPostgres.start(this.directory, SETTINGS);
    for (int node = 0; node < Schedule.NODES; node++) {
      relays.add(new Relay(server.port()));
    }
    sql().execute("DROP SCHEMA IF EXISTS " + direct().schema() + " CASCADE");
  }

  private PostgresSettings direct() {
    return PostgresSettings.of(server.jdbcUrl(), server.user(), server.password());
  }

  /** The settings that lead a node to it. */
  Map<String, String> settings(int node) {
    String url = server.jdbcUrl().replace(":" + server.port(), ":" + relays.get(node).port());
    return Map.of(
        "HOLDFAST_POSTGRES_URL",
        url,
        "HOLDFAST_POSTGRES_USER",
        server.user(),
        "HOLDFAST_POSTGRES_PASSWORD",
        server.password());
  }

  /** A node's wire to it, or every node's. */
  List<Relay> relays(int node) {
    return node == Fault.EVERY ? relays : List.of(relays.get(node));
  }

  /** All sessions are ended, a checkpoint is written; returns when it accepts connections again. */
  void restart() {
    server.close();
    startAgain();
  }

  /** Everything ends at once; the next start recovers from the log. */
  void crash() {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
      server.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    server.close();
    startAgain();
  }

  private void startAgain() {
    server = EmbeddedPostgres.start(directory, SETTINGS);
    relays.forEach(relay -> relay.leadTo(server.port()));
  }

  /** What the ledger's own audit finds wrong with an event. */
  List<String> audit(String eventKey) {
    try (PostgresStore store = PostgresStore.open(direct())) {
      return store.ledger().audit(eventId(eventKey));
    }
  }

  private EventId eventId(String key) {
    try (Connection connection = sql().connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id FROM " + direct().schema() + ".event WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("there is no event " + key);
        }
        return new EventId(rows.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DirectSql sql() {
    return new DirectSql(server);
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
    server.close();
  }
}
