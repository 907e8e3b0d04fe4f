package dev.holdfast.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SecurityDocumentTest {
  private static final Pattern ITEM = Pattern.compile("(\\d+)\\. .*");
  private static final Pattern NAMED = Pattern.compile(" +- `(\\w+\\.\\w+)`");

  /** How many tests stand under each item. */
  private final List<Integer> tests = new ArrayList<>();

  private final List<String> named = new ArrayList<>();

  SecurityDocumentTest() {
    for (String line : Documents.read("docs/security.md").lines().toList()) {
      Matcher item = ITEM.matcher(line);
      Matcher test = NAMED.matcher(line);
      if (item.matches()) {
        tests.add(0);
        assertEquals(tests.size(), Integer.parseInt(item.group(1)), line);
      } else if (test.matches()) {
        tests.set(tests.size() - 1, tests.getLast() + 1);
        named.add(test.group(1));
      }
    }
  }

  @Test
  void every_item_names_its_tests() {
    assertTrue(tests.size() > 10, tests::toString);
    assertTrue(tests.stream().allMatch(count -> count > 0), tests::toString);
  }

  @Test
  void every_test_that_is_named_is_there() {
    TestNames names = TestNames.read();
    assertEquals(List.of(), named.stream().filter(test -> !names.has(test)).toList());
  }
}
