package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.LedgerWrites.SeatChange;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** P72 to P79 and P104 to P109: reading the journal, and the audit of the books. */
public interface SeatLedgerJournalRules extends SeatLedgerRules {
  private List<Long> numbers(EventId event, long after, int limit) {
    return ledger().journal(event, after, Portion.of(limit)).entries().stream()
        .map(JournalEntry::seq)
        .toList();
  }

  private static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  default void P72_the_journal_is_one_sequence_an_event_whatever_the_transactions() {
    EventId event = anEvent();
    EventId other = anEvent();
    for (String label : List.of("A-1", "A-2")) {
      aHeldSeat(event, label, ANN, QUARTER);
      aHeldSeat(other, label, ANN, QUARTER);
    }
    change(event, Set.of("A-1", "A-2"), draft -> draft.book("A-2", ANN).free("A-1"));
    List<JournalEntry> journal = ledger().journal(event, 0, Portion.of(100)).entries();
    assertEquals(
        List.of("A-1", "A-2", "A-2", "A-1"), journal.stream().map(JournalEntry::object).toList());
    assertEquals(fromTo(1, 4), numbers(event, 0, 100));
    assertEquals(fromTo(1, 2), numbers(other, 0, 100));
    assertTrue(journal.stream().allMatch(entry -> entry.event().equals(event)));
    assertEquals(4, head(event).seq());
  }

  @Test
  default void P73_pages_of_the_journal_meet_without_gap_or_overlap() {
    EventId event = anEvent();
    change(
        event,
        Set.of(),
        draft -> {
          for (int i = 1; i <= 12; i++) {
            draft.hold("A-" + i, ANN, QUARTER);
          }
        });
    assertEquals(fromTo(1, 5), numbers(event, 0, 5));
    assertEquals(fromTo(6, 10), numbers(event, 5, 5));
    assertEquals(fromTo(11, 12), numbers(event, 10, 5));
    assertEquals(List.of(), numbers(event, 12, 5));
    assertEquals(List.of(), numbers(event, Long.MAX_VALUE, 5));
    assertEquals(fromTo(12, 12), numbers(event, 11, 1));
    assertEquals(fromTo(1, 12), numbers(event, 0, 10_000));
  }

  @Test
  default void P74_an_event_that_does_not_exist_has_an_empty_journal() {
    assertEquals(
        List.of(), ledger().journal(new EventId(Long.MAX_VALUE), 0, Portion.of(10)).entries());
  }

  @Test
  default void P75_books_that_add_up_pass_the_audit() {
    EventId event = anEvent();
    assertEquals(List.of(), ledger().audit(event));
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", ANN);
    aBookedSeat(event, "A-3", ANN);
    aFreedSeat(event, "A-3");
    heldPlaces(event, "floor", ANN, 3, QUARTER);
    bookedPlaces(event, "floor", BEN, 4);
    AreaRecord ended = heldPlaces(event, "pit", BEN, 5, QUARTER);
    change(event, Set.of("pit"), draft -> draft.endHold(ended));
    moveClock(QUARTER.multipliedBy(2));
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P76_the_audit_names_a_free_seat_that_has_a_sale() {
    EventId event = anEvent();
    aBookedSeat(event, "A-1", ANN);
    aBookedSeat(event, "A-2", ANN);
    Seat believed = new Seat("A-1", 1, SeatState.FREE);
    change(
        event,
        Set.of("A-1"),
        draft -> draft.claim(new SeatChange(believed, believed.becomes(SeatState.FREE))));
    assertNamed("A-1", event);
  }

  /** One finding, and it names what is wrong. */
  private void assertNamed(String object, EventId event) {
    List<String> findings = ledger().audit(event);
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.getFirst().contains(object), findings::toString);
  }

  @Test
  default void P77_the_audit_names_a_taken_seat_without_a_sale() {
    EventId event = anEvent();
    aBookedSeat(event, "A-2", ANN);
    aHeldSeat(event, "A-1", ANN, QUARTER);
    change(
        event,
        Set.of("A-1", "A-2"),
        draft -> {
          SeatState sold = draft.seat("A-2").state();
          Seat believed = new Seat("A-1", 1, sold);
          draft.claim(new SeatChange(believed, believed.becomes(sold)));
        });
    assertNamed("A-1", event);
  }

  @Test
  default void P78_the_audit_names_an_area_whose_records_do_not_add_up() {
    for (boolean taken : List.of(false, true)) {
      EventId event = anEvent();
      AreaRecord fine = heldPlaces(event, "pit", ANN, 3, QUARTER);
      Area wrong = new Area("floor", 1, 100, taken ? 0 : 2, taken ? 2 : 0);
      change(event, Set.of("floor"), draft -> draft.count(wrong, fine.state(), 2));
      assertNamed("floor", event);
    }
  }

  @Test
  default void P79_the_audit_names_an_area_with_a_record_too_many() {
    EventId event = anEvent();
    AreaRecord held = heldPlaces(event, "floor", ANN, 3, QUARTER);
    AreaRecord stray = new AreaRecord("floor", 99, 1, held.state());
    change(event, Set.of("floor"), draft -> draft.book("A-1", ANN).strayRecord(stray));
    assertNamed("floor", event);
  }

