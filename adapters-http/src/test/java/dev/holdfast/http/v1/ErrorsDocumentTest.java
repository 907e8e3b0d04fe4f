package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusals;
import dev.holdfast.http.v1.Asked.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} tells the refusals as they are. */
final class ErrorsDocumentTest {
  /** A line of the table: name, meaning, may succeed later, status, body. */
  private static final Pattern LINE =
      Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| (yes|no) \\| ([^|]+) \\| [^|]+ \\|$");

  private static final Pattern STATUS = Pattern.compile("\\b[1-5][0-9]{2}\\b");

  private record Line(String refusal, boolean maySucceedLater, Set<String> statuses) {}

  @Test
  void the_table_has_every_refusal_in_the_order_of_weight() throws IOException {
    assertEquals(
        Refusals.ALL.stream().map(ErrorsDocumentTest::name).toList(),
        documented().stream().map(Line::refusal).toList());
  }

  @Test
  void each_line_says_what_the_code_does() throws IOException {
    List<Line> expected =
        Refusals.ALL.stream()
            .map(each -> new Line(name(each), each.retryable(), statuses(each)))
            .toList();

    assertEquals(expected, documented());
  }

  private static String name(Refusal refusal) {
    return refusal.getClass().getSimpleName();
  }

  /** Those of all operations: what was asked for may make a difference. */
  private static Set<String> statuses(Refusal refusal) {
    return Arrays.stream(Operation.values())
        .map(operation ->
            V1Answers.refused(List.of(refusal), new Asked(operation, List.of("A-1", "ga"))))
        .map(answer -> Integer.toString(answer.status()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Line> documented() throws IOException {
    return Files.readAllLines(document()).stream()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .map(
            line -> new Line(line.group(1), line.group(2).equals("yes"), statusesIn(line.group(3))))
        .toList();
  }

  private static Set<String> statusesIn(String text) {
    return STATUS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tests run in the module's directory or in the project's. */
  private static Path document() {
    Path document = Path.of("docs", "errors.md");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(document))) {
        return at.resolve(document);
      }
    }
    throw new AssertionError("no " + document + " above the working directory");
  }
}
