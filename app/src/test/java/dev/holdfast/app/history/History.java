package dev.holdfast.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event in one run.
 *
 * @param statusCalls those of seats.io's dialect; they cannot be checked without the journal
 * @param endings of tokens, in this event and in others
 * @param journal all of it, or nothing where it was not read
 * @param capacities of the areas, by key; every other object is a seat
 * @param zero the ledger's clock, about, when monotonic nanoseconds were 0
 */
public record History(
    List<Call> calls,
    List<StatusCall> statusCalls,
    List<Ending> endings,
    List<Line> journal,
    Map<String, Integer> capacities,
    Instant zero) {
  /** How far the clocks of callers and ledger may be apart: they are one machine's. */
  private static final Duration APART = Duration.ofMillis(250);

  public History {
    calls = List.copyOf(calls);
    statusCalls = List.copyOf(statusCalls);
    endings = List.copyOf(endings);
    journal = List.copyOf(journal);
    capacities = Map.copyOf(capacities);
  }

  /** The same with more calls whose answers tell versions. */
  History with(List<Call> more) {
    List<Call> all = Stream.concat(calls.stream(), more.stream()).toList();
    return new History(all, statusCalls, endings, journal, capacities, zero);
  }

  /** The earliest that the ledger's clock can have shown at a moment of monotonic nanoseconds. */
  Instant earliest(long nanos) {
    return zero.plusNanos(nanos).minus(APART);
  }

  /** The latest. */
  Instant latest(long nanos) {
    return nanos == Long.MAX_VALUE ? Instant.MAX : zero.plusNanos(nanos).plus(APART);
  }

  /** Whether somebody may have ended a token by then, asked for before that. */
  boolean mayHaveEnded(@Nullable String token, @Nullable Instant at) {
    return at == null
        || endings.stream()
            .filter(ending -> ending.token().equals(token))
            .anyMatch(ending -> !earliest(ending.start()).isAfter(at));
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
