package dev.holdfast.domain.choice;

import org.jspecify.annotations.Nullable;

/**
 * Distances to the focal point as whole numbers of 1/65,536 of the drawing's unit, which is finer
 * than what they were computed with. Sums of whole numbers are exact in any order: two windows as
 * far as each other are so to the last digit, and the drawing decides between them.
 */
final class Distance {
  private static final double UNIT = 1 << 16;

  /** In the drawing's unit. What is farther is as far as what has no distance. */
  private static final double FARTHEST = 1 << 24;

  /**
   * Of what has no distance: more than any {@link Wish#MOST} that have one, as these are below
   * 2^40; and so little that as many of it can be added up in a long. Both hold for up to 2,048.
   */
  static final long UNKNOWN = 1L << 51;

  private Distance() {}

  /** Never negative, and never more than {@link #UNKNOWN}. */
  static long of(@Nullable Double distance) {
    // NaN fails every comparison.
    return distance != null && distance >= 0 && distance < FARTHEST
        ? Math.round(distance * UNIT)
        : UNKNOWN;
  }
}
