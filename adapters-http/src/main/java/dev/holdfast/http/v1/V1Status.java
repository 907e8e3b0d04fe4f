package dev.holdfast.http.v1;

import dev.holdfast.domain.seat.SeatState;

/**
 * The three statuses of this dialect (section 8). Whatever else the house calls what is lastingly
 * not free, to a client of this dialect it is booked.
 */
final class V1Status {
  private V1Status() {}

  /**
   * What a state is called here.
   *
   * @param word the domain's
   */
  static String of(String word) {
    return switch (word) {
      case SeatState.Free.WORD, SeatState.Held.WORD -> word;
      default -> SeatState.Taken.BOOKED;
    };
  }
}
