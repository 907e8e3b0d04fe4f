package dev.holdfast.domain.planted;

import java.time.Instant;

/** Planted: time is an argument. */
public final class DomainThatReadsTheClock {
  private DomainThatReadsTheClock() {}

  static Instant now() {
    return Instant.now();
  }
}
