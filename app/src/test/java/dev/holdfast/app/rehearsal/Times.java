package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
final class Times {
  private Times() {}

  static String text(Duration duration) {
    return micros(duration.toNanos() / 1_000);
  }

  /** Microseconds as ms below a second, then as s, then as min. */
  static String micros(long micros) {
    if (micros < 10_000) {
      return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
    }
    if (micros < 1_000_000) {
      return micros / 1_000 + " ms";
    }
    if (micros < 120_000_000) {
      return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
    return String.format(Locale.ROOT, "%.1f min", micros / 6e7);
  }

  /** A figure with as many decimals as it has use for. */
  static String figure(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
  }
}
