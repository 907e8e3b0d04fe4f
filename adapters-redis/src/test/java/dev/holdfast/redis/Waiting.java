package dev.holdfast.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for a time, and never for ever. */
final class Waiting {
  private static final long POLL_NANOS = 2_000_000;

  private Waiting() {}

  static void until(Duration bound, String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > bound.toNanos()) {
        throw new IllegalStateException("not within " + bound.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
