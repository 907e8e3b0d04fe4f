package dev.holdfast.app.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.history.Deed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code ./holdfast chaos} plays for longer. */
final class ChaosTest {
  @Test
  void I1_I2_I3_I4_I5_I6_I7_whatever_is_killed_frozen_cut_or_slow_no_answer_was_untrue(
      @TempDir Path data) {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("chaos with -Dholdfast.seed=" + seed);
    Path database = Path.of("target", "chaos-" + System.getProperty("test.fork", "1"));
    Verdict verdict = Chaos.play(seed, Schedule.brief(seed), database, data, System.out::println);
    System.out.print(verdict.summary());
    assertEquals(List.of(), verdict.wrong());
    for (Deed deed : List.of(Deed.RESERVE, Deed.TAKE, Deed.FREE)) {
      assertTrue(verdict.doneBySeatsio(deed) > 0, "nobody was answered: " + deed);
    }
  }
}
