package dev.holdfast.postgres.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what no call announces: the end of a process that is not our child, a free lock. */
final class Waiting {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private Waiting() {}

  /**
   * Looks every 10 ms whether a condition holds. An interrupt does not end the wait, since what
   * waits here is mostly a stop that must not be left half done; it is kept for the caller.
   *
   * @param bound how long to wait at most
   * @return whether the condition held in the end
   */
  static boolean until(Duration bound, BooleanSupplier condition) {
    long deadline = System.nanoTime() + bound.toNanos();
    boolean interrupted = false;
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() - deadline > 0) {
          return false;
        }
        LockSupport.parkNanos(INTERVAL_NANOS);
        interrupted |= Thread.interrupted();
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Stays until a process has ended, whatever happens to this thread, and tells how it ended. */
  static int forEnd(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException ignored) {
        // Nobody has a reason to interrupt this wait, and nothing to gain from it.
      }
    }
  }
}
