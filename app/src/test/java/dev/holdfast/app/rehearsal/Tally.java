package dev.holdfast.app.rehearsal;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What happened in one stretch of time. */
final class Tally {
  /** An hour in microseconds; one in a hundred is as exact as a machine repeats it. */
  private static final long LONGEST = 3_600_000_000L;

  private static final int DIGITS = 2;

  private final Map<Mark, Long> marks = new EnumMap<>(Mark.class);
  private final Map<Act, Histogram> times = new EnumMap<>(Act.class);
  private final Histogram lag = new Histogram(LONGEST, DIGITS);

  synchronized void count(Mark mark, long many) {
    marks.merge(mark, many, Long::sum);
  }

  synchronized void took(Act act, long nanos) {
    Histogram histogram = times.computeIfAbsent(act, _ -> new Histogram(LONGEST, DIGITS));
    histogram.recordValue(micros(nanos));
  }

  /** How late the rehearsal itself was. */
  synchronized void late(long nanos) {
    lag.recordValue(micros(nanos));
  }

  private static long micros(long nanos) {
    return Math.clamp(nanos / 1_000, 0, LONGEST);
  }

  synchronized long of(Mark mark) {
    return marks.getOrDefault(mark, 0L);
  }

  synchronized Latency of(Act act) {
    Histogram histogram = times.get(act);
    return histogram == null ? new Latency(0, 0, 0, 0, 0) : Latency.of(histogram);
  }

  synchronized Latency lag() {
    return Latency.of(lag);
  }

  synchronized void add(Tally more) {
    more.marks.forEach(this::count);
    more.times.forEach((act, histogram) ->
        times.computeIfAbsent(act, _ -> new Histogram(LONGEST, DIGITS)).add(histogram));
    lag.add(more.lag);
  }
}
