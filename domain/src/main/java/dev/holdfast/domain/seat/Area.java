package dev.holdfast.domain.seat;

/**
 * The counters of a general admission area in an event: always {@code free + held + taken =
 * capacity} (invariant I6).
 *
 * @param key the area's key in the chart
 * @param version grows by one with every change, 0 while nobody ever touched it
 * @param held places under holds, lapsed ones included until they are ended
 * @param taken places sold
 */
public record Area(String key, long version, int capacity, int held, int taken) {
  public Area {
    if (held < 0 || taken < 0 || (long) held + taken > capacity) {
      throw new IllegalArgumentException(
          "held " + held + " and taken " + taken + " do not fit into " + capacity);
    }
  }

  /** An area nobody ever touched. */
  public static Area untouched(String key, int capacity) {
    return new Area(key, 0, capacity, 0, 0);
  }

  /** Places that nobody holds or has. */
  public int free() {
    return capacity - held - taken;
  }

  /**
   * The same area under a republished layout: never smaller than what is held and taken, because
   * nothing is refused after the fact.
   */
  public Area withLayoutCapacity(int layoutCapacity) {
    return new Area(key, version, Math.max(layoutCapacity, held + taken), held, taken);
  }

  /** Places go from free to held. */
  public Area hold(int places) {
    return new Area(key, version + 1, capacity, held + places, taken);
  }

  /** Places go from held to taken. */
  public Area book(int places) {
    return new Area(key, version + 1, capacity, held - places, taken + places);
  }

  /** Places go from free to taken. */
  public Area take(int places) {
    return new Area(key, version + 1, capacity, held, taken + places);
  }

  /** Held places become free, released or lapsed. */
  public Area endHold(int places) {
    return new Area(key, version + 1, capacity, held - places, taken);
  }

  /** Taken places become free. */
  public Area release(int places) {
    return new Area(key, version + 1, capacity, held, taken - places);
  }

  /** Something about its holds changed, but no counter. */
  public Area touch() {
    return new Area(key, version + 1, capacity, held, taken);
  }
}
