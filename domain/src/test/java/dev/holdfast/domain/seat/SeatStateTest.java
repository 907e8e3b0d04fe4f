package dev.holdfast.domain.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SeatStateTest {
  private static final HoldToken ANN = new HoldToken("ann");
  private static final HoldToken BEN = new HoldToken("ben");
  private static final Instant NOON = Instant.parse("2026-12-31T12:00:00Z");
  private static final Instant UNTIL = NOON.plus(Duration.ofMinutes(15));

  private static Held aHold() {
    return SeatState.FREE.hold(ANN, 7, NOON, UNTIL, tag("{\"row\":1}"));
  }

  private static Tag tag(String extraData) {
    return new Tag("gold", ExtraData.ofJson(extraData));
  }

  @Test
  void a_seat_nobody_touched_is_free_and_has_no_version() {
    assertEquals(new Seat("A-1", 0, SeatState.FREE), Seat.untouched("A-1"));
  }

  @Test
  void every_change_of_a_seat_is_a_version_of_its_own() {
    Seat held = Seat.untouched("A-1").becomes(aHold());
    Seat freed = held.becomes(aHold().release(NOON));
    assertEquals(new Seat("A-1", 1, aHold()), held);
    assertEquals(new Seat("A-1", 2, SeatState.FREE), freed);
  }

  @Test
  void holding_a_free_seat_makes_it_the_tokens_until_the_deadline() {
    assertEquals(new Held(ANN, 7, NOON, UNTIL, tag("{\"row\":1}")), aHold());
  }

  @Test
  void a_deadline_is_exclusive() {
    assertTrue(aHold().liveAt(UNTIL.minusNanos(1)));
    assertFalse(aHold().liveAt(UNTIL));
    assertFalse(aHold().liveAt(UNTIL.plusNanos(1)));
  }

  @Test
  void a_hold_is_its_own_tokens_while_it_lives() {
    assertTrue(aHold().heldBy(new HoldToken("ann"), NOON));
    assertFalse(aHold().heldBy(BEN, NOON));
    assertFalse(aHold().heldBy(ANN, UNTIL));
  }

  @Test
  void extending_moves_the_deadline_only_and_may_move_it_back() {
    Instant later = UNTIL.plusSeconds(60);
    assertEquals(new Held(ANN, 7, NOON, later, aHold().tag()), aHold().extend(later));
    assertEquals(NOON.plusSeconds(1), aHold().extend(NOON.plusSeconds(1)).until());
  }

  @Test
  void booking_keeps_whose_hold_it_was_and_merges_the_extra_data() {
    Taken taken = aHold().book(NOON.plusSeconds(9), "o-1", ExtraData.ofJson("{\"vip\":true}"));
    assertEquals(
        new Taken("booked", ANN, 7, NOON.plusSeconds(9), "o-1", tag("{\"row\":1,\"vip\":true}")),
        taken);
    assertNull(aHold().book(NOON, null, ExtraData.NONE).order());
  }

  @Test
  void what_is_released_or_lapses_is_free() {
    assertSame(SeatState.FREE, aHold().release(NOON));
    assertSame(SeatState.FREE, aHold().expire(NOON));
    assertSame(SeatState.FREE, aHold().book(NOON, null, ExtraData.NONE).release(NOON));
  }

  @Test
  void a_journal_calls_a_state_by_its_word() {
    assertEquals("free", SeatState.FREE.word());
    assertEquals("held", aHold().word());
    assertEquals("booked", aHold().book(NOON, null, ExtraData.NONE).word());
    assertEquals("resale", new Taken("resale", null, 0, NOON, null, tag("{}")).word());
  }
}
