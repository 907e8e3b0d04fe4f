package dev.holdfast.app.rehearsal;

import org.HdrHistogram.AbstractHistogram;

/**
 * How long something took, in microseconds; all zero where there was nothing.
 *
 * @param count how many there were
 */
record Latency(long count, long p50, long p90, long p99, long max) {
  static Latency of(AbstractHistogram histogram) {
    long count = histogram.getTotalCount();
    return count == 0
        ? new Latency(0, 0, 0, 0, 0)
        : new Latency(
            count,
            histogram.getValueAtPercentile(50),
            histogram.getValueAtPercentile(90),
            histogram.getValueAtPercentile(99),
            histogram.getMaxValue());
  }

  String halfAndMost() {
    return count == 0 ? "-" : Times.micros(p50) + "/" + Times.micros(p99);
  }
}
