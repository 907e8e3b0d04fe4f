package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many live objects each token holds in an event, kept up while commands are decided. */
final class Holdings {
  private final Map<HoldToken, Integer> counts;

  Holdings(Map<HoldToken, Integer> counts) {
    this.counts = new HashMap<>(counts);
  }

  int of(HoldToken token) {
    return counts.getOrDefault(token, 0);
  }

  /** An object went from one state to another; a lapsed hold was not counted to begin with. */
  void change(SeatState before, SeatState after, Instant now) {
    if (before instanceof Held held && held.liveAt(now)) {
      counts.merge(held.token(), -1, Integer::sum);
    }
    if (after instanceof Held held && held.liveAt(now)) {
      counts.merge(held.token(), 1, Integer::sum);
    }
  }
}
