package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.assertEach;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.under;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P140 to P145: every row of an event at once, for who has to choose among all of it. */
public interface SeatLedgerWholeRules extends SeatLedgerRules {
  /** Every row, and nothing else. */
  private static ReadWish.OfEvent everything(EventId event) {
    return ReadWish.OfEvent.none(event).withAll();
  }

  private static Map<String, String> words(LedgerReads.OfEvent reads) {
    return reads.seats().stream()
        .collect(Collectors.toMap(Seat::label, seat -> seat.state().word()));
  }

  private static Set<String> areas(LedgerReads.OfEvent reads) {
    assertEach(Set.copyOf(reads.areas()), reads.areas());
    return reads.areas().stream().map(Area::key).collect(Collectors.toSet());
  }

  @Test
  default void P140_a_whole_event_that_nobody_touched_has_no_rows() {
    EventId other = anEvent();
    aHeldSeat(other, "A-1", ANN, QUARTER);
    heldPlaces(other, "floor", ANN, 2, QUARTER);
    assertEquals(LedgerReads.OfEvent.NOTHING, reads(everything(anEvent())));
  }

  @Test
  default void P141_of_a_whole_event_come_all_seats_that_have_a_row_as_they_are_stored() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    aHeldSeat(event, "A-3", ANN, Duration.ofMinutes(1));
    aHeldSeat(event, "A-4", ANN, QUARTER);
    aFreedSeat(event, "A-4");
    moveClock(Duration.ofMinutes(2));
    LedgerReads.OfEvent reads = reads(everything(event));
    assertEquals(
        Map.of("A-1", "held", "A-2", "booked", "A-3", "held", "A-4", "free"), words(reads));
    assertEach(
        new HashSet<>(reads(objects(event, "A-1", "A-2", "A-3", "A-4")).seats()), reads.seats());
    assertEquals(List.of(), reads.areas());
    assertEquals(Map.of(), reads.holdings());
  }

  @Test
  default void P142_of_a_whole_event_come_all_areas_and_none_of_their_records() {
    EventId event = anEvent();
    heldPlaces(event, "floor", ANN, 2, QUARTER);
    heldPlaces(event, "floor", BEN, 3, Duration.ofMinutes(1));
    bookedPlaces(event, "balcony", BEN, 4);
    moveClock(Duration.ofMinutes(2));
    LedgerReads.OfEvent reads = reads(everything(event));
    assertEquals(Set.of("floor", "balcony"), areas(reads));
    assertEach(new HashSet<>(reads(objects(event, "floor", "balcony")).areas()), reads.areas());
    assertEquals(List.of(), reads.records());
    assertEquals(List.of(), reads.seats());
  }

  @Test
  default void P143_what_is_asked_for_beside_the_whole_comes_too_and_nothing_comes_twice() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    AreaRecord anns = heldPlaces(event, "floor", ANN, 2, QUARTER);
    heldPlaces(event, "floor", BEN, 3, QUARTER);
    heldPlaces(event, "balcony", ANN, 4, QUARTER);
    LedgerReads.OfEvent reads =
        reads(under(event, Set.of("A-1", "floor"), ANN).withSeats(Set.of("A-2")).withAll());
    assertEquals(Map.of("A-1", "held", "A-2", "booked"), words(reads));
    assertEquals(2, reads.seats().size());
    assertEquals(Set.of("floor", "balcony"), areas(reads));
    assertEach(Set.of(anns), reads.records());
    assertEquals(Map.of(ANN, 3), reads.holdings());
  }

  @Test
  default void P144_whoever_needs_the_whole_shares_it_with_whoever_needs_less() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    AreaRecord record = heldPlaces(event, "floor", BEN, 3, QUARTER);
    ReadWish.OfEvent both =
        ReadWish.OfEvent.all(
            event,
            List.of(everything(event), everything(event), under(event, Set.of("floor"), BEN)));
    LedgerReads.OfEvent reads = reads(both);
    assertEquals(Map.of("A-1", "held"), words(reads));
    assertEach(Set.of(record), reads.records());
    ReadWish.OfEvent less =
        ReadWish.OfEvent.all(event, List.of(objects(event, "A-9"), objects(event, "floor")));
    assertEquals(List.of(), reads(less).seats());
  }

  @Test
  default void P145_one_event_is_read_whole_and_another_in_the_same_transaction_is_not() {
    EventId whole = anEvent();
    EventId part = anEvent();
    for (EventId each : List.of(whole, part)) {
      aHeldSeat(each, "A-1", ANN, QUARTER);
      aHeldSeat(each, "A-2", ANN, QUARTER);
      heldPlaces(each, "floor", ANN, 2, QUARTER);
    }
    try (LedgerTransaction transaction = begin()) {
      transaction.lock(new LockWish(Optional.of(part), new TreeSet<>(Set.of(whole))));
      LedgerReads reads =
          transaction.read(new ReadWish(List.of(everything(whole), objects(part, "A-2"))));
      LedgerReads.OfEvent all = SeatLedgerRules.answer(reads, whole);
      assertEquals(Map.of("A-1", SeatState.Held.WORD, "A-2", SeatState.Held.WORD), words(all));
      assertEquals(Set.of("floor"), areas(all));
      LedgerReads.OfEvent some = SeatLedgerRules.answer(reads, part);
      assertEquals(Map.of("A-2", SeatState.Held.WORD), words(some));
      assertEquals(Set.of(), areas(some));
    }
  }
}
