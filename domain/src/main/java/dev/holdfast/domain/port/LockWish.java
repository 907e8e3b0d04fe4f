package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which event rows a transaction wants.
 *
 * @param waitFor the events whose rows are waited for, one after the other in ascending order, so
 *     that two who wait never wait for each other; empty when the work can be left to whoever has
 *     the row (a sweep)
 * @param ifFree events that join only if nobody has their row, in ascending order
 */
public record LockWish(NavigableSet<EventId> waitFor, NavigableSet<EventId> ifFree) {
  public LockWish {
    waitFor = new TreeSet<>(waitFor);
    ifFree = new TreeSet<>(ifFree);
    ifFree.removeAll(waitFor);
  }

  /** Waits for one event's row, or for none. */
  public LockWish(Optional<EventId> waitFor, NavigableSet<EventId> ifFree) {
    this(waitFor.<NavigableSet<EventId>>map(LockWish::only).orElseGet(TreeSet::new), ifFree);
  }

  private static NavigableSet<EventId> only(EventId event) {
    NavigableSet<EventId> one = new TreeSet<>();
    one.add(event);
    return one;
  }
}
