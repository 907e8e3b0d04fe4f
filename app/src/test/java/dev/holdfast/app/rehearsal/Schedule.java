package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When buyers come, whatever becomes of those before them: at random, at a rate that rises step by
 * step. Times are nanoseconds from the start.
 */
final class Schedule {
  /** Two steps double the rate. */
  static final double RISE = Math.sqrt(2);

  /** A rehearsal of more steps is a mistake in its rate. */
  static final int MOST_STEPS = 500;

  private final Options options;
  private final long[] arrivals;

  private Schedule(Options options, long[] arrivals) {
    this.options = options;
    this.arrivals = arrivals;
  }

  /**
   * The arrivals of a seed.
   *
   * @throws Refusal when they would take more than {@link #MOST_STEPS} steps
   */
  static Schedule of(Options options) {
    Schedule schedule = new Schedule(options, new long[options.buyers()]);
    SplittableRandom dice = new SplittableRandom(options.seed());
    double length = options.step().toNanos();
    int step = 0;
    double at = 0;
    for (int buyer = 0; buyer < options.buyers(); buyer++) {
      double left = -Math.log(1 - dice.nextDouble()) * 1e9;
      double room = ((step + 1) * length - at) * schedule.rate(step);
      while (left > room) {
        left -= room;
        step++;
        if (step >= MOST_STEPS) {
          throw new Refusal(
              "so many buyers take too many steps at that rate: raise --rate or --step");
        }
        at = step * length;
        room = length * schedule.rate(step);
      }
      at += left / schedule.rate(step);
      schedule.arrivals[buyer] = (long) at;
    }
    return schedule;
  }

  /** Buyers a second. */
  double rate(int step) {
    return Math.min(options.to(), options.from() * Math.pow(RISE, step));
  }

  /** The step at a time; what is left to be done after the last arrival counts as one more. */
  int stepAt(long nanos) {
    return nanos > last() ? steps() : (int) (Math.max(0, nanos) / options.step().toNanos());
  }

  /** How many there are. */
  int steps() {
    return (int) (last() / options.step().toNanos()) + 1;
  }

  /** How long a step is; the last one ends with the last arrival. */
  Duration length(int step) {
    long start = start(step);
    return Duration.ofNanos(Math.min(options.step().toNanos(), last() - start + 1));
  }

  /** When a step begins. */
  long start(int step) {
    return step * options.step().toNanos();
  }

  /** Whether a step is long enough to be judged. */
  boolean whole(int step) {
    return 2 * length(step).toNanos() >= options.step().toNanos();
  }

  private long last() {
    return arrivals[arrivals.length - 1];
  }

  int buyers() {
    return arrivals.length;
  }

  /** When a buyer comes. */
  long arrival(int buyer) {
    return arrivals[buyer];
  }

  /** Whether both have the same arrivals. */
  boolean sameAs(Schedule other) {
    return Arrays.equals(arrivals, other.arrivals);
  }
}
