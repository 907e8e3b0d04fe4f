package dev.holdfast.app.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What came of a crowd's requests. */
final class Tally {
  private final long from;
  private final long end;
  private final List<Long> served = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();
  private int other;
  private int inTime;
  private int unsent;

  /**
   * Of requests whose rate is that of those answered in a time, in the clock of {@link
   * System#nanoTime}.
   */
  Tally(long from, long end) {
    this.from = from;
    this.end = end;
  }

  /** A sum of others. */
  Tally() {
    this(0, 0);
  }

  /**
   * Counts one.
   *
   * @param since when it should have been sent
   * @param then when it was answered
   */
  void count(Shopper.Answer answer, long since, long then) {
    switch (answer) {
      case SERVED -> {
        served.add(then - since);
        inTime += then - from >= 0 && then - end < 0 ? 1 : 0;
      }
      case REFUSED -> refused.add(then - since);
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
