package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.simulation.Play.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation proves something: every planted bug is found, by the seed that is known to. */
final class PlantedTest {
  @ParameterizedTest
  @EnumSource
  void a_planted_bug_is_found_and_is_what_is_complained_of(Planted bug) {
    Play play = Play.of(bug.killer, Simulate.STEPS);
    assertEquals(Optional.empty(), Shrinking.failure(play, Flaw.NONE));
    Failure found = Shrinking.failure(play, bug).orElseThrow();
    assertTrue(
        found.first().contains(bug.complaint),
        () -> bug + " was found otherwise: " + found.first());
  }

  @ParameterizedTest
  @EnumSource
  void a_planted_bug_is_listed_with_its_seed(Planted bug) throws IOException {
    String name = "| `" + bug.name().replace('_', '-').toLowerCase(Locale.ROOT) + "` |";
    String end = "| " + bug.killer + " | " + bug.complaint + " |";
    assertEquals(
        1,
        Files.readString(Path.of("../docs/simulation.md"))
            .lines()
            .filter(line -> line.startsWith(name) && line.endsWith(end))
            .count());
  }

  @ParameterizedTest
  @EnumSource(names = {"OWNER_UNCHECKED", "GATE_WITHOUT_END"})
  void what_is_left_of_a_failing_run_fails_again(Planted bug) {
    Play play = Play.of(bug.killer, Simulate.STEPS);
    Failure small = Shrinking.shrink(Shrinking.failure(play, bug).orElseThrow(), bug);
    assertTrue(small.play().kept().size() < play.kept().size());
    assertEquals(
        small.getMessage(), Shrinking.failure(small.play(), bug).orElseThrow().getMessage());
  }
}
