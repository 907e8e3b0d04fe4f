package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.ChangeList.Order;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P150 to P161: changes of status as a list is read. */
public interface SeatLedgerChangesRules extends SeatLedgerRules {
  private static ChangeList list(String part, ChangeList.Key key, boolean descending) {
    return new ChangeList(Optional.empty(), part, new Order(key, descending), "reservedByToken");
  }

  private static ChangeList sorted(ChangeList.Key key, boolean descending) {
    return list("", key, descending);
  }

  private static ChangeList of(String object) {
    return new ChangeList(Optional.of(object), "", new Order(ChangeList.Key.NUMBER, true), "held");
  }

  private Slice<JournalEntry> changes(
      EventId event, ChangeList list, Beside beside, int entries, int bytes) {
    return SeatLedgerRules.again(
        () -> ledger().changes(event, list, beside, new Portion(entries, bytes)));
  }

  /** Numbers, with a mark on each side where there is more. */
  private static String text(Slice<JournalEntry> slice) {
    return (slice.hasEarlier() ? "<" : "")
        + slice.items().stream().map(JournalEntry::seq).toList()
        + (slice.hasLater() ? ">" : "");
  }

  private String beginning(EventId event, ChangeList list) {
    return text(changes(event, list, new Beside.Beginning(), 100, Portion.USUAL_BYTES));
  }

  private String after(EventId event, ChangeList list, long number, int entries) {
    return text(changes(event, list, new Beside.After(number), entries, Portion.USUAL_BYTES));
  }

  private String before(EventId event, ChangeList list, long number, int entries) {
    return text(changes(event, list, new Beside.Before(number), entries, Portion.USUAL_BYTES));
  }

  /** One entry an object, in one commit, whose kind is held. */
  private void held(EventId event, String... labels) {
    for (String label : labels) {
      aHeldSeat(event, label, ANN, QUARTER);
    }
  }

  /** Entries of kinds in one commit: {@code "A-1 booked"}, or with a status after the kind. */
  private EventId anEventOf(String... lines) {
    EventId event = anEvent();
    entries(event, lines);
    return event;
  }

  private void entries(EventId event, String... lines) {
    change(
        event,
        Set.of(),
        draft -> {
          for (String line : lines) {
            String[] words = line.split(" ", -1);
            JournalKind kind = JournalKind.ofWord(words[1]);
            draft.logStatus(words[0], kind, words.length > 2 ? words[2] : kind.usualStatus("free"));
          }
        });
  }

  @Test
  default void P150_changes_are_listed_newest_first_and_by_the_page_in_both_directions() {
    EventId event = anEvent();
    held(event, "A-1", "A-2", "A-3", "A-4");
    assertEquals("[4, 3, 2, 1]", beginning(event, ChangeList.ALL));
    assertEquals(
        "[4, 3]>", text(changes(event, ChangeList.ALL, new Beside.Beginning(), 2, 10_000)));
    assertEquals("<[2, 1]", after(event, ChangeList.ALL, 3, 2));
    assertEquals("<[2]>", after(event, ChangeList.ALL, 3, 1));
    assertEquals("<[]", after(event, ChangeList.ALL, 1, 2));
    assertEquals("<[3, 2]>", before(event, ChangeList.ALL, 1, 2));
    assertEquals("<[2]>", before(event, ChangeList.ALL, 1, 1));
    assertEquals("[4, 3]>", before(event, ChangeList.ALL, 2, 2));
    assertEquals("[]>", before(event, ChangeList.ALL, 4, 2));
  }

  @Test
  default void P151_in_the_order_of_numbers_a_number_that_no_entry_has_stands_where_it_would() {
    EventId event = anEvent();
    held(event, "A-1", "A-2");
    assertEquals("[2, 1]", after(event, ChangeList.ALL, 77, 5));
    assertEquals("[]>", before(event, ChangeList.ALL, 77, 5));
    assertEquals("<[]", after(event, ChangeList.ALL, 0, 5));
    assertEquals("[2, 1]", before(event, ChangeList.ALL, 0, 5));
  }

  @Test
  default void P152_what_leaves_the_status_as_it_was_is_not_listed() {
    EventId event =
        anEventOf(
            "A-1 held",
            "A-1 extended",
            "A-1 tagged",
            "A-1 booked",
            "A-1 changed foo",
            "A-1 released",
            "A-1 changed free",
            "A-1 expired");
    assertEquals("[8, 7, 6, 5, 4, 1]", beginning(event, ChangeList.ALL));
    assertEquals("<[1]", after(event, ChangeList.ALL, 3, 5));
    assertEquals("[8, 7, 6, 5, 4]>", before(event, ChangeList.ALL, 2, 5));
  }

