package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** P58 to P71, P103, P162 and P163: the picture of an event, and the holds that are over. */
public interface SeatLedgerPictureRules extends SeatLedgerRules {
  Duration SHORT = Duration.ofMinutes(1);

  private static List<String> labels(EventPicture picture) {
    return picture.seats().stream().map(Seat::label).toList();
  }

  @Test
  default void P58_an_event_that_does_not_exist_has_no_picture() {
    assertEquals(Optional.empty(), ledger().picture(new EventId(Long.MAX_VALUE)));
  }

  @Test
  default void P59_an_untouched_event_has_an_empty_picture() {
    assertUntouched(anEvent());
  }

  @Test
  default void P60_a_picture_shows_what_is_held_and_what_is_taken() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    AreaRecord held = heldPlaces(event, "floor", ANN, 3, QUARTER);
    AreaRecord taken = bookedPlaces(event, "floor", BEN, 4);
    aHeldSeat(anEvent(), "A-9", ANN, QUARTER);
    EventPicture picture = picture(event);
    assertEquals(List.of(seat(event, "A-1"), seat(event, "A-2")), picture.seats());
    assertEquals(List.of(new Area("floor", 3, 100, 3, 4)), picture.areas());
    assertEquals(List.of(held, taken), picture.records());
    assertEquals(head(event).seq(), picture.seq());
    assertEquals(5, picture.seq());
  }

  @Test
  default void P61_a_picture_leaves_out_what_is_free_again() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aFreedSeat(event, "A-1");
    AreaRecord record = heldPlaces(event, "floor", ANN, 3, QUARTER);
    change(event, Set.of("floor"), draft -> draft.endHold(record));
    EventPicture picture = picture(event);
    assertEquals(List.of(), picture.seats());
    assertEquals(List.of(), picture.records());
    assertEquals(List.of(new Area("floor", 2, 100, 0, 0)), picture.areas());
    assertEquals(4, picture.seq());
  }

  @Test
  default void P62_a_picture_leaves_out_lapsed_holds_swept_or_not() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    aHeldSeat(event, "A-2", ANN, SHORT.multipliedBy(2));
    heldPlaces(event, "floor", ANN, 3, SHORT);
    AreaRecord longer = heldPlaces(event, "floor", BEN, 4, SHORT.multipliedBy(2));
    moveClock(SHORT);
    EventPicture picture = picture(event);
    assertEquals(List.of("A-2"), labels(picture));
    assertEquals(List.of(longer), picture.records());
    assertEquals(7, picture.areas().getFirst().held(), "lapsed places count until they are ended");
  }

  @Test
  default void P63_a_deadline_is_exclusive() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    Instant until = ((Held) seat(event, "A-1").state()).until();
    moveClock(SHORT.minusSeconds(30));
    assertEquals(List.of("A-1"), labels(picture(event)));
    assertEquals(List.of(), ledger().due(10));
    moveClock(Duration.between(now(event), until));
    assertEquals(List.of(), labels(picture(event)));
    assertEquals(1, ledger().due(10).size());
  }

  @Test
  default void P64_a_picture_is_in_order_whatever_the_labels() {
    EventId event = anEvent();
    Set<String> labels =
        new TreeSet<>(
            List.of("b-1", "B-1", "a-1", "A-2", "A-10", "A 1", "\u00e4-1", "Z-1", "\u7b2c3\u5217"));
    List<String> backwards = List.copyOf(labels).reversed();
    change(event, labels, draft -> backwards.forEach(label -> draft.hold(label, ANN, QUARTER)));
    List<String> areas = List.of("pit", "Pit", "floor", "balcony");
    for (String area : areas) {
      heldPlaces(event, area, ANN, 1, QUARTER);
    }
    for (String area : areas) {
      heldPlaces(event, area, BEN, 1, QUARTER);
    }
    EventPicture picture = picture(event);
    assertEquals(List.copyOf(labels), labels(picture));
    assertEquals(
        List.copyOf(new TreeSet<>(areas)), picture.areas().stream().map(Area::key).toList());
    List<AreaRecord> sorted = new ArrayList<>();
    new TreeSet<>(areas).forEach(area -> sorted.addAll(wholeArea(event, area)));
    assertEquals(8, sorted.size());
    assertEquals(sorted, picture.records());
  }

  @Test
  default void P162_a_picture_of_some_objects_shows_these_and_no_others() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    aBookedSeat(event, "A-3", BEN);
    heldPlaces(event, "floor", ANN, 3, QUARTER);
    bookedPlaces(event, "pit", BEN, 4);
    EventPicture all = picture(event);
    EventPicture some = pictureOf(event, Set.of("A-3", "A-1", "A-9", "floor", "a-2"));
    assertEquals(all.seq(), some.seq());
    assertEquals(
        all.seats().stream().filter(seat -> !seat.label().equals("A-2")).toList(), some.seats());
    assertEquals(List.of("floor"), some.areas().stream().map(Area::key).toList());
    assertEquals(List.of("floor"), some.records().stream().map(AreaRecord::area).toList());
    EventPicture none = pictureOf(event, Set.of());
    assertEquals(List.of(), none.seats());
    assertEquals(List.of(), none.areas());
    assertEquals(List.of(), none.records());
    assertEquals(Optional.empty(), ledger().picture(new EventId(Long.MAX_VALUE), Set.of("A-1")));
    moveClock(QUARTER);
    assertEquals(List.of(), pictureOf(event, Set.of("A-1", "floor")).seats());
    assertEquals(List.of(), pictureOf(event, Set.of("A-1", "floor")).records());
  }

  @Test
  default void P163_a_picture_of_some_objects_has_a_bound() {
    EventId event = anEvent();
    Set<String> most =
        IntStream.range(0, SeatLedgerPort.MAX_PICTURED)
            .mapToObj(n -> "A-" + n)
            .collect(Collectors.toSet());
    assertEquals(List.of(), pictureOf(event, most).seats());
    most.add("B-1");
    assertThrows(IllegalArgumentException.class, () -> ledger().picture(event, most));
  }

  private EventPicture pictureOf(EventId event, Set<String> objects) {
    return SeatLedgerRules.again(() -> ledger().picture(event, objects)).orElseThrow();
  }

  @Test
  default void P65_a_picture_tells_the_ledgers_time() {
    EventId event = anEvent();
    Instant before = now(event);
    moveClock(Duration.ofHours(3));
    assertFalse(now(event).isBefore(before.plus(Duration.ofHours(3))));
  }

  @Test
  default void P66_due_are_the_holds_that_are_over_and_not_ended() {
    EventId event = anEvent();
    EventId other = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    aHeldSeat(event, "A-2", ANN, QUARTER);
    aBookedSeat(event, "A-3", ANN);
    aHeldSeat(other, "A-1", ANN, SHORT);
    AreaRecord places = heldPlaces(other, "floor", ANN, 3, SHORT);
    bookedPlaces(other, "floor", ANN, 3);
    assertEquals(List.of(), ledger().due(10));
    moveClock(SHORT);
    DueHold first = new DueHold(event, "A-1", holdOf(seat(event, "A-1")));
    DueHold second = new DueHold(other, "A-1", holdOf(seat(other, "A-1")));
    DueHold third = new DueHold(other, "floor", ((Held) places.state()).hold());
    SeatLedgerRules.assertEach(Set.of(first, second, third), ledger().due(10));
    aFreedSeat(event, "A-1");
    change(other, Set.of("A-1"), draft -> draft.book("A-1", ANN));
    change(other, Set.of("floor"), draft -> draft.endHold(places));
    assertEquals(List.of(), ledger().due(10));
  }

  private static long holdOf(Seat seat) {
    return ((Held) seat.state()).hold();
  }

  @Test
  default void P67_due_names_the_very_hold_that_is_over() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    moveClock(SHORT);
    long first = holdOf(seat(event, "A-1"));
    change(event, Set.of("A-1"), draft -> draft.free("A-1").hold("A-1", BEN, SHORT));
    assertEquals(List.of(), ledger().due(10));
    moveClock(SHORT);
    long second = holdOf(seat(event, "A-1"));
    assertFalse(first == second);
    assertEquals(List.of(new DueHold(event, "A-1", second)), ledger().due(10));
  }

  @Test
  default void P68_an_extended_hold_is_due_at_its_new_deadline() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    Held held = (Held) seat(event, "A-1").state();
    Held longer = held.extend(held.until().plus(SHORT));
    change(event, Set.of("A-1"), draft -> draft.put("A-1", longer));
    moveClock(SHORT);
    assertEquals(List.of(), ledger().due(10));
    assertEquals(List.of("A-1"), labels(picture(event)));
    moveClock(SHORT);
    assertEquals(1, ledger().due(10).size());
  }

  @Test
  default void P69_due_is_oldest_first_and_bounded() {
    EventId one = anEvent();
    EventId two = anEvent();
    aHeldSeat(one, "third", ANN, SHORT.multipliedBy(3));
    heldPlaces(two, "second", ANN, 5, SHORT.multipliedBy(2));
    aHeldSeat(two, "first", ANN, SHORT);
    aHeldSeat(one, "fourth", ANN, SHORT.multipliedBy(4));
    moveClock(SHORT.multipliedBy(5));
    List<String> oldestFirst = List.of("first", "second", "third", "fourth");
    for (int limit = 1; limit <= 4; limit++) {
      assertEquals(oldestFirst.subList(0, limit), due(limit));
    }
    assertEquals(oldestFirst, due(10_000));
    assertThrows(IllegalArgumentException.class, () -> ledger().due(0));
    assertThrows(IllegalArgumentException.class, () -> ledger().due(10_001));
  }

  private List<String> due(int limit) {
    return ledger().due(limit).stream().map(DueHold::object).toList();
  }

  @Test
  default void P70_a_sale_is_never_due_however_old() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, SHORT);
    change(
        event,
        Set.of("A-1"),
        draft -> {
          Held held = (Held) draft.seat("A-1").state();
          draft.put("A-1", held.book(draft.now(), null, SeatLedgerDraft.TAG.extraData()));
        });
    moveClock(Duration.ofDays(400));
    assertEquals(List.of(), ledger().due(10));
    assertEquals(1, picture(event).seats().size());
    assertEquals(Taken.BOOKED, picture(event).seats().getFirst().state().word());
  }

  @Test
  default void P103_holds_of_events_that_are_left_out_are_not_due_and_take_no_place() {
    EventId stuck = anEvent();
    EventId other = anEvent();
    aHeldSeat(stuck, "A-1", ANN, SHORT);
    heldPlaces(stuck, "floor", ANN, 2, SHORT);
    moveClock(Duration.ofSeconds(1));
    aHeldSeat(other, "A-1", ANN, SHORT);
    heldPlaces(other, "floor", ANN, 2, SHORT);
    moveClock(SHORT);
    assertEquals(4, ledger().due(10, Set.of()).size());
    List<DueHold> rest = ledger().due(2, Set.of(stuck));
    assertEquals(2, rest.size());
    assertTrue(rest.stream().allMatch(each -> each.event().equals(other)));
    assertEquals(List.of(), ledger().due(10, Set.of(stuck, other)));
  }

  @Test
  default void P71_a_deleted_event_leaves_nothing_behind() {
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, CatalogRules.fresh("chart")).key();
    EventId event = anEvent(workspace, chart, "gala").id();
    aHeldSeat(event, "A-1", ANN, SHORT);
    aBookedSeat(event, "A-2", ANN);
    bookedPlaces(event, "floor", ANN, 3);
    heldPlaces(event, "floor", ANN, 3, SHORT);
    moveClock(SHORT);
    assertEquals(2, ledger().due(10).size());
    catalog().deleteEvent(workspace, "gala");
    assertEquals(Optional.empty(), ledger().picture(event));
    assertEquals(List.of(), ledger().due(10));
    assertEquals(List.of(), ledger().journal(event, 0, Portion.of(10)).entries());
    EventId next = anEvent(workspace, chart, "gala").id();
    assertUntouched(next);
    assertEquals(Optional.empty(), ledger().picture(event));
  }
}
