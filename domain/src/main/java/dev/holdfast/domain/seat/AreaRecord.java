package dev.holdfast.domain.seat;

/**
 * Places of a general admission area that belong together: one token's in one category, as one kind
 * of ticket.
 *
 * <p>At most one live record that is held exists an area, token, category and kind of ticket (v1
 * dialect, section 9; seats.io dialect, section 16); each booking leaves a record of its own. The
 * state is {@link SeatState.Held} or {@link SeatState.Taken}; a record that is over is removed.
 *
 * @param area the area's key
 * @param number unique in its event: the journal's sequence number of its first entry
 * @param quantity places, at least 1
 * @param state {@link SeatState.Held} or {@link SeatState.Taken}, never free
 */
public record AreaRecord(String area, long number, int quantity, SeatState state) {
  public AreaRecord {
    if (quantity < 1) {
      throw new IllegalArgumentException("a record has at least one place");
    }
    if (state instanceof SeatState.Free) {
      throw new IllegalArgumentException("free places have no record");
    }
  }

  /** The same places in another state. */
  public AreaRecord becomes(SeatState next) {
    return new AreaRecord(area, number, quantity, next);
  }

  /**
   * The same record with fewer places.
   *
   * @param places fewer than it has
   */
  public AreaRecord minus(int places) {
    return new AreaRecord(area, number, quantity - places, state);
  }

  /** The same record with more places. */
  public AreaRecord plus(int places, SeatState next) {
    return new AreaRecord(area, number, quantity + places, next);
  }
}
