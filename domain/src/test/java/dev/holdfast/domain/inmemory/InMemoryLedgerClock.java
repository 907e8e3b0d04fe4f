package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A wall clock that only a test moves; finer than any store keeps instants. */
final class InMemoryLedgerClock implements TimeSource {
  private volatile Instant now = Instant.parse("2026-12-31T19:30:00.123456789Z");

  synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    throw new UnsupportedOperationException("the ledger knows no other clock than the wall's");
  }
}
