package dev.holdfast.domain.decision;

import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many places are held live through each API key in an event, a seat counting one, kept up
 * while commands are decided. A lapsed hold counts nowhere, ended or not.
 */
final class KeyHoldings {
  private final Set<Long> read;
  private final Map<Long, Long> counts;
  private final Instant now;

  /**
   * As they were read.
   *
   * @param read the keys that were asked for
   */
  KeyHoldings(Set<Long> read, Map<Long, Long> counts, Instant now) {
    this.read = read;
    this.counts = new HashMap<>(counts);
    this.now = now;
  }

  /** Fails for a key that was not asked for: what was not counted must not pass for none. */
  long of(long key) {
    if (!read.contains(key)) {
      throw new IllegalStateException("an API key that was not counted was asked for");
    }
    return counts.getOrDefault(key, 0L);
  }

  /** So many places came into this state. */
  void came(SeatState state, int places) {
    if (state instanceof Held held && held.liveAt(now) && held.via() != Held.NO_KEY) {
      counts.merge(held.via(), (long) places, Long::sum);
    }
  }

  /** So many places left this state. */
  void left(SeatState state, int places) {
    came(state, -places);
  }
}
