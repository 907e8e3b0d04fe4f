package dev.holdfast.http;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the server's state once for all who ask within a moment: the check needs no key, so
 * anybody could otherwise have the store asked as often as he likes.
 */
final class SharedReadiness implements Supplier<Readiness> {
  /** How old an answer may be, from when it was there. */
  static final Duration MAX_AGE = Duration.ofMillis(250);

  private final Supplier<Readiness> look;
  private final TimeSource clock;
  private @Nullable Readiness last;
  private long lastNanos;

  SharedReadiness(Supplier<Readiness> look, TimeSource clock) {
    this.look = look;
    this.clock = clock;
  }

  /** One looks, the others wait for what he sees. */
  @Override
  public synchronized Readiness get() {
    Readiness known = last;
    if (known != null && clock.since(lastNanos).compareTo(MAX_AGE) < 0) {
      return known;
    }
    Readiness now = look.get();
    last = now;
    lastNanos = clock.nanos();
    return now;
  }
}
