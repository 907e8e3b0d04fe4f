package dev.holdfast.app.node;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was fetched from the npm registry, shared by all builds of a user: {@code holdfast/npm} in
 * {@code XDG_CACHE_HOME}, or in {@code .cache} of the home directory. Each directory in it is whole
 * or not there; deleting any of them only has it fetched again.
 */
final class NpmCache {
  private NpmCache() {}

  /** Fills a directory. */
  @FunctionalInterface
  interface Filling {
    void fill(Path directory) throws IOException, InterruptedException;
  }

  /**
   * A directory of this name, filled if it is not there yet.
   *
   * @param name that of nothing else, and of another thing when it is to be filled otherwise
   */
  static Path directory(String name, Filling filling) throws IOException, InterruptedException {
    Path wanted = root().resolve(name);
    if (!Files.exists(wanted)) {
      Files.createDirectories(root());
      Path filled = Files.createTempDirectory(root(), "incomplete-");
      try {
        filling.fill(filled);
        move(filled, wanted);
      } finally {
        delete(filled);
      }
    }
    return wanted;
  }

  /** Another build may have been faster: then there is nothing to do. */
  private static void move(Path filled, Path wanted) throws IOException {
    try {
      Files.move(filled, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      if (!Files.exists(wanted)) {
        throw e;
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> inside;
      try (Stream<Path> walk = Files.walk(directory)) {
        inside = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : inside) {
        Files.delete(each);
      }
    }
  }

  private static Path root() {
    Path cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return cache.resolve("holdfast").resolve("npm");
  }
}
