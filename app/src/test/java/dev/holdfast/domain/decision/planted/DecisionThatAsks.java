package dev.holdfast.domain.decision.planted;

import dev.holdfast.domain.port.TimeSource;
import java.time.Instant;

/** Planted: a decision is handed what it needs. */
public final class DecisionThatAsks {
  private DecisionThatAsks() {}

  static Instant now(TimeSource time) {
    return time.now();
  }
}
