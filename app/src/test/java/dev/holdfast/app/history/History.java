package dev.holdfast.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event in one run.
 *
 * @param journal all of it, or nothing where it was not read
 * @param capacities of the areas, by key; every other object is a seat
 * @param zero the ledger's clock, about, when monotonic nanoseconds were 0
 */
public record History(
    List<Call> calls, List<Line> journal, Map<String, Integer> capacities, Instant zero) {
  /** How far the clocks of callers and ledger may be apart: they are one machine's. */
  private static final Duration APART = Duration.ofMillis(250);

  public History {
    calls = List.copyOf(calls);
    journal = List.copyOf(journal);
    capacities = Map.copyOf(capacities);
  }

  /** Whether a deadline may have passed at a moment of monotonic nanoseconds. */
  boolean mayHavePassed(@Nullable Instant deadline, long nanos) {
    return deadline != null && !deadline.isAfter(zero.plusNanos(nanos).plus(APART));
  }

  /** Whether it must have. */
  boolean mustHavePassed(@Nullable Instant deadline, long nanos) {
    return deadline != null && deadline.plus(APART).isBefore(zero.plusNanos(nanos));
  }

  boolean isArea(String object) {
    return capacities.containsKey(object);
  }
}
