package dev.holdfast.domain.contract;

import java.util.Random;

/**
 * The seed of a random test. A failure prints it; {@code -Dholdfast.seed=...} plays the same again.
 */
record SeatLockSeed(long value) {
  static SeatLockSeed choose() {
    Long given = Long.getLong("holdfast.seed");
    return new SeatLockSeed(given == null ? System.nanoTime() : given);
  }

  Random random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return "play it again with -Dholdfast.seed=" + value;
  }
}
