package dev.holdfast.app.bench;

import dev.holdfast.app.system.DirectSql;
import dev.holdfast.postgres.PostgresSettings;
import dev.holdfast.postgres.PostgresStart;
import dev.holdfast.postgres.embedded.EmbeddedPostgres;
import dev.holdfast.postgres.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A second PostgreSQL, the same program with the same settings as the service's, for those that the
 * service is compared with.
 */
final class RivalDatabase implements AutoCloseable {
  /** Room for a pool of each of the two programs. */
  private static final EmbeddedSettings SETTINGS =
      EmbeddedSettings.defaults().withMaxConnections(200).withStopWithJvm(true);

  private static final String PLAIN_TABLE =
      """
      CREATE SCHEMA rival;
      CREATE TABLE rival.seat (
        event text NOT NULL, label text NOT NULL, state text NOT NULL DEFAULT 'free', token text,
        until timestamptz, PRIMARY KEY (event, label)) WITH (fillfactor = 70)\
      """;

  private static final String PLAIN_SEATS =
      """
      INSERT INTO rival.seat (event, label)
      SELECT ?, 'R' || n / 1000 || '-' || n % 1000 + 1 FROM generate_series(0, ?) AS n\
      """;

  /** The service's tables; an event's row need not belong to an event. */
  private static final String LOOSE_EVENTS =
      "ALTER TABLE holdfast.event_head DROP CONSTRAINT event_head_event_known";

  private final EmbeddedPostgres server;

  /**
   * Starts it.
   *
   * @param programs where the service has unpacked the same server
   */
  RivalDatabase(Path directory, Path programs) {
    server =
        EmbeddedPostgres.start(
            directory.toAbsolutePath(), SETTINGS.withServerDirectory(programs.toAbsolutePath()));
    PostgresSettings settings =
        PostgresSettings.of(server.jdbcUrl(), server.user(), server.password());
    var _ = PostgresStart.prepare(settings);
    sql().execute(LOOSE_EVENTS);
    sql().execute(PLAIN_TABLE);
  }

  /** What a program needs to connect: URL, user, password. */
  String[] access(String schema) {
    String url = server.jdbcUrl();
    String separator = url.contains("?") ? "&" : "?";
    return new String[] {
      url + separator + "currentSchema=" + schema, server.user(), server.password()
    };
  }

  long pid() {
    return server.pid();
  }

  /** Makes an event whose seats are free. */
  void plainSeats(String event, int seats) {
    try (Connection connection = sql().connection();
        PreparedStatement insert = connection.prepareStatement(PLAIN_SEATS)) {
      insert.setString(1, event);
      insert.setInt(2, seats - 1);
      insert.executeUpdate();
      sql().execute("ANALYZE rival.seat");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DirectSql sql() {
    return new DirectSql(server);
  }

  @Override
  public void close() {
    server.close();
  }
}
