package dev.holdfast.app.bench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchRunTest {
  /** How fast it is, is measured, and is no matter of a test. */
  @Test
  void everything_that_is_measured_is_answered_as_it_must_be_and_no_seat_is_held_twice(
      @TempDir Path directory) {
    List<String> told = new ArrayList<>();
    Results results = new Run(Scale.small(), List.of(), told::add).play(directory);
    String all = String.join("\n", told);
    assertEquals(0, results.wrong(), all);
    assertEquals(0, results.twice(), all);
    results
        .samples()
        .forEach((trial, samples) ->
            assertTrue(samples.getFirst().done() > 0 || trial.equals(Trials.STATUS), all));
    for (Measure measure : Measures.ALL) {
      assertTrue(
          results.lines().stream().anyMatch(line -> line.name().equals(measure.name())),
          measure.name());
    }
    assertAll(
        () -> assertTrue(Json.parse(new Report(results).json()).has("measures")),
        () -> assertTrue(new Document(results).text().contains("hold-to-naive")),
        () -> assertEquals("on", results.durability().get("fsync")));
  }
}
