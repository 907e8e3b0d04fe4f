package dev.holdfast.domain.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.House;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusChangesTest {
  private final House house = House.open();
  private final Histories histories = new Histories(house.hall.catalog, house.hall.ledger);

  private Outcome<StatusChanges> changes(String event, ChangeList list, Slice.Request slice) {
    return histories.statusChanges(house.hall.workspace, event, list, slice);
  }

  private Slice<JournalEntry> slice(ChangeList list, int limit, Slice.Beside beside) {
    Outcome<StatusChanges> outcome =
        changes(house.friday.key(), list, new Slice.Request(limit, beside));
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
    StatusChanges changes = ((Outcome.Accepted<StatusChanges>) outcome).answer();
    assertEquals(house.friday.id(), changes.event().id());
    return changes.changes();
  }

  private static List<Long> numbers(Slice<JournalEntry> slice) {
    return slice.items().stream().map(JournalEntry::seq).toList();
  }

  private static ChangeList of(String object) {
    ChangeList all = ChangeList.ALL;
    return new ChangeList(Optional.of(object), "", all.order(), all.heldAs());
  }

  private static Refusal refused(Outcome<StatusChanges> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString).first();
  }

  private static final Slice.Request FIRST = new Slice.Request(10, new Slice.Beside.Beginning());

  @Test
  void changes_come_by_the_page_newest_first() {
    house.holdAndFree("ada", ExtraData.NONE, "A-1");
    house.holdAndFree("ada", ExtraData.NONE, "A-2");
    Slice<JournalEntry> first = slice(ChangeList.ALL, 3, new Slice.Beside.Beginning());
    assertEquals(List.of(4L, 3L, 2L), numbers(first));
    assertTrue(first.hasLater());
    assertEquals(List.of(1L), numbers(slice(ChangeList.ALL, 3, new Slice.Beside.After(2))));
  }

  @Test
  void a_page_of_large_changes_is_short() {
    ExtraData large =
        new ExtraData(Map.of("\"x\"", "\"" + "x".repeat(ExtraData.MAX_BYTES - 100) + "\""));
    for (int round = 0; round < 40; round++) {
      house.holdAndFree("ada", large, "A-1");
    }
    Slice<JournalEntry> page = slice(ChangeList.ALL, 1_000, new Slice.Beside.Beginning());
    assertTrue(page.items().size() < 40, () -> "on one page " + page.items().size());
    assertTrue(page.hasLater());
  }

  @Test
  void an_object_that_nothing_happened_to_has_no_changes_and_one_that_is_not_is_unknown() {
    house.holdAndFree("ada", ExtraData.NONE, "A-1");
    assertEquals(List.of(2L, 1L), numbers(slice(of("A-1"), 10, new Slice.Beside.Beginning())));
    assertEquals(List.of(), numbers(slice(of("A-2"), 10, new Slice.Beside.Beginning())));
    assertEquals(List.of(), numbers(slice(of("A-1"), 10, new Slice.Beside.After(1))));
    assertEquals(
        new Refusal.UnknownObject("Z-9"), refused(changes(house.friday.key(), of("Z-9"), FIRST)));
  }

  @Test
  void an_unknown_event_is_refused() {
    assertEquals(new Refusal.UnknownEvent(), refused(changes("evt_none", ChangeList.ALL, FIRST)));
  }
}
