package dev.holdfast.postgres;

import dev.holdfast.postgres.embedded.EmbeddedPostgres;
import dev.holdfast.postgres.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL that tests use, one a JVM, started when first asked for:
 *
 * <ul>
 *   <li>the server of {@code HOLDFAST_TEST_POSTGRES_URL} where that is set: {@code
 *       postgres://user:password@host/database}, a role that may create schemas there;
 *   <li>a container of {@code postgres:18} where the system property {@code
 *       holdfast.test.containers} is {@code true};
 *   <li>else the embedded server.
 * </ul>
 *
 * A server that cannot be had is a failure, never a skipped test.
 */
public final class PostgresServer {
  private static final String URL = "HOLDFAST_TEST_POSTGRES_URL";

  private PostgresServer() {}

  /** How to reach it. Tests use a schema of their own, see {@link PostgresSchema}. */
  public static PostgresSettings settings() {
    return Shared.SETTINGS;
  }

  /** Started by the first who asks. */
  private static final class Shared {
    static final PostgresSettings SETTINGS = start(System.getenv());
  }

  private static PostgresSettings start(Map<String, String> environment) {
    String url = environment.get(URL);
    if (url != null) {
      return PostgresSettings.of(url, "", "");
    }
    if (Boolean.getBoolean("holdfast.test.containers")) {
      return container();
    }
    return embedded();
  }

  /** Stopped by its shutdown hook; the directory stays, so that the next run starts faster. */
  private static PostgresSettings embedded() {
    Path directory = Path.of("target", "postgres").toAbsolutePath();
    EmbeddedPostgres server =
        EmbeddedPostgres.start(directory, EmbeddedSettings.defaults().withStopWithJvm(true));
    return PostgresSettings.of(server.jdbcUrl(), server.user(), server.password());
  }

  /** Its own watcher removes it when this JVM ends. */
  @SuppressWarnings("resource")
  private static PostgresSettings container() {
    PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
    container.start();
    return PostgresSettings.of(
        container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }
}