  @Test
  default void P153_a_part_of_a_label_is_looked_for_as_it_is_written() {
    EventId event = anEventOf("A-1 held", "a-1 held", "A_1 held", "%A-1% held", "BA-12 held");
    assertEquals("[5, 4, 1]", beginning(event, list("A-1", ChangeList.Key.NUMBER, true)));
    assertEquals("[3]", beginning(event, list("_", ChangeList.Key.NUMBER, true)));
    assertEquals("[4]", beginning(event, list("%", ChangeList.Key.NUMBER, true)));
    assertEquals("[]", beginning(event, list("C", ChangeList.Key.NUMBER, true)));
    assertEquals("<[1]", after(event, list("A-1", ChangeList.Key.NUMBER, true), 3, 5));
    assertEquals("[5, 4]>", before(event, list("A-1", ChangeList.Key.NUMBER, true), 3, 5));
  }

  @Test
  default void P154_one_objects_changes_are_those_of_its_very_label() {
    EventId event = anEventOf("A-1 held", "A-11 held", "A-1 released", "a-1 held", "A-1 booked");
    assertEquals("[5, 3, 1]", beginning(event, of("A-1")));
    assertEquals("<[3]>", after(event, of("A-1"), 4, 1));
    assertEquals("[5]>", before(event, of("A-1"), 3, 1));
    assertEquals("[]", beginning(event, of("A")));
    ChangeList both =
        new ChangeList(Optional.of("A-11"), "A-1", new Order(ChangeList.Key.OBJECT, false), "held");
    assertEquals("[2]", beginning(event, both));
  }

  @Test
  default void P155_by_label_they_stand_in_the_order_of_characters_and_then_newest_first() {
    EventId event =
        anEventOf(
            "A-2 held",
            "a held",
            "A-10 held",
            "\uff5e held",
            "A-2 booked",
            "\ud83d\ude00 held",
            "B held",
            "A held",
            "\ud83d\ude01 held");
    assertEquals(
        "[8, 3, 5, 1, 7, 2, 4, 6, 9]", beginning(event, sorted(ChangeList.Key.OBJECT, false)));
    assertEquals(
        "[9, 6, 4, 2, 7, 5, 1, 3, 8]", beginning(event, sorted(ChangeList.Key.OBJECT, true)));
  }

  @Test
  default void P156_by_status_they_stand_in_the_order_of_words_and_then_newest_first() {
    EventId event =
        anEventOf(
            "A-1 held",
            "A-1 released",
            "B-1 booked",
            "A-3 held",
            "A-2 booked",
            "A-4 booked lolzor",
            "A-4 changed Foo",
            "A-5 expired",
            "A-6 booked zzz");
    assertEquals(
        "[7, 5, 3, 8, 2, 6, 4, 1, 9]", beginning(event, sorted(ChangeList.Key.STATUS, false)));
    assertEquals(
        "[9, 4, 1, 6, 8, 2, 5, 3, 7]", beginning(event, sorted(ChangeList.Key.STATUS, true)));
    ChangeList asHeld =
        new ChangeList(Optional.empty(), "", new Order(ChangeList.Key.STATUS, false), "held");
    assertEquals("[7, 5, 3, 8, 2, 4, 1, 6, 9]", beginning(event, asHeld));
  }

  @Test
  default void P157_by_time_what_happened_at_once_stands_newest_first() {
    EventId event = anEventOf("A-1 held", "A-2 held");
    moveClock(Duration.ofSeconds(1));
    entries(event, "A-1 booked", "A-2 booked", "A-3 booked");
    moveClock(Duration.ofSeconds(1));
    entries(event, "A-1 released");
    assertEquals("[2, 1, 5, 4, 3, 6]", beginning(event, sorted(ChangeList.Key.TIME, false)));
    assertEquals("[6, 5, 4, 3, 2, 1]", beginning(event, sorted(ChangeList.Key.TIME, true)));
  }

  @Test
  default void P158_pages_meet_in_every_order_and_from_both_ends() {
    EventId event =
        anEventOf("A-2 held", "A-1 held", "A-1 booked", "A-3 held", "B-1 booked", "A-2 tagged");
    moveClock(Duration.ofSeconds(1));
    entries(event, "A-1 released", "A-2 released", "A-3 extended", "A-2 booked foo");
    for (ChangeList.Key key : ChangeList.Key.values()) {
      for (boolean descending : List.of(true, false)) {
        if (descending || key != ChangeList.Key.NUMBER) {
          assertPagesMeet(event, list("A", key, descending));
        }
      }
    }
  }

