package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * From one duration to another.
 *
 * @param least not negative
 * @param most at least as long
 */
record Span(Duration least, Duration most) {
  /** One of them, each as likely. */
  long nanos(RandomGenerator dice) {
    return least.toNanos() + (long) (dice.nextDouble() * most.minus(least).toNanos());
  }
}
