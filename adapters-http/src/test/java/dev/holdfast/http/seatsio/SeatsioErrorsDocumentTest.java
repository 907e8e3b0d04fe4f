package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} tells what the seats.io dialect makes of the refusals. */
final class SeatsioErrorsDocumentTest {
  /** A line of the table: name, status, code. */
  private static final Pattern LINE =
      Pattern.compile("^\\| `(\\w+)` \\| (\\d{3}) \\| `([A-Z_]+)` \\|$");

  private record Line(String refusal, String status, String code) {}

  @Test
  void the_table_has_every_refusal_in_the_order_of_weight_and_says_what_the_code_does()
      throws IOException {
    List<Line> documented =
        Files.readAllLines(document()).stream()
            .map(LINE::matcher)
            .filter(line -> line.matches())
            .map(line -> new Line(line.group(1), line.group(2), line.group(3)))
            .toList();

    assertEquals(Refusals.ALL.stream().map(SeatsioErrorsDocumentTest::line).toList(), documented);
  }

  private static Line line(Refusal refusal) {
    JsonNode error =
        Asked.of(SeatsioAnswers.refused(List.of(refusal), new Names("ws_1", "hall", "gala")));
    assertEquals(1, error.path("errors").size());
    return new Line(
        refusal.getClass().getSimpleName(),
        error.path("status").asText(),
        error.at("/errors/0/code").asText());
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
