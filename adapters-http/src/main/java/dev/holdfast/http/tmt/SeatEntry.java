package dev.holdfast.http.tmt;

/** One entry of {@code seats}. */
sealed interface SeatEntry {
  /** A label, or an area's key for all that a token holds there. */
  record Seat(String label) implements SeatEntry {}

  /**
   * So many places of an area.
   *
   * @param quantity at least 1
   */
  record Places(String area, int quantity) implements SeatEntry {}
}
