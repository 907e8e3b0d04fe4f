package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.assertEach;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.under;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P18 to P33 and P124: which rows a transaction gets to see. */
public interface SeatLedgerReadRules extends SeatLedgerRules {
  /** Everything a token has. */
  private static ReadWish.OfEvent whole(EventId event, HoldToken token) {
    return new ReadWish.OfEvent(event, Set.of(), Set.of(), Set.of(token), Set.of());
  }

  private static Set<String> labels(LedgerReads.OfEvent reads) {
    assertEach(Set.copyOf(reads.seats()), reads.seats());
    return reads.seats().stream().map(Seat::label).collect(Collectors.toSet());
  }

  private static Set<String> areas(LedgerReads.OfEvent reads) {
    assertEach(Set.copyOf(reads.areas()), reads.areas());
    return reads.areas().stream().map(Area::key).collect(Collectors.toSet());
  }

  @Test
  default void P18_an_event_that_nobody_touched_has_no_rows() {
    EventId event = anEvent();
    assertEquals(LedgerReads.OfEvent.NOTHING, reads(under(event, Set.of("A-1", "floor"), ANN)));
  }

  @Test
  default void P19_seats_asked_for_are_there_and_no_others() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    aHeldSeat(event, "A-3", ANN, QUARTER);
    assertEquals(Set.of("A-1", "A-2"), labels(reads(objects(event, "A-1", "A-2", "A-9"))));
    assertEquals(Set.of(), labels(reads(under(event, Set.of("a-1"), ANN))));
  }

  @Test
  default void P20_a_freed_seat_keeps_its_row_and_its_version() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aFreedSeat(event, "A-1");
    assertEquals(List.of(new Seat("A-1", 2, SeatState.FREE)), reads(objects(event, "A-1")).seats());
  }

  @Test
  default void P21_a_lapsed_seat_is_read_as_it_is_stored() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, Duration.ofMinutes(1));
    Seat held = seat(event, "A-1");
    moveClock(Duration.ofMinutes(2));
    assertEquals(held, seat(event, "A-1"));
  }

  @Test
  default void P22_one_name_may_be_a_seat_and_an_area() {
    EventId event = anEvent();
    aHeldSeat(event, "floor", ANN, QUARTER);
    heldPlaces(event, "floor", ANN, 2, QUARTER);
    LedgerReads.OfEvent reads = reads(under(event, Set.of("floor"), ANN));
    assertEquals(Set.of("floor"), labels(reads));
    assertEquals(Set.of("floor"), areas(reads));
    assertEquals(1, reads.records().size());
  }

  @Test
  default void P124_of_a_name_that_is_known_to_be_a_seat_only_the_seat_is_read() {
    EventId event = anEvent();
    aHeldSeat(event, "floor", ANN, QUARTER);
    aHeldSeat(event, "A-1", BEN, QUARTER);
    heldPlaces(event, "floor", ANN, 2, QUARTER);
    ReadWish.OfEvent wish = under(event, Set.of(), ANN).withSeats(Set.of("floor", "A-9"));
    LedgerReads.OfEvent reads = reads(wish);
    assertEquals(Set.of("floor"), labels(reads));
    assertEquals(Set.of(), areas(reads));
    assertEquals(List.of(), reads.records());
    assertEquals(Map.of(ANN, 2), reads.holdings());
    ReadWish.OfEvent both =
        ReadWish.OfEvent.all(event, List.of(wish, objects(event, "floor", "A-1")));
    assertEquals(Set.of("floor", "A-1"), labels(reads(both)));
    assertEquals(Set.of("floor"), areas(reads(both)));
  }

  @Test
  default void P23_another_events_rows_are_never_read() {
    EventId event = anEvent();
    EventId other = anEvent();
    aHeldSeat(other, "A-1", ANN, QUARTER);
    heldPlaces(other, "floor", ANN, 2, QUARTER);
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(
            event, Set.of("A-1", "floor"), Set.of(ANN), Set.of(ANN), Set.of("floor"));
    assertEquals(LedgerReads.OfEvent.NOTHING, reads(wish));
  }

  @Test
  default void P24_several_events_are_read_at_once_each_by_its_own_wish() {
    EventId one = anEvent();
    EventId two = anEvent();
    aHeldSeat(one, "A-1", ANN, QUARTER);
    aHeldSeat(two, "A-1", ANN, QUARTER);
    aHeldSeat(two, "A-2", ANN, QUARTER);
    ReadWish wish = new ReadWish(List.of(objects(one, "A-1", "A-2"), objects(two, "A-2")));
    try (LedgerTransaction transaction = begin()) {
      Map<EventId, EventHead> heads =
          transaction.lock(new LockWish(Optional.of(two), new TreeSet<>(Set.of(one))));
      assertEquals(Set.of(one, two), heads.keySet());
      LedgerReads reads = transaction.read(wish);
      assertEquals(Set.of(one, two), reads.events().keySet());
      assertEquals(Set.of("A-1"), labels(SeatLedgerRules.answer(reads, one)));
      assertEquals(Set.of("A-2"), labels(SeatLedgerRules.answer(reads, two)));
    }
  }

  @Test
  default void P25_of_an_area_come_the_records_of_the_tokens_held_and_taken() {
    EventId event = anEvent();
    AreaRecord held = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord taken = bookedPlaces(event, "floor", ANN, 3);
    heldPlaces(event, "floor", BEN, 4, QUARTER);
    heldPlaces(event, "balcony", ANN, 5, QUARTER);
    LedgerReads.OfEvent reads = reads(under(event, Set.of("floor"), ANN));
    assertEquals(Set.of("floor"), areas(reads));
    assertEquals(6, reads.areas().getFirst().held());
    assertEach(Set.of(held, taken), reads.records());
    assertEquals(List.of(), reads(objects(event, "floor")).records());
  }

  @Test
  default void P26_of_an_area_come_the_lapsed_records_whoever_held_them() {
    EventId event = anEvent();
    AreaRecord lapsed = heldPlaces(event, "floor", BEN, 2, Duration.ofMinutes(1));
    heldPlaces(event, "floor", CID, 3, QUARTER);
    heldPlaces(event, "balcony", BEN, 3, Duration.ofMinutes(1));
    assertEquals(List.of(), reads(objects(event, "floor")).records());
    moveClock(Duration.ofMinutes(1));
    assertEach(Set.of(lapsed), reads(objects(event, "floor")).records());
    assertEach(Set.of(lapsed), reads(under(event, Set.of("floor"), BEN)).records());
  }

  @Test
  default void P27_a_whole_token_brings_every_held_seat_and_every_record_with_its_area() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aHeldSeat(event, "A-2", ANN, Duration.ofMinutes(1));
    aHeldSeat(event, "A-3", BEN, QUARTER);
    AreaRecord held = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord taken = bookedPlaces(event, "balcony", ANN, 3);
    heldPlaces(event, "pit", BEN, 4, QUARTER);
    moveClock(Duration.ofMinutes(2));
    LedgerReads.OfEvent reads = reads(whole(event, ANN));
    assertEquals(Set.of("A-1", "A-2"), labels(reads));
    assertEquals(Set.of("floor", "balcony"), areas(reads));
    assertEach(Set.of(held, taken), reads.records());
    assertEquals(LedgerReads.OfEvent.NOTHING, reads(whole(event, CID)));
  }

  @Test
  default void P28_what_a_token_no_longer_holds_is_not_part_of_it() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aFreedSeat(event, "A-1");
    aHeldSeat(event, "A-2", ANN, QUARTER);
    aFreedSeat(event, "A-2");
    aHeldSeat(event, "A-2", BEN, QUARTER);
    AreaRecord held = heldPlaces(event, "floor", ANN, 2, QUARTER);
    change(event, Set.of("floor"), draft -> draft.endHold(held));
    LedgerReads.OfEvent reads = reads(whole(event, ANN));
    assertEquals(List.of(), reads.seats());
    assertEquals(List.of(), reads.records());
  }

  @Test
  default void P29_a_whole_area_brings_every_record_in_it() {
    EventId event = anEvent();
    AreaRecord anns = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord bens = bookedPlaces(event, "floor", BEN, 3);
    AreaRecord lapsed = heldPlaces(event, "floor", CID, 4, Duration.ofMinutes(1));
    heldPlaces(event, "balcony", ANN, 5, QUARTER);
    moveClock(Duration.ofMinutes(2));
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of(), Set.of(), Set.of(), Set.of("floor"));
    assertEach(Set.of(anns, bens, lapsed), reads(wish).records());
  }

  @Test
  default void P30_what_several_wishes_want_comes_once() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    AreaRecord record = heldPlaces(event, "floor", ANN, 2, Duration.ofMinutes(1));
    moveClock(Duration.ofMinutes(2));
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(
            event, Set.of("A-1", "floor"), Set.of(ANN), Set.of(ANN), Set.of("floor"));
    LedgerReads.OfEvent reads = reads(wish);
    assertEquals(Set.of("A-1"), labels(reads));
    assertEquals(Set.of("floor"), areas(reads));
    assertEach(Set.of(record), reads.records());
  }

  @Test
  default void P31_holdings_count_each_live_seat_and_each_live_record_one() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aHeldSeat(event, "A-2", ANN, QUARTER);
    heldPlaces(event, "floor", ANN, 40, QUARTER);
    aHeldSeat(event, "A-3", BEN, QUARTER);
    aHeldSeat(anEvent(), "A-1", ANN, QUARTER);
    Map<HoldToken, Integer> holdings = reads(under(event, Set.of(), ANN, BEN, CID)).holdings();
    assertEquals(3, holdings.get(ANN));
    assertEquals(1, holdings.get(BEN));
    assertEquals(0, holdings.getOrDefault(CID, 0));
    assertFalse(reads(under(event, Set.of("A-3"), ANN)).holdings().containsKey(BEN));
  }

  @Test
  default void P32_holdings_leave_out_what_is_taken_freed_or_lapsed() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, Duration.ofMinutes(1));
    heldPlaces(event, "floor", ANN, 4, Duration.ofMinutes(1));
    aHeldSeat(event, "A-2", ANN, QUARTER);
    aFreedSeat(event, "A-2");
    aBookedSeat(event, "A-3", ANN);
    bookedPlaces(event, "floor", ANN, 4);
    assertEquals(2, reads(under(event, Set.of(), ANN)).holdings().get(ANN));
    moveClock(Duration.ofMinutes(1));
    assertEquals(0, reads(under(event, Set.of(), ANN)).holdings().getOrDefault(ANN, 0));
  }

  @Test
  default void P33_the_clock_is_the_ledgers() {
    EventId event = anEvent();
    Instant before = readClock(event);
    moveClock(Duration.ofHours(3));
    Instant after = readClock(event);
    assertFalse(after.isBefore(before.plus(Duration.ofHours(3))));
    assertTrue(after.isBefore(before.plus(Duration.ofHours(4))));
  }

  private Instant readClock(EventId event) {
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerRules.lock(transaction, event);
      return transaction.read(new ReadWish(List.of(ReadWish.OfEvent.none(event)))).now();
    }
  }
}
