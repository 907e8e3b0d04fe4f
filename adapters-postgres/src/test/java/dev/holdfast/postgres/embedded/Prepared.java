package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Programs that are unpacked and a database that is created once for all tests, since both take
 * seconds of processor time; each test works on a copy of its own.
 */
final class Prepared {
  private static final Path ROOT = create();

  private Prepared() {}

  /** The directory of the programs. */
  static Path programs() {
    return ROOT.resolve("programs");
  }

  /** Settings with the defaults of the product, for programs that are unpacked already. */
  static EmbeddedSettings settings() {
    return EmbeddedSettings.defaults().withServerDirectory(programs());
  }

  /** Copies a database that was stopped cleanly and holds no rows of the engine. */
  static Path dataIn(Path parent) throws IOException {
    Path source = ROOT.resolve("data");
    Path target = parent.resolve("data");
    try (Stream<Path> all = Files.walk(source)) {
      for (Path each : all.toList()) {
        Path copy = target.resolve(source.relativize(each).toString());
        Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return target;
  }

  private static Path create() {
    try {
      Path root = Files.createTempDirectory("holdfast-prepared-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      Path programs = root.resolve("programs");
      EmbeddedSettings settings = EmbeddedSettings.defaults().withServerDirectory(programs);
      EmbeddedPostgres.start(root.resolve("data"), settings).close();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try {
      DurableFiles.deleteTree(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
