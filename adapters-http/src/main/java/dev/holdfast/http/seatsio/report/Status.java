package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.seat.SeatState;

/** The dialect's words for how an object stands (section 15). */
final class Status {
  /** Nobody's. */
  static final String FREE = "free";

  /** Sold. */
  static final String BOOKED = "booked";

  /** Held by a token. */
  static final String HELD = "reservedByToken";

  /** Put up for resale by whoever has it. */
  static final String RESALE = "resale";

  private Status() {}

  static String of(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> FREE;
      case SeatState.Held _ -> HELD;
      case SeatState.Taken taken -> taken.status();
    };
  }
}
