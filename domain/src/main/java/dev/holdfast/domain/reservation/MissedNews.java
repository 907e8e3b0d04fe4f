package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * News that the gate has missed, the newest of each seat, until it has heard of them or of newer
 * ones, or until whatever they could put right has lapsed. Safe for use by many threads. Bounded:
 * what has waited longest is dropped first, because what it would put right lapses first.
 */
final class MissedNews {
  /** Most seats that wait. */
  static final int MAX_SEATS = 10_000;

  /** Older news of a sale are not told as such: the seat may have been released since. */
  static final Duration SALES = Duration.ofSeconds(1);

  /**
   * How long they are worth telling. By then no entry that is older than they are lives: each lasts
   * no longer than this from when it was true.
   */
  static final Duration LIFE = SeatLockPort.MAX_TTL.plus(SALES);

  private record Place(EventId event, String label) {}

  /**
   * News of one seat.
   *
   * @param asOf monotonic nanoseconds of when they were true
   */
  record Item(SeatNews news, long asOf) {
    boolean isOver(long now) {
      return now - asOf > LIFE.toNanos();
    }
  }

  /** What is to be told next comes first. */
  private final LinkedHashMap<Place, Item> waiting = new LinkedHashMap<>();

  /** For those who look without a lock, nearly always to see that there is nothing. */
  private volatile int size;

  /** How many seats wait. */
  int size() {
    return size;
  }

  /** The gate has missed these; newer ones of a seat take the place of older ones. */
  synchronized void add(EventId event, List<Item> missed) {
    for (Item each : missed) {
      Place place = new Place(event, each.news.label());
      Item known = waiting.get(place);
      if (known == null || known.news.version() <= each.news.version()) {
        waiting.putLast(place, each);
      }
    }
    while (waiting.size() > MAX_SEATS) {
      waiting.pollFirstEntry();
    }
    size = waiting.size();
  }

  /** The gate has heard these: they need not be told again, nor what is older. */
  void heard(EventId event, List<Item> heard) {
    if (size != 0) {
      forget(event, heard);
    }
  }

  private synchronized void forget(EventId event, List<Item> heard) {
    for (Item each : heard) {
      Place place = new Place(event, each.news.label());
      Item known = waiting.get(place);
      if (known != null && known.news.version() <= each.news.version()) {
        waiting.remove(place);
      }
    }
    size = waiting.size();
  }

  /** Whether the gate has missed something newer of a seat than this version. */
  boolean isNewer(EventId event, String label, long version, long now) {
    return size != 0 && isNewerThan(new Place(event, label), version, now);
  }

  private synchronized boolean isNewerThan(Place place, long version, long now) {
    Item known = waiting.get(place);
    return known != null && !known.isOver(now) && known.news.version() > version;
  }

  /**
   * The next to be told, by event; they stay until they are {@link #heard}, and come again after
   * all the others. What is not worth telling any more is dropped.
   *
   * @param most seats looked at
   */
  synchronized Map<EventId, List<Item>> next(int most, long now) {
    Map<EventId, List<Item>> told = new LinkedHashMap<>();
    for (int left = Math.min(most, waiting.size()); left > 0; left--) {
      Map.Entry<Place, Item> first = waiting.pollFirstEntry();
      if (!first.getValue().isOver(now)) {
        waiting.put(first.getKey(), first.getValue());
        told.computeIfAbsent(first.getKey().event, _ -> new ArrayList<>()).add(first.getValue());
      }
    }
    size = waiting.size();
    return told;
  }
}
