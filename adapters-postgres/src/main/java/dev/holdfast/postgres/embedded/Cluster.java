package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the database on disk, from before they exist until they are ready to be served. A
 * cluster under its final name is complete: it is made under another name and then renamed.
 */
final class Cluster {
  /** The role that may do everything; used for the set-up only. */
  static final String SUPERUSER = "postgres";

  private static final Duration CREATION_BOUND = Duration.ofMinutes(5);
  private static final String ACCESS_RULES =
      """
      # Restored at every start; changes are lost.
      # TYPE DATABASE USER ADDRESS METHOD
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path directory;
  private final PasswordFile passwordFile;
  private final ServerInstallation server;
  private final Launcher launcher;

  Cluster(DataDirectory data, ServerInstallation server, Launcher launcher) {
    this.directory = data.cluster();
    this.passwordFile = new PasswordFile(data.password());
    this.server = server;
    this.launcher = launcher;
  }

  /** Whether the cluster was made by an earlier start. */
  boolean exists() {
    return Files.exists(versionFile());
  }

  /**
   * Makes sure that the server can work on what is there.
   *
   * @throws EmbeddedPostgresException when it is of another major version or not a cluster
   */
  void requireUsable() {
    try {
      if (exists()) {
        requireSameVersion(Files.readString(versionFile(), UTF_8).strip());
      } else if (Files.exists(directory) && !isEmpty()) {
        throw new EmbeddedPostgresException(
            "%s is not empty and not a PostgreSQL cluster either (no PG_VERSION); move it away or"
                    .formatted(directory)
                + " choose another data directory");
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("read the PostgreSQL cluster", directory, e);
    }
  }

  /**
   * Makes a new cluster.
   *
   * @return the password of its superuser
   */
  String create() {
    String password = passwordFile.read().orElseGet(this::newPassword);
    Path partial = DurableFiles.partialOf(directory);
    try {
      try {
        Command.Result result = launcher.tool(initdb(partial)).run(CREATION_BOUND);
        if (!result.succeeded()) {
          throw EmbeddedPostgresException.fromOutput(
              "create the PostgreSQL cluster", directory, result.output());
        }
        // initdb has forced all of it to disk.
        DurableFiles.publish(partial, directory);
      } finally {
        DurableFiles.deleteTree(partial);
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("create the PostgreSQL cluster", directory, e);
    }
    return password;
  }

  /**
   * The password of an existing cluster. If its file was removed, a new one is made; whoever owns
   * the files needs no password for that.
   *
   * @param bound for the recovery after a crash, which the change may have to wait for
   */
  String password(Duration bound) {
    return passwordFile.read().orElseGet(() -> replacePassword(bound));
  }

  /** Only the loopback address, only with a password, and no replication. */
  void writeAccessRules() {
    Path rules = directory.resolve("pg_hba.conf");
    try {
      if (!Files.exists(rules) || !Files.readString(rules, UTF_8).equals(ACCESS_RULES)) {
        DurableFiles.write(rules, ACCESS_RULES);
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("write", rules, e);
    }
  }

  private String newPassword() {
    String password = PasswordFile.random();
    passwordFile.write(password);
    return password;
  }

  private String replacePassword(Duration bound) {
    String password = PasswordFile.random();
    List<String> words =
        List.of(server.postgres().toString(), "--single", "-D", directory.toString(), "postgres");
    String statement =
        "ALTER ROLE %s PASSWORD '%s'%n".formatted(SUPERUSER, ScramSecret.of(password));
    try {
      Command.Result result = launcher.tool(words).run(statement, bound);
      if (!result.succeeded() || result.output().contains("ERROR:")) {
        throw EmbeddedPostgresException.fromOutput(
            "set a new password in", directory, result.output());
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("set a new password in", directory, e);
    }
    passwordFile.write(password);
    return password;
  }

  private List<String> initdb(Path target) {
    return List.of(
        server.initdb().toString(),
        "--pgdata=" + target,
        "--username=" + SUPERUSER,
        "--pwfile=" + passwordFile.path(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The rules of the server itself: a new C library cannot change the order of an index.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions");
  }

  private void requireSameVersion(String found) {
    if (!found.equals(server.majorVersion())) {
      throw new EmbeddedPostgresException(
          "%s was written by PostgreSQL %s, but this is PostgreSQL %s; export the data with the"
                  .formatted(directory, found, server.version())
              + " release that wrote it, or choose another data directory");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private Path versionFile() {
    return directory.resolve("PG_VERSION");
  }
}
