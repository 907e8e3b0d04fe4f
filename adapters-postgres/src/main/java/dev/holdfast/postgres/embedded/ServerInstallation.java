package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unpacked programs. A directory under its final name is complete: it was unpacked under
 * another name, forced to disk and tried out before it was renamed.
 *
 * @param directory {@code <version>-<identity>} in the server directory
 * @param version of the server, such as 18.6
 */
record ServerInstallation(Path directory, String version) {
  private static final Logger LOG = LoggerFactory.getLogger(ServerInstallation.class);
  private static final Pattern NAME = Pattern.compile("(\\d+(?:\\.\\d+)*)-[0-9a-f]+");
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+(?:\\.\\d+)*)");
  private static final String LOCK = "unpack.lock";
  private static final Duration UNPACKING_BOUND = Duration.ofMinutes(2);

  /**
   * Finds the programs of an archive, or unpacks them. Several processes may share the directory.
   *
   * @throws EmbeddedPostgresException when they cannot be unpacked, or cannot run on this machine
   */
  static ServerInstallation of(ServerArchive archive, Path serverDirectory) {
    try {
      Path real = DurableFiles.openDirectory(serverDirectory);
      Optional<ServerInstallation> found = find(archive, real);
      return found.isPresent() ? found.get() : unpackAlone(archive, real);
    } catch (FileGuard.TakenException e) {
      throw new EmbeddedPostgresException(
          "Cannot unpack PostgreSQL to %s: %s has been doing that for too long; end it"
              .formatted(serverDirectory, e.getMessage()),
          e);
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("unpack PostgreSQL to", serverDirectory, e);
    }
  }

  Path postgres() {
    return directory.resolve("bin").resolve("postgres");
  }

  Path initdb() {
    return directory.resolve("bin").resolve("initdb");
  }

  /** The part of the version that a data directory must share. */
  String majorVersion() {
    return version.split("\\.", 2)[0];
  }

  /** Removes the programs of other versions; only for a directory that nobody shares. */
  void deleteOthers() {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory.resolveSibling("."))) {
      for (Path each : all) {
        Path name = each.getFileName();
        boolean other = !name.equals(directory.getFileName());
        if (other && NAME.matcher(name.toString()).matches()) {
          DurableFiles.deleteTree(each);
        }
      }
    } catch (IOException e) {
      LOG.warn("Cannot remove the programs of another version: {}", e.getMessage());
    }
  }

  private static Optional<ServerInstallation> find(ServerArchive archive, Path serverDirectory)
      throws IOException {
    String pattern = "*-" + archive.identity();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(serverDirectory, pattern)) {
      for (Path each : all) {
        Matcher name = NAME.matcher(each.getFileName().toString());
        if (name.matches() && Files.isExecutable(each.resolve("bin").resolve("postgres"))) {
          return Optional.of(new ServerInstallation(each, name.group(1)));
        }
      }
      return Optional.empty();
    }
  }

  private static ServerInstallation unpackAlone(ServerArchive archive, Path serverDirectory)
      throws IOException {
    try (FileGuard _ = FileGuard.await(serverDirectory.resolve(LOCK), UNPACKING_BOUND)) {
      // Somebody else may have been faster.
      Optional<ServerInstallation> found = find(archive, serverDirectory);
      return found.isPresent() ? found.get() : unpack(archive, serverDirectory);
    }
  }

  private static ServerInstallation unpack(ServerArchive archive, Path serverDirectory)
      throws IOException {
    DurableFiles.deletePartials(serverDirectory);
    Path partial = DurableFiles.partialOf(serverDirectory.resolve(archive.identity()));
    try (InputStream in = archive.open()) {
      Unpacker.unpack(in, partial);
      String version = versionOf(partial.resolve("bin").resolve("postgres"));
      Path directory = serverDirectory.resolve(version + "-" + archive.identity());
      // Only there if somebody removed a part of it.
      DurableFiles.deleteTree(directory);
      DurableFiles.publish(partial, directory);
      LOG.info("Unpacked PostgreSQL {} to {}", version, directory);
      return new ServerInstallation(directory, version);
    } finally {
      DurableFiles.deleteTree(partial);
    }
  }

  private static String versionOf(Path postgres) {
    try {
      List<String> words = List.of(postgres.toString(), "--version");
      Command.Result result = new Command(words).run(Duration.ofSeconds(30));
      Matcher version = VERSION.matcher(result.output());
      if (result.succeeded() && version.find()) {
        return version.group(1);
      }
      throw cannotRun(postgres, result.output());
    } catch (IOException e) {
      throw cannotRun(postgres, String.valueOf(e.getMessage()));
    }
  }

  private static EmbeddedPostgresException cannotRun(Path postgres, String reason) {
    return EmbeddedPostgresException.fromOutput(
        "run PostgreSQL, which needs a file system that allows programs (not mounted noexec) and,"
            + " on Linux, glibc 2.27 or newer:",
        postgres,
        reason);
  }
}
