package dev.holdfast.domain.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Random numbers of one step of one seed: no other step changes them. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, long step, long purpose) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step * 1_000_003L + purpose);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> any) {
    return any.get(below(any.size()));
  }
}
