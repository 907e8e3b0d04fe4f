package dev.holdfast.domain.decision;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only a test moves; it shows the same time to every part. */
public final class DayClock implements TimeSource {
  /** When every test's day begins. */
  public static final Instant OPENING = Instant.parse("2026-11-21T09:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  /** Lets time pass. */
  public void tick(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Time passed since opening. */
  public Duration passed() {
    return Duration.ofNanos(nanos.get());
  }

  @Override
  public Instant now() {
    return OPENING.plusNanos(nanos.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }
}
