package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites.SeatChange;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * P34 to P44: what is written, and what is refused with everything that was to be written beside
 * it.
 */
public interface SeatLedgerWriteRules extends SeatLedgerRules {
  @Test
  default void P34_a_seat_goes_through_its_whole_life() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    assertTrue(seat(event, "A-1").state() instanceof Held);
    aBookedSeat(event, "A-1", ANN);
    assertTrue(seat(event, "A-1").state() instanceof Taken);
    aFreedSeat(event, "A-1");
    assertEquals(new Seat("A-1", 3, SeatState.FREE), seat(event, "A-1"));
    aBookedSeat(event, "A-1", BEN);
    assertEquals(4, seat(event, "A-1").version());
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P35_only_the_net_change_of_a_transaction_counts() {
    EventId event = anEvent();
    change(
        event,
        Set.of("A-1", "A-2"),
        draft ->
            draft.hold("A-1", ANN, QUARTER).book("A-1", ANN).hold("A-2", ANN, QUARTER).free("A-2"));
    assertEquals(2, seat(event, "A-1").version());
    assertTrue(seat(event, "A-1").state() instanceof Taken);
    assertEquals(new Seat("A-2", 2, SeatState.FREE), seat(event, "A-2"));
    assertEquals(4, head(event).seq());
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P36_a_sale_may_be_closed_and_another_opened_in_one_transaction() {
    EventId event = anEvent();
    aBookedSeat(event, "A-1", ANN);
    change(event, Set.of("A-1"), draft -> draft.free("A-1").book("A-1", BEN));
    Taken taken = (Taken) seat(event, "A-1").state();
    assertEquals(BEN, taken.token());
    assertEquals(3, seat(event, "A-1").version());
    assertEquals(List.of(), ledger().audit(event));
    aFreedSeat(event, "A-1");
    aBookedSeat(event, "A-1", ANN);
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P37_a_sale_may_change_its_status() {
    EventId event = anEvent();
    aBookedSeat(event, "A-1", ANN);
    Taken booked = (Taken) seat(event, "A-1").state();
    Taken resale =
        new Taken("resale", booked.token(), booked.hold(), booked.at(), "o-9", booked.tag());
    change(event, Set.of("A-1"), draft -> draft.put("A-1", resale));
    assertEquals(new Seat("A-1", 2, resale), seat(event, "A-1"));
    assertEquals(List.of(), ledger().audit(event));
  }

  /** A seat's version says it all; the state that comes with it is what the sale follows. */
  @Test
  default void P38_a_second_open_sale_of_a_seat_is_rejected() {
    EventId event = anEvent();
    aBookedSeat(event, "A-1", ANN);
    Seat sold = seat(event, "A-1");
    Seat believed = new Seat("A-1", sold.version(), SeatState.FREE);
    assertRejected(
        event,
        draft ->
            draft
                .book("A-2", BEN)
                .claim(new SeatChange(believed, believed.becomes(taken(BEN, draft.now())))));
    assertEquals(sold, seat(event, "A-1"));
    assertEquals(Seat.untouched("A-2"), seat(event, "A-2"));
    assertEquals(List.of(), ledger().audit(event));
  }

  private static Taken taken(HoldToken token, Instant at) {
    return new Taken(Taken.BOOKED, token, 0, at, null, SeatLedgerDraft.TAG);
  }

  /** Nothing of it is there afterwards, and the event goes on as before. */
  private void assertRejected(EventId event, Consumer<SeatLedgerDraft> changes) {
    assertRefused(StoreFailure.Rejected.class, event, changes);
  }

  @Test
  default void P39_the_same_seat_may_be_sold_in_two_events() {
    EventId one = anEvent();
    EventId two = anEvent();
    aBookedSeat(one, "A-1", ANN);
    aBookedSeat(two, "A-1", BEN);
    assertEquals(List.of(), ledger().audit(one));
    assertEquals(List.of(), ledger().audit(two));
  }

  @Test
  default void P40_a_change_decided_on_an_older_version_is_not_written() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    Seat older = seat(event, "A-1");
    change(event, Set.of("A-1"), draft -> draft.free("A-1"));
    Seat now = seat(event, "A-1");
    assertRefused(
        StoreFailure.class,
        event,
        draft ->
            draft
                .hold("A-2", BEN, QUARTER)
                .claim(new SeatChange(older, older.becomes(taken(ANN, draft.now())))));
    assertEquals(now, seat(event, "A-1"));
    assertEquals(Seat.untouched("A-2"), seat(event, "A-2"));
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P41_a_change_that_takes_a_touched_seat_for_untouched_is_not_written() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    Seat now = seat(event, "A-1");
    Seat untouched = Seat.untouched("A-1");
    assertRefused(
        StoreFailure.class,
        event,
        draft ->
            draft.claim(new SeatChange(untouched, untouched.becomes(taken(BEN, draft.now())))));
    assertEquals(now, seat(event, "A-1"));
  }

  @Test
  default void P42_a_change_that_takes_an_untouched_seat_for_touched_is_not_written() {
    EventId event = anEvent();
    Seat imagined = new Seat("A-1", 7, SeatState.FREE);
    assertRefused(
        StoreFailure.class,
        event,
        draft -> draft.claim(new SeatChange(imagined, imagined.becomes(taken(BEN, draft.now())))));
    assertEquals(Seat.untouched("A-1"), seat(event, "A-1"));
  }

  @Test
  default void P43_an_area_is_guarded_by_its_version_too() {
    EventId event = anEvent();
    AreaRecord first = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord second = heldPlaces(event, "floor", BEN, 3, QUARTER);
    for (long wrong : List.of(0L, 1L, 3L)) {
      Area believed = new Area("floor", wrong, 100, 0, 0);
      assertRefused(
          StoreFailure.class,
          event,
          draft -> draft.claim(believed, believed.hold(4)).hold("A-2", ANN, QUARTER));
    }
    Area stored = new Area("floor", 2, 100, 5, 0);
    assertEquals(List.of(stored), picture(event).areas());
    assertEquals(List.of(first, second), picture(event).records());
    Area imagined = new Area("pit", 7, 100, 0, 0);
    assertRefused(StoreFailure.class, event, draft -> draft.claim(imagined, imagined.hold(4)));
    assertEquals(List.of(stored), picture(event).areas());
  }

  @Test
  default void P44_trouble_with_one_event_undoes_what_was_written_to_the_others() {
    EventId fine = anEvent();
    EventId broken = anEvent();
    aHeldSeat(broken, "A-1", ANN, QUARTER);
    Seat untouched = Seat.untouched("A-1");
    try (LedgerTransaction transaction = begin()) {
      LockWish both = new LockWish(Optional.of(fine), new TreeSet<>(Set.of(broken)));
      Map<EventId, EventHead> heads = transaction.lock(both);
      ReadWish wish = new ReadWish(List.of(ReadWish.OfEvent.none(fine), none(broken)));
      LedgerReads reads = transaction.read(wish);
      SeatLedgerDraft one = draft(heads, reads, fine).hold("A-1", ANN, QUARTER);
      SeatLedgerDraft two = draft(heads, reads, broken);
      two.claim(new SeatChange(untouched, untouched.becomes(taken(BEN, two.now()))));
      assertThrows(StoreFailure.class, () -> writeAndCommit(transaction, one, two));
    }
    assertUntouched(fine);
    assertEquals(1, head(broken).seq());
  }

  private static ReadWish.OfEvent none(EventId event) {
    return ReadWish.OfEvent.none(event);
  }
}
