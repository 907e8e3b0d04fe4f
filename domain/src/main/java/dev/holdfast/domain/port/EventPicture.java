package dev.holdfast.domain.port;

import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import java.time.Instant;
import java.util.List;

/**
 * All of an event that is not free at one instant, and what is free with something left on it.
 *
 * @param seq the journal's last number at that instant
 * @param now the ledger's time of that instant
 * @param seats live held and taken seats, and free ones with a tag of some content, ascending by
 *     label; what goes back on resale because its hold has lapsed is there already
 * @param areas the areas that were ever touched, ascending by key
 * @param records live held and taken area records, ascending by area and number
 */
public record EventPicture(
    long seq, Instant now, List<Seat> seats, List<Area> areas, List<AreaRecord> records) {
  public EventPicture {
    seats = List.copyOf(seats);
    areas = List.copyOf(areas);
    records = List.copyOf(records);
  }
}
