package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the places of an area by what has become of them (section 16). */
final class PlacesCount {
  /** What stands for the type of a ticket that has none. */
  static final String NO_TICKET_TYPE = "NO_TICKET_TYPE";

  private final SortedMap<String, Integer> taken = new TreeMap<>();
  private final Map<String, Map<String, Integer>> holds = new LinkedHashMap<>();
  private int numTaken;
  private int numHeld;

  private PlacesCount(List<AreaRecord> records) {
    records.forEach(this::count);
  }

  private void count(AreaRecord each) {
    switch (each.state()) {
      case SeatState.Free _ -> throw new IllegalStateException("free places have no record");
      case SeatState.Taken sale -> {
        numTaken += each.quantity();
        taken.merge(sale.status(), each.quantity(), Integer::sum);
      }
      case SeatState.Held held -> {
        numHeld += each.quantity();
        holds
            .computeIfAbsent(held.token().value(), _ -> new TreeMap<>())
            .merge(ticketType(held), each.quantity(), Integer::sum);
      }
    }
  }

  private static String ticketType(SeatState.Held held) {
    String type = held.tag().ticketType();
    return type == null ? NO_TICKET_TYPE : type;
  }

  /**
   * The places of an area.
   *
   * @param layoutCapacity as the chart has it; what was sold of a larger one stays sold
   * @param records of this area, live, all of them
   */
  static Stand.Places of(int layoutCapacity, List<AreaRecord> records, int notForSale) {
    return new PlacesCount(records).places(layoutCapacity, notForSale);
  }

  /**
   * The places of an area that a change has left so.
   *
   * @param records of this area, live; where there are many, not all, and the area's counters tell
   *     of the rest: then nobody knows who holds it, and what is taken is called booked
   */
  static Stand.Places changed(
      int layoutCapacity, Area area, List<AreaRecord> records, int notForSale) {
    PlacesCount count = new PlacesCount(records);
    int unread = area.taken() - count.numTaken;
    if (unread > 0) {
      count.taken.merge(Status.BOOKED, unread, Integer::sum);
      count.numTaken = area.taken();
    }
    // Otherwise what the counters have more are holds that are over, and only not ended yet.
    if (unread > 0 || records.size() >= ReadWish.AREA_RECORDS / 2) {
      count.numHeld = area.held();
    }
    return count.places(layoutCapacity, notForSale);
  }

  private Stand.Places places(int layoutCapacity, int notForSale) {
    int capacity = Math.max(layoutCapacity, numTaken + numHeld);
    return new Stand.Places(capacity, numHeld, taken, holds, notForSale);
  }
}
