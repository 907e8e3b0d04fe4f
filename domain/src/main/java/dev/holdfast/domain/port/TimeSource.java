package dev.holdfast.domain.port;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of this process. It measures how long things take and stamps what only this process
 * keeps; whether a hold is over is decided by the ledger's clock alone.
 */
public interface TimeSource {
  /** Wall-clock time; may jump. */
  Instant now();

  /** Monotonic nanoseconds from an arbitrary origin; only differences mean anything. */
  long nanos();

  /** Time passed since an earlier {@link #nanos()}. */
  default Duration since(long earlierNanos) {
    return Duration.ofNanos(nanos() - earlierNanos);
  }

  /** The machine's clock. */
  static TimeSource system() {
    return new TimeSource() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    };
  }
}
