package dev.holdfast.domain.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Invariant I6: free, held and taken always add up to the capacity. */
final class AreaTest {
  private static final Area FLOOR = new Area("floor", 5, 100, 30, 20);

  @Test
  void an_untouched_area_is_all_free() {
    assertEquals(new Area("floor", 0, 100, 0, 0), Area.untouched("floor", 100));
    assertEquals(100, Area.untouched("floor", 100).free());
  }

  @Test
  void places_go_from_free_to_held_to_taken_to_free() {
    Area held = FLOOR.hold(10);
    assertEquals(new Area("floor", 6, 100, 40, 20), held);
    Area taken = held.book(10);
    assertEquals(new Area("floor", 7, 100, 30, 30), taken);
    Area freed = taken.release(10);
    assertEquals(new Area("floor", 8, 100, 30, 20), freed);
    assertEquals(50, FLOOR.free());
    assertEquals(40, held.free());
    assertEquals(40, taken.free());
    assertEquals(50, freed.free());
  }

  @Test
  void held_places_may_end_unsold() {
    assertEquals(new Area("floor", 6, 100, 25, 20), FLOOR.endHold(5));
  }

  @Test
  void a_touched_area_has_a_new_version_and_the_same_counters() {
    assertEquals(new Area("floor", 6, 100, 30, 20), FLOOR.touch());
  }

  @Test
  void the_last_place_can_be_held_and_no_more() {
    assertEquals(0, FLOOR.hold(50).free());
    assertThrows(IllegalArgumentException.class, () -> FLOOR.hold(51));
    assertThrows(IllegalArgumentException.class, () -> FLOOR.hold(Integer.MAX_VALUE));
  }

  @Test
  void nothing_is_booked_or_ended_that_is_not_held_or_released_that_is_not_taken() {
    assertThrows(IllegalArgumentException.class, () -> FLOOR.book(31));
    assertThrows(IllegalArgumentException.class, () -> FLOOR.endHold(31));
    assertThrows(IllegalArgumentException.class, () -> FLOOR.release(21));
  }

  @Test
  void counters_that_do_not_fit_are_no_area() {
    assertThrows(IllegalArgumentException.class, () -> new Area("floor", 1, 10, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Area("floor", 1, 10, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new Area("floor", 1, 10, 6, 5));
    int most = Integer.MAX_VALUE;
    assertThrows(IllegalArgumentException.class, () -> new Area("floor", 1, most, most, most));
  }

  @Test
  void a_larger_layout_makes_room() {
    assertEquals(new Area("floor", 5, 120, 30, 20), FLOOR.withLayoutCapacity(120));
  }

  @Test
  void a_smaller_layout_takes_nothing_away_from_anybody() {
    assertEquals(60, FLOOR.withLayoutCapacity(60).capacity());
    Area full = FLOOR.withLayoutCapacity(10);
    assertEquals(new Area("floor", 5, 50, 30, 20), full);
    assertEquals(0, full.free());
  }

  @Test
  void a_record_is_of_places_that_are_held_or_taken() {
    Held held = aHold();
    assertThrows(IllegalArgumentException.class, () -> new AreaRecord("floor", 1, 0, held));
    assertThrows(
        IllegalArgumentException.class, () -> new AreaRecord("floor", 1, 2, SeatState.FREE));
  }

  @Test
  void a_record_grows_and_changes_under_its_number() {
    AreaRecord record = new AreaRecord("floor", 7, 2, aHold());
    Held longer = aHold().extend(Instant.EPOCH.plusSeconds(99));
    assertEquals(new AreaRecord("floor", 7, 5, longer), record.plus(3, longer));
    assertEquals(new AreaRecord("floor", 7, 2, longer), record.becomes(longer));
  }

  private static Held aHold() {
    Instant until = Instant.EPOCH.plusSeconds(60);
    Tag tag = new Tag(null, ExtraData.NONE);
    return SeatState.FREE.hold(new HoldToken("ann"), 7, Instant.EPOCH, until, tag);
  }
}