  @Test
  default void P104_heads_tell_how_far_each_journal_has_come_and_leave_out_events_that_are_not() {
    EventId quiet = anEvent();
    EventId busy = anEvent();
    aHeldSeat(busy, "A-1", ANN, QUARTER);
    aHeldSeat(busy, "A-2", ANN, QUARTER);
    EventId none = new EventId(Long.MAX_VALUE);
    assertEquals(Map.of(quiet, 0L, busy, 2L), ledger().heads(Set.of(quiet, busy, none)));
    assertEquals(Map.of(), ledger().heads(Set.of()));
    Set<EventId> tooMany =
        LongStream.rangeClosed(1, 1_001).mapToObj(EventId::new).collect(Collectors.toSet());
    assertThrows(IllegalArgumentException.class, () -> ledger().heads(tooMany));
  }

  @Test
  default void P105_an_event_is_unchanged_until_something_is_written_or_a_hold_lapses() {
    EventId event = anEvent();
    EventId other = anEvent();
    assertTrue(ledger().isUnchanged(event, 0));
    aHeldSeat(event, "A-1", ANN, QUARTER);
    assertFalse(ledger().isUnchanged(event, 0));
    assertTrue(ledger().isUnchanged(event, 1));
    assertFalse(ledger().isUnchanged(event, 2));
    assertFalse(ledger().isUnchanged(new EventId(Long.MAX_VALUE), 0));
    moveClock(QUARTER);
    assertFalse(ledger().isUnchanged(event, 1));
    assertTrue(ledger().isUnchanged(other, 0));
  }

  @Test
  default void P106_an_events_lapsed_places_change_it_as_well() {
    EventId event = anEvent();
    heldPlaces(event, "pit", ANN, 2, QUARTER);
    long seq = head(event).seq();
    assertTrue(ledger().isUnchanged(event, seq));
    moveClock(QUARTER);
    assertFalse(ledger().isUnchanged(event, seq));
  }

  @Test
  default void P107_the_history_of_an_object_is_its_own_entries_in_order() {
    EventId event = anEvent();
    EventId other = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aHeldSeat(event, "A-2", ANN, QUARTER);
    aHeldSeat(other, "A-1", ANN, QUARTER);
    change(event, Set.of("A-1", "A-2"), draft -> draft.book("A-2", ANN).free("A-1"));
    assertEquals(List.of(1L, 4L), history(event, "A-1", 0, 10));
    assertEquals(List.of(4L), history(event, "A-1", 1, 10));
    assertEquals(List.of(1L), history(event, "A-1", 0, 1));
    assertEquals(List.of(), history(event, "a-1", 0, 10));
    assertEquals(List.of(), history(new EventId(Long.MAX_VALUE), "A-1", 0, 10));
  }

  /** Entries of 256 bytes and as many more as their texts have. */
  private EventId anEventOfTexts(int... bytes) {
    EventId event = anEvent();
    change(event, Set.of(), draft -> Arrays.stream(bytes).forEach(draft::logTexts));
    return event;
  }

  @Test
  default void P108_a_part_ends_with_the_entry_that_reaches_its_bytes_and_tells_of_more() {
    EventId event = anEventOfTexts(744, 744, 16_000, 244, 244);
    assertPart(fromTo(1, 2), true, ledger().journal(event, 0, new Portion(10, 1_001)));
    assertPart(fromTo(1, 2), true, ledger().journal(event, 0, new Portion(10, 2_000)));
    assertPart(fromTo(1, 3), true, ledger().journal(event, 0, new Portion(10, 2_001)));
    assertPart(fromTo(1, 1), true, ledger().journal(event, 0, new Portion(10, 1_000)));
    assertPart(fromTo(1, 1), true, ledger().journal(event, 0, new Portion(10, 1)));
    assertPart(fromTo(3, 3), true, ledger().journal(event, 2, new Portion(10, 1)));
    assertPart(fromTo(4, 5), false, ledger().journal(event, 3, new Portion(10, 501)));
    assertPart(fromTo(4, 4), true, ledger().journal(event, 3, new Portion(10, 500)));
    assertPart(fromTo(4, 5), false, ledger().journal(event, 3, new Portion(2, 10_000)));
    assertPart(fromTo(4, 4), true, ledger().journal(event, 3, new Portion(1, 10_000)));
    assertPart(List.of(), false, ledger().journal(event, 5, new Portion(1, 1)));
    assertPart(fromTo(1, 5), false, ledger().journal(event, 0, Portion.of(5)));
  }

  private static void assertPart(List<Long> numbers, boolean more, JournalPart part) {
    assertEquals(numbers, part.entries().stream().map(JournalEntry::seq).toList());
    assertEquals(more, part.more());
  }

  @Test
  default void P109_so_does_a_part_of_the_history_of_an_object() {
    EventId event = anEventOfTexts(744, 16_000, 244);
    aHeldSeat(event, "A-1", ANN, QUARTER);
    assertPart(fromTo(1, 1), true, ledger().history(event, "A-é", 0, new Portion(10, 1_000)));
    assertPart(fromTo(1, 2), true, ledger().history(event, "A-é", 0, new Portion(10, 1_001)));
    assertPart(fromTo(3, 3), false, ledger().history(event, "A-é", 2, new Portion(1, 1)));
    assertPart(fromTo(4, 4), false, ledger().history(event, "A-1", 0, new Portion(1, 1)));
  }

  private List<Long> history(EventId event, String object, long after, int limit) {
    return ledger().history(event, object, after, Portion.of(limit)).entries().stream()
        .map(JournalEntry::seq)
        .toList();
  }
}
