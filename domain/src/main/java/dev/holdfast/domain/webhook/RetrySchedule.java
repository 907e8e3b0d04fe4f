package dev.holdfast.domain.webhook;

import java.time.Duration;
import java.util.List;

/**
 * The waits between attempts (v1, section 11); after the last attempt a delivery has failed.
 *
 * @param waits at most {@link #MAX_WAITS}, each from zero to {@link #MAX_WAIT}; none: one attempt
 */
public record RetrySchedule(List<Duration> waits) {
  /** Most waits. */
  public static final int MAX_WAITS = 20;

  /** Longest wait. */
  public static final Duration MAX_WAIT = Duration.ofDays(1);

  /** Five attempts. */
  public static final RetrySchedule STANDARD =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(10),
              Duration.ofMinutes(1),
              Duration.ofMinutes(10)));

  public RetrySchedule {
    waits = List.copyOf(waits);
    if (waits.size() > MAX_WAITS) {
      throw new IllegalArgumentException("at most " + MAX_WAITS + " waits");
    }
    for (Duration wait : waits) {
      if (wait.isNegative() || wait.compareTo(MAX_WAIT) > 0) {
        throw new IllegalArgumentException("a wait is 0 s to " + MAX_WAIT.toSeconds() + " s");
      }
    }
  }

  /**
   * What follows an attempt that was in vain.
   *
   * @param number 1 for the first attempt
   */
  Attempt.Next afterFailure(int number) {
    return number <= waits.size()
        ? new Attempt.Next.Again(waits.get(number - 1))
        : new Attempt.Next.GivenUp();
  }
}
