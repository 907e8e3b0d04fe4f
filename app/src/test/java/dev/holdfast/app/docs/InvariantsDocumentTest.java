package dev.holdfast.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class InvariantsDocumentTest {
  private static final Pattern NUMBERED = Pattern.compile("void ((?:I\\d+_)+\\w+)\\(");
  private static final Pattern NUMBER = Pattern.compile("I(\\d+)_");
  private static final Pattern HEADING = Pattern.compile("## I(\\d+)");
  private static final Pattern ITEM = Pattern.compile("- `(\\w+\\.\\w+)`");

  @Test
  void the_document_lists_exactly_the_tests_that_carry_an_invariant_s_number() throws IOException {
    assertEquals(String.join("\n", tests()), String.join("\n", documented()));
  }

  /** Every numbered test, as "invariant Class.method". */
  private static NavigableSet<String> tests() throws IOException {
    NavigableSet<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Documents.root())) {
      files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> addTests(file, tests));
    }
    return tests;
  }

  private static void addTests(Path file, NavigableSet<String> tests) {
    String owner = file.getFileName().toString().replace(".java", "");
    try {
      Matcher test = NUMBERED.matcher(Files.readString(file));
      while (test.find()) {
        Matcher number = NUMBER.matcher(test.group(1));
        while (number.find()) {
          tests.add(number.group(1) + " " + owner + "." + test.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NavigableSet<String> documented() {
    NavigableSet<String> listed = new TreeSet<>();
    String invariant = "";
    for (String line : Documents.read("docs/invariants.md").lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (heading.matches()) {
        invariant = heading.group(1);
      } else if (item.matches()) {
        listed.add(invariant + " " + item.group(1));
      }
    }
    return listed;
  }
}
