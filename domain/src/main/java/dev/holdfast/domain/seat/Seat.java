package dev.holdfast.domain.seat;

/**
 * One named seat of an event.
 *
 * @param label its label in the chart
 * @param version grows by one with every change, 0 while nobody ever touched it; survives release
 */
public record Seat(String label, long version, SeatState state) {
  /** A seat nobody ever touched. */
  public static Seat untouched(String label) {
    return new Seat(label, 0, SeatState.FREE);
  }

  /** The next version of this seat, in another state. */
  public Seat becomes(SeatState next) {
    return new Seat(label, version + 1, next);
  }
}
