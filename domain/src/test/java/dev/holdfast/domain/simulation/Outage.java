package dev.holdfast.domain.simulation;

import java.time.Duration;

/** Whether something cannot be reached by anybody, for a while. */
final class Outage {
  private final Clocks clocks;
  private long until;

  Outage(Clocks clocks) {
    this.clocks = clocks;
  }

  void lasts(Duration time) {
    until = clocks.passed() + time.toNanos();
  }

  boolean isNow() {
    return clocks.passed() < until;
  }
}
