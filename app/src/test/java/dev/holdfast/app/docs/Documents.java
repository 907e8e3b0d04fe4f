package dev.holdfast.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The project's documents, wherever the tests are started from. */
public final class Documents {
  private Documents() {}

  /** The top of the project. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("docs/configuration.md"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("the project's documents are not above this directory");
    }
    return here;
  }

  /** A document's text. */
  public static String read(String name) {
    try {
      return Files.readString(root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the tables of a document, without heads and rulers, as trimmed cells. */
  public static List<List<String>> rows(String name) {
    return read(name)
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(1, line.lastIndexOf('|')))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }
}
