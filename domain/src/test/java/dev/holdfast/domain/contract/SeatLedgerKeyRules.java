package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static dev.holdfast.domain.contract.SeatLedgerRules.answer;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P118 to P123: how much is held through an API key. */
public interface SeatLedgerKeyRules extends SeatLedgerRules {
  long KEY = 7;
  long OTHER = Long.MAX_VALUE;

  private Map<Long, Long> held(EventId event, Long... keys) {
    return reads(objects(event).counting(Set.of(keys))).keyHoldings();
  }

  private void holdSeat(EventId event, String label, long key, Duration life) {
    change(event, Set.of(label), draft -> draft.put(label, draft.held(ANN, life).through(key)));
  }

  private AreaRecord holdFloor(EventId event, int places, long key, Duration life) {
    change(
        event,
        Set.of("floor"),
        draft -> draft.holdPlaces("floor", places, draft.held(ANN, life).through(key)));
    return wholeArea(event, "floor").getLast();
  }

  @Test
  default void P118_the_key_of_a_hold_comes_back_by_every_way_to_read_it() {
    EventId event = anEvent();
    holdSeat(event, "A-1", OTHER, QUARTER);
    AreaRecord record = holdFloor(event, 3, KEY, QUARTER);
    Set<HoldToken> ann = Set.of(ANN);
    for (ReadWish.OfEvent wish :
        List.of(
            new ReadWish.OfEvent(event, Set.of("A-1", "floor"), ann, Set.of(), Set.of()),
            new ReadWish.OfEvent(event, Set.of(), Set.of(), ann, Set.of()),
            new ReadWish.OfEvent(
                event, Set.of("A-1"), Set.of(), Set.of(), Set.of(), Set.of(record.number())),
            new ReadWish.OfEvent(event, Set.of("A-1"), Set.of(), Set.of(), Set.of("floor")))) {
      LedgerReads.OfEvent reads = reads(wish);
      assertKeys(reads.seats(), reads.records());
    }
    assertKeys(picture(event).seats(), picture(event).records());
  }

  private static void assertKeys(List<Seat> seats, List<AreaRecord> records) {
    assertEquals(OTHER, ((Held) seats.getFirst().state()).via());
    assertEquals(KEY, ((Held) records.getFirst().state()).via());
  }

  @Test
  default void P119_a_seat_counts_one_and_a_record_as_many_places_as_it_has() {
    EventId event = anEvent();
    holdSeat(event, "A-1", KEY, QUARTER);
    holdSeat(event, "A-2", KEY, QUARTER);
    holdSeat(event, "A-3", OTHER, QUARTER);
    aHeldSeat(event, "A-4", ANN, QUARTER);
    holdFloor(event, 40, KEY, QUARTER);
    holdFloor(event, 2, KEY, QUARTER);
    heldPlaces(event, "floor", BEN, 5, QUARTER);
    holdSeat(anEvent(), "A-1", KEY, QUARTER);
    assertEquals(Map.of(KEY, 44L, OTHER, 1L), held(event, KEY, OTHER, 8L));
    assertEquals(Map.of(OTHER, 1L), held(event, OTHER));
    assertEquals(Map.of(), held(event));
  }

  @Test
  default void P120_what_is_taken_freed_or_lapsed_counts_no_more() {
    EventId event = anEvent();
    for (String label : List.of("A-1", "A-2", "A-3")) {
      holdSeat(event, label, KEY, Duration.ofMinutes(1));
    }
    AreaRecord booked = holdFloor(event, 4, KEY, QUARTER);
    AreaRecord ended = holdFloor(event, 5, KEY, QUARTER);
    holdFloor(event, 6, KEY, Duration.ofMinutes(1));
    assertEquals(18, held(event, KEY).get(KEY));
    aBookedSeat(event, "A-1", ANN);
    aFreedSeat(event, "A-2");
    change(event, Set.of("floor"), draft -> draft.bookPlaces(booked));
    change(event, Set.of("floor"), draft -> draft.endHold(ended));
    assertEquals(7, held(event, KEY).get(KEY));
    moveClock(Duration.ofMinutes(1));
    assertEquals(Map.of(), held(event, KEY));
  }

  @Test
  default void P121_what_is_held_again_counts_for_the_key_that_it_is_held_through_then() {
    EventId event = anEvent();
    holdSeat(event, "A-1", KEY, QUARTER);
    holdSeat(event, "A-2", KEY, QUARTER);
    AreaRecord record = holdFloor(event, 4, KEY, QUARTER);
    holdSeat(event, "A-1", OTHER, QUARTER);
    aHeldSeat(event, "A-2", BEN, QUARTER);
    Held through = ((Held) record.state()).through(OTHER);
    change(event, Set.of("floor"), draft -> draft.free("A-9").strayRecord(record.becomes(through)));
    assertEquals(Map.of(OTHER, 5L), held(event, KEY, OTHER));
  }

  @Test
  default void P122_a_key_that_counts_much_is_counted_to_the_last() {
    EventId event = anEvent();
    change(
        event,
        Set.of(),
        draft -> {
          for (int n = 0; n < 1_200; n++) {
            draft.put("A-" + n, draft.held(ANN, QUARTER).through(KEY));
          }
        });
    assertEquals(1_200, held(event, KEY).get(KEY));
  }

  @Test
  default void P123_of_many_who_count_and_hold_none_goes_beyond_what_was_counted()
      throws InterruptedException {
    EventId event = anEvent();
    int cap = 20;
    try (SeatLockCrowd crowd = new SeatLockCrowd(SeatLedgerRaceRules.CALLERS)) {
      crowd.all(caller ->
          () -> {
            for (int round = 0; round < 10; round++) {
              String label = caller + "-" + round;
              again(() -> holdsBelow(cap, event, label));
            }
            return caller;
          });
    }
    assertEquals(cap, held(event, KEY).get(KEY));
    assertEquals(cap, picture(event).seats().size());
  }

  private boolean holdsBelow(int cap, EventId event, String label) {
    try (LedgerTransaction transaction = begin()) {
      EventHead head = SeatLedgerRules.lock(transaction, event);
      ReadWish.OfEvent wish = objects(event, label).counting(Set.of(KEY));
      LedgerReads reads = transaction.read(new ReadWish(List.of(wish)));
      LedgerReads.OfEvent rows = answer(reads, event);
      if (rows.keyHoldings().getOrDefault(KEY, 0L) >= cap) {
        return false;
      }
      SeatLedgerDraft draft = new SeatLedgerDraft(head, reads.now(), rows);
      writeAndCommit(transaction, draft.put(label, draft.held(ANN, QUARTER).through(KEY)));
      return true;
    }
  }
}