  private void assertPagesMeet(EventId event, ChangeList list) {
    List<JournalEntry> all =
        changes(event, list, new Beside.Beginning(), 100, Portion.USUAL_BYTES).items();
    assertEquals(7, all.size(), list::toString);
    for (int size = 1; size <= 4; size++) {
      List<JournalEntry> forward = new ArrayList<>();
      Slice<JournalEntry> page =
          changes(event, list, new Beside.Beginning(), size, Portion.USUAL_BYTES);
      forward.addAll(page.items());
      while (page.hasLater()) {
        long last = page.items().getLast().seq();
        page = changes(event, list, new Beside.After(last), size, Portion.USUAL_BYTES);
        assertEquals(true, page.hasEarlier());
        forward.addAll(page.items());
      }
      assertEquals(all, forward, list::toString);
      List<JournalEntry> backward = new ArrayList<>(page.items());
      while (page.hasEarlier()) {
        long first = page.items().getFirst().seq();
        page = changes(event, list, new Beside.Before(first), size, Portion.USUAL_BYTES);
        assertEquals(true, page.hasLater());
        backward.addAll(0, page.items());
      }
      assertEquals(all, backward, list::toString);
    }
  }

  @Test
  default void P159_beside_what_is_not_listed_is_where_it_would_stand() {
    EventId event =
        anEventOf("A-1 held", "B-2 booked", "C-3 held", "B-9 extended", "D-4 held", "B-1 booked");
    ChangeList noB = list("-", ChangeList.Key.OBJECT, false);
    assertEquals("<[3, 5]", after(event, noB, 4, 5));
    assertEquals("[1, 6, 2]>", before(event, noB, 4, 5));
    assertEquals("<[6]>", after(event, noB, 1, 1));
    ChangeList onlyC = list("C", ChangeList.Key.OBJECT, false);
    assertEquals("[3]", after(event, onlyC, 2, 5));
    assertEquals("[]>", before(event, onlyC, 2, 5));
    assertEquals("<[]", after(event, onlyC, 5, 5));
    assertEquals("[3]", before(event, onlyC, 5, 5));
    for (ChangeList.Key key :
        List.of(ChangeList.Key.OBJECT, ChangeList.Key.STATUS, ChangeList.Key.TIME)) {
      String all = beginning(event, sorted(key, false));
      assertEquals(all, after(event, sorted(key, false), 99, 9));
      assertEquals("[]>", before(event, sorted(key, false), 99, 9));
    }
  }

  @Test
  default void P160_a_slice_ends_with_the_entry_that_reaches_its_bytes_from_either_side() {
    EventId event = anEvent();
    change(
        event,
        Set.of(),
        draft -> draft.logTexts(744).logTexts(744).logTexts(16_000).logTexts(244).logTexts(244));
    Beside beginning = new Beside.Beginning();
    assertEquals("[5, 4]>", text(changes(event, ChangeList.ALL, beginning, 9, 501)));
    assertEquals("[5]>", text(changes(event, ChangeList.ALL, beginning, 9, 500)));
    assertEquals("[5]>", text(changes(event, ChangeList.ALL, beginning, 1, 5_000)));
    assertEquals("[5, 4, 3]>", text(changes(event, ChangeList.ALL, beginning, 9, 1_001)));
    Beside beforeFirst = new Beside.Before(0);
    assertEquals("<[1]", text(changes(event, ChangeList.ALL, beforeFirst, 9, 1_000)));
    assertEquals("<[2, 1]", text(changes(event, ChangeList.ALL, beforeFirst, 9, 2_000)));
    assertEquals("<[3, 2, 1]", text(changes(event, ChangeList.ALL, beforeFirst, 9, 2_001)));
    ChangeList byLabel = sorted(ChangeList.Key.OBJECT, false);
    assertEquals("<[3]>", text(changes(event, byLabel, new Beside.After(4), 9, 1)));
    assertEquals("<[2]>", text(changes(event, byLabel, new Beside.Before(1), 9, 1)));
  }

  @Test
  default void P161_another_events_changes_are_not_listed_nor_those_of_none() {
    EventId event = anEventOf("A-1 held");
    EventId other = anEventOf("A-2 held", "A-3 held");
    assertEquals("[1]", beginning(event, ChangeList.ALL));
    assertEquals("[1]", beginning(event, sorted(ChangeList.Key.OBJECT, false)));
    assertEquals("[1]", after(event, sorted(ChangeList.Key.OBJECT, false), 2, 5));
    assertEquals("[2, 1]", beginning(other, sorted(ChangeList.Key.TIME, false)));
    EventId none = new EventId(Long.MAX_VALUE);
    for (ChangeList.Key key : ChangeList.Key.values()) {
      assertEquals("[]", beginning(none, sorted(key, true)));
      assertEquals("[]", after(none, sorted(key, true), 1, 5));
      assertEquals("[]", before(none, sorted(key, true), 1, 5));
    }
  }
}
