package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.SeatLockPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims that came to nothing, and that the gate did not hear taken back: until it has, until their
 * token passes anew, or until the entries have lapsed. Safe for use by many threads. Bounded: what
 * has waited longest is dropped first, because its entries lapse first.
 */
final class MissedWithdrawals {
  /** Most entries that wait to be taken back. */
  static final int MAX_ENTRIES = 10_000;

  private record Entry(EventId event, HoldToken token, String label) {}

  private record Place(EventId event, String label) {}

  /** Seats of one token in one event. */
  record Claimed(EventId event, HoldToken token) {}

  /** Since when, in monotonic nanoseconds; what is to be told next comes first. */
  private final LinkedHashMap<Entry, Long> waiting = new LinkedHashMap<>();

  private final Map<Place, Integer> byPlace = new HashMap<>();

  /** For those who look without a lock, nearly always to see that there is nothing. */
  private volatile int size;

  /** How many entries wait. */
  int size() {
    return size;
  }

  /** The gate did not hear these taken back. */
  synchronized void add(Claimed claimed, List<String> seats, long now) {
    for (String seat : seats) {
      Entry entry = new Entry(claimed.event, claimed.token, seat);
      if (waiting.putLast(entry, now) == null) {
        byPlace.merge(place(entry), 1, Integer::sum);
      }
    }
    while (waiting.size() > MAX_ENTRIES) {
      drop(waiting.firstEntry().getKey());
    }
    size = waiting.size();
  }

  /** The gate has heard it, or the token's entries are those of another claim by now. */
  void forget(Claimed claimed, List<String> seats) {
    if (size != 0) {
      dropAll(claimed, seats);
    }
  }

  private synchronized void dropAll(Claimed claimed, List<String> seats) {
    seats.forEach(seat -> drop(new Entry(claimed.event, claimed.token, seat)));
    size = waiting.size();
  }

  private void drop(Entry entry) {
    if (waiting.remove(entry) != null) {
      byPlace.computeIfPresent(place(entry), (_, count) -> count == 1 ? null : count - 1);
    }
  }

  private static Place place(Entry entry) {
    return new Place(entry.event, entry.label);
  }

  /** Whether an entry that is to be taken back may stand in the way to a seat. */
  boolean isAbout(EventId event, String label) {
    return size != 0 && isWaiting(new Place(event, label));
  }

  private synchronized boolean isWaiting(Place place) {
    return byPlace.containsKey(place);
  }

  /**
   * The next to be taken back; they stay until they are forgotten, and come again after all the
   * others. Those that have lapsed are dropped.
   *
   * @param most entries looked at
   */
  synchronized Map<Claimed, List<String>> next(int most, long now) {
    Map<Claimed, List<String>> told = new LinkedHashMap<>();
    for (int left = Math.min(most, waiting.size()); left > 0; left--) {
      Map.Entry<Entry, Long> first = waiting.firstEntry();
      Entry entry = first.getKey();
      if (now - first.getValue() > SeatLockPort.MAX_TTL.toNanos()) {
        drop(entry);
      } else {
        waiting.putLast(entry, first.getValue());
        told.computeIfAbsent(new Claimed(entry.event, entry.token), _ -> new ArrayList<>())
            .add(entry.label);
      }
    }
    size = waiting.size();
    return told;
  }
}
