package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.seat.SeatState;

/** The dialect's words for how an object stands (section 15). */
final class Status {
  /** Nobody's. */
  static final String FREE = SeatState.Free.WORD;

  /** Sold. */
  static final String BOOKED = SeatState.Taken.BOOKED;

  /** Held by a token. */
  static final String HELD = "reservedByToken";

  private Status() {}

  /** What the engine's word for a status is here. */
  static String told(String word) {
    return word.equals(SeatState.Held.WORD) ? HELD : word;
  }

  static String of(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> FREE;
      case SeatState.Held _ -> HELD;
      case SeatState.Taken taken -> taken.status();
    };
  }
}
