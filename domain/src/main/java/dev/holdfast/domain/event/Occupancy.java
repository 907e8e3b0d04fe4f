package dev.holdfast.domain.event;

/**
 * How much of an event is not free, in places: a seat is one.
 *
 * @param held under holds that stand
 * @param taken sold, or otherwise lastingly not free
 */
public record Occupancy(long held, long taken) {
  /** Nobody has anything. */
  public static final Occupancy NONE = new Occupancy(0, 0);
}
