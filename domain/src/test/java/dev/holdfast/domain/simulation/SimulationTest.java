package dev.holdfast.domain.simulation;

import dev.holdfast.domain.simulation.Play.Failure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole service under whatever goes wrong, for some seeds in every build. */
final class SimulationTest {
  private static final int SEEDS = 64;

  /** The first of them are played for longer. */
  private static final int LONG_SEEDS = 16;

  private static final int OPERATIONS = 300;

  @Test
  void I1_I2_I3_I4_I5_I6_I7_I9_I11_I12_whatever_goes_wrong_every_answer_is_true() {
    long from = Long.getLong("holdfast.seed", 1);
    long seeds = Long.getLong("holdfast.seed") == null ? SEEDS : 1;
    for (long seed = from; seed < from + seeds; seed++) {
      Play play =
          seed < from + LONG_SEEDS
              ? Play.ofOperations(seed, OPERATIONS)
              : Play.of(seed, Simulate.STEPS);
      Optional<Failure> failure = Shrinking.failure(play, Flaw.NONE);
      if (failure.isPresent()) {
        throw Shrinking.shrink(failure.get(), Flaw.NONE);
      }
    }
  }
}
