package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * News that the gate has still to be told, by event: what came together while the gate was busy
 * goes out in one call. Safe for use by many threads. Bounded: the oldest is dropped, the gate is
 * then late.
 */
final class PendingNews {
  /** Most seats that wait. */
  static final int MAX_SEATS = 10_000;

  /** News of one seat. */
  private record Item(SeatNews news, long asOf) {}

  /** News of one event, told at once. */
  record Bundle(EventId event, List<SeatNews> news, long asOf) {}

  /** In order of each event's first news that still waits. */
  private final LinkedHashMap<EventId, LinkedHashMap<String, Item>> byEvent = new LinkedHashMap<>();

  private int size;

  /**
   * Lets news wait; newer ones of a seat take the place of older ones.
   *
   * @param asOf monotonic nanoseconds of when they were true
   */
  synchronized void add(EventId event, List<SeatNews> news, long asOf) {
    if (news.isEmpty()) {
      return;
    }
    LinkedHashMap<String, Item> items = byEvent.computeIfAbsent(event, _ -> new LinkedHashMap<>());
    for (SeatNews each : news) {
      Item before = items.get(each.label());
      if (before == null || before.news.version() <= each.version()) {
        // To the end, so that what is dropped first is what was told longest ago.
        items.remove(each.label());
        items.put(each.label(), new Item(each, asOf));
        size += before == null ? 1 : 0;
      }
    }
    while (size > MAX_SEATS) {
      dropOldest();
    }
  }

  private void dropOldest() {
    Map.Entry<EventId, LinkedHashMap<String, Item>> first = byEvent.firstEntry();
    first.getValue().pollFirstEntry();
    size--;
    if (first.getValue().isEmpty()) {
      byEvent.remove(first.getKey());
    }
  }

  /** These are told now: what waits of an earlier version of their seats is not told any more. */
  synchronized void overtake(EventId event, List<SeatNews> news) {
    LinkedHashMap<String, Item> items = byEvent.get(event);
    if (items == null) {
      return;
    }
    for (SeatNews each : news) {
      Item before = items.get(each.label());
      if (before != null && before.news.version() < each.version()) {
        items.remove(each.label());
        size--;
      }
    }
    if (items.isEmpty()) {
      byEvent.remove(event);
    }
  }

  /** Takes all that waits of the event whose news have waited longest. */
  synchronized Optional<Bundle> next() {
    Map.Entry<EventId, LinkedHashMap<String, Item>> first = byEvent.pollFirstEntry();
    if (first == null) {
      return Optional.empty();
    }
    size -= first.getValue().size();
    List<Item> items = List.copyOf(first.getValue().values());
    long newest = items.getFirst().asOf;
    for (Item each : items) {
      newest = each.asOf - newest > 0 ? each.asOf : newest;
    }
    List<SeatNews> news = new ArrayList<>();
    for (Item each : items) {
      // A sale may be undone any moment: only fresh news of it may be told.
      AgedNews.of(each.news, Duration.ofNanos(newest - each.asOf), Duration.ZERO)
          .ifPresent(news::add);
    }
    return Optional.of(new Bundle(first.getKey(), news, newest));
  }
}
