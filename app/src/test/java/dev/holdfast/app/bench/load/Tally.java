package dev.holdfast.app.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** What came of one run. Not for two threads at once. */
public final class Tally {
  private static final long LONGEST = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;
  private static final int CONFLICT = 409;

  private final Histogram latencies = new Histogram(LONGEST, DIGITS);
  private long done;
  private long conflicts;
  private long away;
  private long wrong;
  private long late;
  private long nanos;

  /** Counts an answer; what took longer than two minutes counts as that long. */
  void count(int expected, int status, long latency) {
    if (status == expected) {
      latencies.recordValue(Math.clamp(latency, 0, LONGEST));
    }
    if (status == 503 || status == 429) {
      away++;
    } else if (status != expected) {
      wrong++;
    } else if (status == CONFLICT) {
      conflicts++;
    } else {
      done++;
    }
  }

  /** The last one came after the time was over: it does not count for the rate. */
  void late() {
    late++;
  }

  /** How long the run took, without what came late. */
  void took(long measured) {
    nanos = measured;
  }

  /** Counts what was counted elsewhere. */
  public static Tally of(long done, long wrong, long nanos) {
    Tally tally = new Tally();
    tally.done = done;
    tally.wrong = wrong;
    tally.nanos = nanos;
    return tally;
  }

  /** Done as it was asked for. */
  public long done() {
    return done;
  }

  /** Refused as they had to be, because somebody else was first. */
  public long conflicts() {
    return conflicts;
  }

  /** Sent away for now (503, 429). */
  public long away() {
    return away;
  }

  /** Answered otherwise than they had to be. */
  public long wrong() {
    return wrong;
  }

  /** Answers a second, of those as they had to be. */
  public double rate() {
    return nanos == 0 ? 0 : Math.max(0, done + conflicts - late) * 1e9 / nanos;
  }

  /** How long answers took, as they had to be; in nanoseconds. */
  public Histogram latencies() {
    return latencies;
  }
}
