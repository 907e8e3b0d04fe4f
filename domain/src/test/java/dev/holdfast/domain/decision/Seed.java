package dev.holdfast.domain.decision;

import java.util.Random;

/**
 * The seed of a random test. A failure prints it; {@code -Dholdfast.seed=...} plays the same again.
 */
public record Seed(long value) {
  /** The given seed, or a new one. */
  public static Seed choose() {
    Long given = Long.getLong("holdfast.seed");
    return new Seed(given == null ? System.nanoTime() : given);
  }

  /** The random numbers it stands for. */
  public Random random() {
    return new Random(value);
  }

  /** Runs a test that may fail, and then says how to play it again. */
  public void play(Runnable test) {
    try {
      test.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(this + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "play it again with -Dholdfast.seed=" + value;
  }
}
