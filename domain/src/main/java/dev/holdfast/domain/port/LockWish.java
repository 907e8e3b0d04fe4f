package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which event rows a transaction wants.
 *
 * @param waitFor the one event whose row is waited for; empty when the work can be left to whoever
 *     has the row (a sweep)
 * @param ifFree events that join only if nobody has their row, in ascending order
 */
public record LockWish(Optional<EventId> waitFor, NavigableSet<EventId> ifFree) {
  public LockWish {
    ifFree = new TreeSet<>(ifFree);
    waitFor.ifPresent(ifFree::remove);
  }
}
