package dev.holdfast.http.load;

import com.netflix.concurrency.limits.limit.AbstractLimit;
import java.time.Duration;

/**
 * How many requests at a time are answered soon. Each timely answer lets one more in; a late one as
 * many fewer as would make it timely (Little's law), a tenth at least and half at most.
 *
 * <p>Those who were let in together are answered late together, and only the first of them counts:
 * cutting once for each would turn everybody away until the house is empty, and nobody would be
 * served meanwhile.
 */
final class AnsweredSoonLimit extends AbstractLimit {
  private static final double FEWER_AT_LEAST = 0.9;
  private static final double FEWER_AT_MOST = 0.5;

  private final AdmissionBounds bounds;
  private final double soon;

  /** When it was lowered last, on the clock of the samples; any of them is later at first. */
  private long lowered;

  private boolean everLowered;

  AnsweredSoonLimit(AdmissionBounds bounds) {
    super(bounds.most());
    this.bounds = bounds;
    this.soon = nanos(bounds.soon());
  }

  private static double nanos(Duration duration) {
    return duration.toNanos();
  }

  /** Told one by one: the superclass lets nobody else in meanwhile. */
  @Override
  protected int _update(long startTime, long rtt, int inflight, boolean didDrop) {
    int limit = getLimit();
    if (rtt <= soon) {
      return Math.min(bounds.most(), limit + 1);
    }
    if (everLowered && startTime - lowered < 0) {
      return limit;
    }
    lowered = startTime + rtt;
    everLowered = true;
    double share = Math.clamp(soon / rtt, FEWER_AT_MOST, FEWER_AT_LEAST);
    return Math.max(bounds.fewest(), (int) (limit * share));
  }
}
