package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only a test moves. */
public final class HandClock implements TimeSource {
  private final AtomicLong nanos;

  /** One that stands at this many nanoseconds, which may be negative. */
  public HandClock(long origin) {
    nanos = new AtomicLong(origin);
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public Instant now() {
    throw new UnsupportedOperationException("wall-clock time decides nothing here");
  }

  @Override
  public long nanos() {
    return nanos.get();
  }
}
