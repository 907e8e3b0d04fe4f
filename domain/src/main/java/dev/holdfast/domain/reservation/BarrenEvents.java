package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Events with lapsed holds of which a sweep could end none. A round looks at a bounded number of
 * holds, so they would hide the others: each rests for twice as many rounds as the last time. Not
 * for use by several threads at a time.
 */
final class BarrenEvents {
  /** Longest rest, in rounds: 16 s at four rounds a second. */
  private static final int LONGEST_REST = 63;

  /** Most events remembered; more take part in every round. */
  private static final int MAX_EVENTS = 5_000;

  /**
   * How it went.
   *
   * @param tries how often in a row nothing was ended, trouble counting twice
   * @param restUntil the round before which it is left alone
   */
  private record Rest(int tries, long restUntil) {}

  private final Map<EventId, Rest> rests = new HashMap<>();
  private long round;

  /** Begins a round; gives the events to be left alone in it. */
  Set<EventId> nextRound() {
    round++;
    Set<EventId> resting = new HashSet<>();
    rests.forEach((event, rest) -> {
      if (round < rest.restUntil) {
        resting.add(event);
      }
    });
    return resting;
  }

  /**
   * Ends a round.
   *
   * @param found events of which holds were due
   * @param ended those of them of which some hold was ended
   * @param troubled those of them that met trouble of their own
   */
  void learn(Set<EventId> found, Set<EventId> ended, Set<EventId> troubled) {
    rests
        .entrySet()
        .removeIf(each ->
            ended.contains(each.getKey())
                || (each.getValue().restUntil <= round && !found.contains(each.getKey())));
    for (EventId event : found) {
      if (!ended.contains(event) && (rests.containsKey(event) || rests.size() < MAX_EVENTS)) {
        Rest before = rests.getOrDefault(event, new Rest(0, 0));
        // One that somebody else has locked for a moment is looked at again in the next round.
        int tries = Math.min(before.tries + (troubled.contains(event) ? 2 : 1), 30);
        long rest = Math.min((1L << (tries - 1)) - 1, LONGEST_REST);
        rests.put(event, new Rest(tries, round + 1 + rest));
      }
    }
  }
}
