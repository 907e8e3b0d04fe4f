package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.Tally;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one run of a program with a workload gave.
 *
 * @param rate answers as they had to be, a second
 * @param done carried out, of all requests
 * @param conflicts refused as they had to be
 * @param away sent away for now: 503 and 429
 * @param wrong answered otherwise than they had to be
 */
record Sample(
    double rate,
    long done,
    long conflicts,
    long away,
    long wrong,
    Duration p50,
    Duration p90,
    Duration p99,
    Duration p999,
    CpuMeter.Split cpu) {
  static Sample of(Tally tally, CpuMeter.Split cpu) {
    return new Sample(
        tally.rate(),
        tally.done(),
        tally.conflicts(),
        tally.away(),
        tally.wrong(),
        at(tally, 50),
        at(tally, 90),
        at(tally, 99),
        at(tally, 99.9),
        cpu);
  }

  private static Duration at(Tally tally, double percent) {
    Histogram latencies = tally.latencies();
    return Duration.ofNanos(
        latencies.getTotalCount() == 0 ? 0 : latencies.getValueAtPercentile(percent));
  }

  /** How many times the median the 99th percentile is. */
  double spread() {
    return p50.isZero() ? 0 : (double) p99.toNanos() / p50.toNanos();
  }

  /** Processor time of the load for one answer, in microseconds. */
  double loadMicros() {
    return rate == 0 ? 0 : 1e6 * cpu.of(CpuMeter.Who.LOAD) / rate;
  }
}
