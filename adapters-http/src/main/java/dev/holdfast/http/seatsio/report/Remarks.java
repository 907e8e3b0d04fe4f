package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState;
import org.jspecify.annotations.Nullable;

/**
 * What callers hung on an object with its last change; null and empty for what they did not
 * (section 15.4).
 *
 * @param listing id of the listing under which it is put up for resale
 */
record Remarks(
    @Nullable String order,
    @Nullable String ticketType,
    ExtraData extraData,
    @Nullable String listing) {
  /** Nothing hangs on it. */
  static final Remarks NONE = new Remarks(null, null, ExtraData.NONE, null);

  static Remarks of(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> NONE;
      case SeatState.Held held -> new Remarks(null, null, held.tag().extraData(), null);
      case SeatState.Taken taken -> new Remarks(taken.order(), null, taken.tag().extraData(), null);
    };
  }
}
