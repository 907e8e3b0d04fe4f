package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.reservation.MissedWithdrawals.Claimed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MissedWithdrawalsTest {
  private static final EventId FRIDAY = new EventId(1);
  private static final Claimed ADA = new Claimed(FRIDAY, House.token("ada"));
  private static final Claimed BOB = new Claimed(FRIDAY, House.token("bob"));

  private final MissedWithdrawals missed = new MissedWithdrawals();

  @Test
  void each_token_s_entries_wait_until_it_is_heard_that_they_are_taken_back() {
    missed.add(ADA, List.of("A-1", "A-2"), 0);
    missed.add(BOB, List.of("A-1"), 0);
    missed.add(BOB, List.of("A-1"), 0);
    assertEquals(Map.of(ADA, List.of("A-1", "A-2"), BOB, List.of("A-1")), missed.next(10, 0));
    missed.forget(ADA, List.of("A-1", "A-2"));
    assertTrue(missed.isAbout(FRIDAY, "A-1"));
    assertFalse(missed.isAbout(FRIDAY, "A-2"));
    missed.forget(BOB, List.of("A-1", "A-9"));
    assertFalse(missed.isAbout(FRIDAY, "A-1"));
    assertEquals(0, missed.size());
  }

  @Test
  void those_that_are_missed_again_keep_nobody_else_waiting() {
    missed.add(ADA, List.of("A-1"), 0);
    missed.add(BOB, List.of("A-2"), 0);
    assertEquals(Map.of(ADA, List.of("A-1")), missed.next(1, 0));
    assertEquals(Map.of(BOB, List.of("A-2")), missed.next(1, 0));
    assertEquals(Map.of(ADA, List.of("A-1")), missed.next(1, 0));
  }

  @Test
  void entries_that_have_lapsed_are_not_taken_back() {
    missed.add(ADA, List.of("A-1"), 5);
    long last = 5 + SeatLockPort.MAX_TTL.toNanos();
    assertEquals(Map.of(ADA, List.of("A-1")), missed.next(10, last));
    assertEquals(Map.of(), missed.next(10, last + 1));
    assertFalse(missed.isAbout(FRIDAY, "A-1"));
  }

  @Test
  void I10_when_there_is_no_room_what_has_waited_longest_is_dropped() {
    missed.add(ADA, List.of("A-1", "A-2"), 0);
    List<String> many =
        IntStream.range(0, MissedWithdrawals.MAX_ENTRIES - 1).mapToObj(n -> "B-" + n).toList();
    missed.add(BOB, many, 0);
    assertEquals(MissedWithdrawals.MAX_ENTRIES, missed.size());
    assertFalse(missed.isAbout(FRIDAY, "A-1"));
    assertTrue(missed.isAbout(FRIDAY, "A-2"));
  }
}
