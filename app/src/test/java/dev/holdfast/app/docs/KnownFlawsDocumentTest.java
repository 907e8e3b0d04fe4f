package dev.holdfast.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownFlawsDocumentTest {
  private static final String DOCUMENT = "docs/known-flaws.md";
  private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");
  private static final int FLAWS = 34;

  private static List<List<String>> flaws() {
    return Documents.rows(DOCUMENT).stream().filter(row -> row.getFirst().matches("\\d+")).toList();
  }

  private static List<String> tests(List<String> flaw) {
    return NAMED
        .matcher(flaw.get(2))
        .results()
        .map(MatchResult::group)
        .map(each -> each.substring(1, each.length() - 1))
        .toList();
  }

  @Test
  void every_flaw_is_listed_once_in_order() {
    assertEquals(
        IntStream.rangeClosed(1, FLAWS).mapToObj(Integer::toString).toList(),
        flaws().stream().map(List::getFirst).toList());
  }

  @Test
  void every_test_that_is_named_is_there() {
    TestNames names = TestNames.read();
    assertEquals(
        List.of(),
        flaws().stream()
            .flatMap(flaw -> tests(flaw).stream())
            .filter(test -> !names.has(test))
            .toList());
  }

  @Test
  void a_flaw_without_a_test_says_why_it_cannot_be() {
    for (List<String> flaw : flaws()) {
      boolean cannotBe = flaw.get(3).startsWith("Cannot be: ");
      assertEquals(tests(flaw).isEmpty(), cannotBe, flaw::toString);
      assertFalse(flaw.get(1).isBlank(), flaw::toString);
    }
  }
}
