package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.ChangedObject.ChangedArea;
import dev.holdfast.domain.decision.ChangedObject.ChangedSeat;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.http.json.JsonContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a change leaves is told as a report tells it. */
final class ChangedObjectTest {
  private static final SeatState BOOKED =
      new SeatState.Taken("booked", null, 0, Evening.NOW, "o", Evening.tag("{\"a\":1}"));

  private static Evening house() {
    return new Evening(new Drawn().in("9").row("A", 2).area("GA1", 5_000));
  }

  private static String told(ChangedObject object) {
    Optional<JsonContent> told = EventObjects.changed(house().house(), object);
    return Labels.quoted(told.orElseThrow());
  }

  private static AreaRecord record(int number, int places, SeatState state) {
    return new AreaRecord("GA1", number, places, state);
  }

  @Test
  void a_seat_is_told_as_the_change_left_it() {
    assertEquals(
        house().seat("A-2", BOOKED).told("A-2"), told(new ChangedSeat(new Seat("A-2", 3, BOOKED))));
  }

  @Test
  void so_is_an_area() {
    AreaRecord held = record(1, 3, Evening.held("tok"));
    AreaRecord taken = record(2, 4, BOOKED);
    // Two places more are under a hold that is over and was not ended yet.
    ChangedArea changed = new ChangedArea(new Area("GA1", 7, 5_000, 5, 4), List.of(held, taken));
    assertEquals(
        house().heldPlaces("GA1", "tok", 3).takenPlaces("GA1", "booked", 4).told("GA1"),
        told(changed));
  }

  @Test
  void of_more_records_than_a_change_reads_the_counters_tell_the_rest() {
    List<AreaRecord> read = new ArrayList<>();
    for (int number = 1; number <= ReadWish.AREA_RECORDS; number++) {
      read.add(
          record(
              number,
              1,
              new SeatState.Taken("foo", null, 0, Evening.NOW, null, Evening.tag(null))));
    }
    String told = told(new ChangedArea(new Area("GA1", 7, 5_000, 40, 1_200), read));
    assertTrue(
        told.contains("'numBooked':1200,'numFree':3760,'numHeld':40,'numNotForSale':0,'holds':{},"),
        told);
    List<AreaRecord> holds = new ArrayList<>();
    for (int number = 1; number <= ReadWish.AREA_RECORDS; number++) {
      holds.add(record(number, 1, Evening.held("tok")));
    }
    String held = told(new ChangedArea(new Area("GA1", 7, 5_000, 1_300, 0), holds));
    assertTrue(
        held.contains(
            "'numFree':3700,'numHeld':1300,'numNotForSale':0,"
                + "'holds':{'tok':{'NO_TICKET_TYPE':1000}},"),
        held);
  }

  @Test
  void what_is_not_drawn_any_more_is_not_told() {
    assertTrue(
        EventObjects.changed(house().house(), new ChangedSeat(Seat.untouched("Z-1"))).isEmpty());
  }
}
