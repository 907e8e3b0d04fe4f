package dev.holdfast.domain.event;

/**
 * The store's own number of an event. Never reused, so whatever remembers a deleted event (a gate,
 * a cache) can never mistake a new one for it.
 */
public record EventId(long value) implements Comparable<EventId> {
  @Override
  public int compareTo(EventId other) {
    return Long.compare(value, other.value);
  }
}
