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
  private int inTime;
  private int unsent;

  /**
   * Counts one.
   *
   * @param nanos how long it took
   * @param early whether it was answered before the time was over
   */
  void count(Shopper.Answer answer, long nanos, boolean early) {
    switch (answer) {
      case SERVED -> {
        served.add(nanos);
        inTime += early ? 1 : 0;
      }
      case REFUSED -> refused.add(nanos);
      case OTHER -> other++;
    }
  }

  /** Counts one that was due, and that nobody was free to send. */
  void unsent() {
    unsent++;
  }

  /** Counts one that was not answered. */
  void lost() {
    other++;
  }

  void add(Tally more) {
    served.addAll(more.served);
    refused.addAll(more.refused);
    other += more.other;
    inTime += more.inTime;
    unsent += more.unsent;
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

  /** How many were due, and nobody was free to send them. */
  int leftUnsent() {
    return unsent;
  }

  /** Requests served within the time, a second. */
  double rate(Duration time) {
    return inTime * 1e9 / time.toNanos();
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
