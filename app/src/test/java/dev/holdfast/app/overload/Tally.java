package dev.holdfast.app.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What came of a crowd's requests. Not for two threads at once: each counts, then they are added.
 */
final class Tally {
  private final List<Long> served = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();
  private int other;

  /** Counts one, which took so long. */
  void count(Shopper.Answer answer, long nanos) {
    switch (answer) {
      case SERVED -> served.add(nanos);
      case REFUSED -> refused.add(nanos);
      case OTHER -> other++;
    }
  }

  /** Counts one that was not answered. */
  void lost() {
    other++;
  }

  void add(Tally more) {
    served.addAll(more.served);
    refused.addAll(more.refused);
    other += more.other;
  }

  int served() {
    return served.size();
  }

  int refused() {
    return refused.size();
  }

  /** Answered in a way that nobody can want, or not at all. */
  int other() {
    return other;
  }

  /** Served requests a second. */
  double rate(Duration time) {
    return served.size() * 1e9 / time.toNanos();
  }

  String latencies() {
    return "served p50 %s p99 %s, refused p50 %s p99 %s"
        .formatted(
            percentile(served, 50),
            percentile(served, 99),
            percentile(refused, 50),
            percentile(refused, 99));
  }

  private static String percentile(List<Long> nanos, int percent) {
    if (nanos.isEmpty()) {
      return "-";
    }
    Collections.sort(nanos);
    return nanos.get((nanos.size() - 1) * percent / 100) / 1_000_000 + " ms";
  }
}
