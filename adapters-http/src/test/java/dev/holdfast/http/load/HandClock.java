package dev.holdfast.http.load;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that only a test moves. */
final class HandClock implements TimeSource {
  private long nanos = 1;

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public Instant now() {
    throw new UnsupportedOperationException("wall-clock time decides nothing here");
  }

  @Override
  public long nanos() {
    return nanos;
  }
}
