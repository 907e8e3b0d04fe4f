package dev.holdfast.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules by class and method, read from their sources. */
final class TestNames {
  /** An annotation that makes a test, others after it, and the method's head. */
  private static final Pattern TEST =
      Pattern.compile("@\\w*Test\\b[^;{}]*?(?:\\{[^{}]*}[^;{}]*?)?\\bvoid (\\w+)\\(");

  private final Set<String> names = new HashSet<>();

  private TestNames() {}

  static TestNames read() {
    TestNames all = new TestNames();
    try (Stream<Path> files = Files.walk(Documents.root())) {
      files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(Path file) {
    String owner = file.getFileName().toString().replace(".java", "");
    try {
      Matcher test = TEST.matcher(Files.readString(file));
      while (test.find()) {
        names.add(owner + "." + test.group(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is such a test, as {@code Class.method}. */
  boolean has(String name) {
    return names.contains(name);
  }
}
