package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that time brings, no longer than it is allowed to take. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(25);

  private Eventually() {}

  public static void within(Duration limit, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("not within " + limit.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Returns as soon as this machine's clock shows the instant. */
  public static void at(Instant instant) {
    while (true) {
      Duration left = Duration.between(Instant.now(), instant);
      if (!left.isPositive()) {
        return;
      }
      LockSupport.parkNanos(left.toNanos());
    }
  }
}
