package dev.holdfast.http.seatsio;

import dev.holdfast.domain.seat.SeatState;

/**
 * What this dialect calls the states of objects (section 15): what is held is reserved by a token.
 */
final class SeatsioStatus {
  /** What is held, to clients of this dialect. */
  static final String RESERVED = "reservedByToken";

  private SeatsioStatus() {}

  /** What a client is told. */
  static String told(String word) {
    return word.equals(SeatState.Held.WORD) ? RESERVED : word;
  }

  /** What a client means. */
  static String meant(String status) {
    return status.equals(RESERVED) ? SeatState.Held.WORD : status;
  }
}
