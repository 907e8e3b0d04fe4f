package dev.holdfast.domain.writer;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LockWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Commands that go into one transaction, in the order they were queued within each event.
 *
 * @param waits whether the transaction waits for its event's row; only a batch of a single event
 *     that was found locked before does, so a frozen event holds up nobody else
 */
record Batch(Map<EventId, List<Pending<?>>> byEvent, boolean waits) {
  Batch {
    Map<EventId, List<Pending<?>>> copy = new LinkedHashMap<>();
    byEvent.forEach((event, commands) -> copy.put(event, List.copyOf(commands)));
    byEvent = copy;
  }

  /** A command by itself; an event that somebody has locked is left for later. */
  static Batch of(Pending<?> only) {
    return new Batch(Map.of(only.event(), List.of(only)), false);
  }

  /**
   * Commands as the queue gives them out.
   *
   * @param contended whether they are of one event that somebody had locked before
   */
  static Batch of(Map<EventId, List<Pending<?>>> byEvent, boolean contended) {
    boolean anyWaits =
        byEvent.values().stream().flatMap(List::stream).anyMatch(each -> each.command().waits());
    return new Batch(byEvent, contended && anyWaits);
  }

  LockWish locks() {
    NavigableSet<EventId> events = new TreeSet<>(byEvent.keySet());
    return waits
        ? new LockWish(Optional.of(events.first()), new TreeSet<>())
        : new LockWish(Optional.empty(), events);
  }

  List<Pending<?>> commands() {
    return byEvent.values().stream().<Pending<?>>flatMap(List::stream).toList();
  }

  int size() {
    return byEvent.values().stream().mapToInt(List::size).sum();
  }
}
