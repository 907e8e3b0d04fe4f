package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** P45 to P50: records and areas, large commits, whole journals. */
public interface SeatLedgerRecordRules extends SeatLedgerRules {
  @Test
  default void P45_records_are_written_changed_and_removed() {
    EventId event = anEvent();
    AreaRecord first = heldPlaces(event, "floor", ANN, 2, QUARTER);
    AreaRecord second = heldPlaces(event, "floor", BEN, 3, QUARTER);
    Held longer = ((Held) second.state()).extend(now(event).plus(QUARTER.multipliedBy(2)));
    AreaRecord grown = second.plus(5, longer);
    change(
        event,
        Set.of("floor"),
        draft ->
            draft.endHold(first).strayRecord(grown).count(draft.area("floor").hold(5), longer, 5));
    EventPicture picture = picture(event);
    assertEquals(List.of(grown), picture.records());
    assertEquals(List.of(new Area("floor", 4, 100, 8, 0)), picture.areas());
    change(event, Set.of("floor"), draft -> draft.bookPlaces(grown));
    assertEquals(List.of(new Area("floor", 5, 100, 0, 8)), picture(event).areas());
    assertTrue(picture(event).records().getFirst().state() instanceof Taken);
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P46_a_record_may_end_and_another_of_the_same_token_begin_in_one_transaction() {
    EventId event = anEvent();
    AreaRecord lapsed = heldPlaces(event, "floor", ANN, 2, QUARTER);
    moveClock(QUARTER);
    change(
        event,
        Set.of("floor"),
        draft -> draft.endHold(lapsed).holdPlaces("floor", ANN, 3, QUARTER));
    AreaRecord next = picture(event).records().getFirst();
    assertFalse(next.number() == lapsed.number());
    assertEquals(3, next.quantity());
    assertEquals(List.of(next), wholeArea(event, "floor"));
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P47_an_areas_capacity_follows_what_is_written() {
    EventId event = anEvent();
    AreaRecord held = heldPlaces(event, "floor", ANN, 40, QUARTER);
    change(
        event,
        Set.of("floor"),
        draft -> draft.count(draft.area("floor").withLayoutCapacity(10).touch(), held.state(), 40));
    assertEquals(List.of(new Area("floor", 2, 40, 40, 0)), picture(event).areas());
    change(event, Set.of("floor"), draft -> draft.endHold(held));
    assertEquals(List.of(new Area("floor", 3, 40, 0, 0)), picture(event).areas());
  }

  @Test
  default void P48_a_full_area_is_written() {
    EventId event = anEvent();
    heldPlaces(event, "floor", ANN, 60, QUARTER);
    bookedPlaces(event, "floor", BEN, 40);
    assertEquals(List.of(new Area("floor", 3, 100, 60, 40)), picture(event).areas());
  }

  @Test
  default void P49_a_shared_commit_may_be_large() {
    EventId event = anEvent();
    Set<String> labels = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      labels.add("Block B-row " + i / 40 + "-" + i % 40);
    }
    change(event, labels, draft -> labels.forEach(each -> draft.hold(each, ANN, QUARTER)));
    change(event, labels, draft -> labels.forEach(each -> draft.book(each, ANN)));
    EventPicture picture = picture(event);
    assertEquals(List.copyOf(labels), picture.seats().stream().map(Seat::label).toList());
    assertTrue(picture.seats().stream().allMatch(seat -> seat.state() instanceof Taken));
    assertEquals(4_000, picture.seq());
    assertEquals(
        4_000, ledger().journal(event, 0, new Portion(10_000, Integer.MAX_VALUE)).entries().size());
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P50_a_journal_with_a_gap_or_a_number_twice_is_not_written() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    for (long wrong : List.of(1L, 3L, 4L)) {
      assertRefused(
          StoreFailure.class,
          event,
          draft ->
              draft.log(
                  draft.entry(wrong + draft.nextSeq() - 2, "A-1", false, 2, JournalKind.HELD, 1)));
    }
  }
}
