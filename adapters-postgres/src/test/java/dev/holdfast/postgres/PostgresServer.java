package dev.holdfast.postgres;

import dev.holdfast.postgres.embedded.EmbeddedPostgres;
import dev.holdfast.postgres.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/**
 * The PostgreSQL that tests use, one a JVM, started when first asked for:
 *
 * <ul>
 *   <li>the server of {@code HOLDFAST_TEST_POSTGRES_URL} where that is set: {@code
 *       postgres://user:password@host/database}, a role that may create schemas there;
 *   <li>a container of {@link #IMAGE}, set up as compose.yaml does, where the system property
 *       {@code holdfast.test.containers} is {@code true};
 *   <li>else the embedded server.
 * </ul>
 *
 * A server that cannot be had is a failure, never a skipped test.
 */
public final class PostgresServer {
  /** The image of the container, which compose.yaml deploys. */
  public static final String IMAGE = "postgres:18";

  private static final String URL = "HOLDFAST_TEST_POSTGRES_URL";

  /** Makes the role and the database {@code holdfast}. */
  private static final Path SETUP = Path.of("app", "compose", "create-role.sh");

  private static final String PASSWORD = "of-the-role-in-a-container";

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
    // Test classes run in several JVMs at a time; each has a server of its own.
    String fork = System.getProperty("test.fork", "1");
    Path directory = Path.of("target", "postgres-" + fork).toAbsolutePath();
    EmbeddedPostgres server =
        EmbeddedPostgres.start(directory, EmbeddedSettings.defaults().withStopWithJvm(true));
    return PostgresSettings.of(server.jdbcUrl(), server.user(), server.password());
  }

  /** Removed by Testcontainers when this JVM ends. */
  @SuppressWarnings("resource")
  private static PostgresSettings container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withEnv("ROLE_PASSWORD", PASSWORD)
            .withCopyFileToContainer(
                MountableFile.forHostPath(top().resolve(SETUP), 0755),
                "/docker-entrypoint-initdb.d/create-role.sh");
    // Instead of Testcontainers' own, which turns fsync off: such a server is refused.
    container.setCommand("postgres");
    container.start();
    recordContainer();
    String url =
        "jdbc:postgresql://%s:%d/holdfast"
            .formatted(
                container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    return PostgresSettings.of(url, "holdfast", PASSWORD);
  }

  /** What the profile {@code containers} looks for when the tests are over. */
  private static void recordContainer() {
    try {
      Path directory = Files.createDirectories(Path.of("target", "containers"));
      Files.writeString(directory.resolve("postgres"), IMAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The top of the project, whichever module's tests these are. */
  private static Path top() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve(SETUP))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException(SETUP + " is not above this directory");
    }
    return here;
  }
}
