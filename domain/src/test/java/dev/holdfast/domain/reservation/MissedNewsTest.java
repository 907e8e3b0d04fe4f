package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.SeatNews.NowFree;
import dev.holdfast.domain.reservation.MissedNews.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MissedNewsTest {
  private static final EventId FRIDAY = new EventId(1);
  private static final EventId SATURDAY = new EventId(2);

  private final MissedNews missed = new MissedNews();

  private static Item free(String label, long version, long asOf) {
    return new Item(new NowFree(label, version), asOf);
  }

  @Test
  void of_a_seat_the_newest_waits_whichever_was_missed_first() {
    missed.add(FRIDAY, List.of(free("A-1", 3, 9)));
    missed.add(FRIDAY, List.of(free("A-1", 2, 8)));
    assertEquals(Map.of(FRIDAY, List.of(free("A-1", 3, 9))), missed.next(10, 9));
    missed.add(FRIDAY, List.of(free("A-1", 4, 10)));
    assertEquals(Map.of(FRIDAY, List.of(free("A-1", 4, 10))), missed.next(10, 10));
    assertEquals(1, missed.size());
  }

  @Test
  void what_was_heard_is_over_and_so_is_what_is_older() {
    missed.add(FRIDAY, List.of(free("A-1", 3, 0), free("A-2", 3, 0), free("A-3", 3, 0)));
    missed.add(SATURDAY, List.of(free("A-1", 3, 0)));
    missed.heard(FRIDAY, List.of(free("A-1", 3, 0), free("A-2", 4, 0), free("A-3", 2, 0)));
    assertEquals(
        Map.of(FRIDAY, List.of(free("A-3", 3, 0)), SATURDAY, List.of(free("A-1", 3, 0))),
        missed.next(10, 0));
  }

  @Test
  void those_that_are_missed_again_keep_nobody_else_waiting() {
    missed.add(FRIDAY, List.of(free("A-1", 1, 0), free("A-2", 1, 0)));
    missed.add(SATURDAY, List.of(free("A-1", 1, 0)));
    assertEquals(Map.of(FRIDAY, List.of(free("A-1", 1, 0), free("A-2", 1, 0))), missed.next(2, 0));
    assertEquals(
        Map.of(SATURDAY, List.of(free("A-1", 1, 0)), FRIDAY, List.of(free("A-1", 1, 0))),
        missed.next(2, 0));
  }

  @Test
  void only_what_is_newer_and_not_over_contradicts_the_gate() {
    missed.add(FRIDAY, List.of(free("A-1", 3, 5)));
    long last = 5 + MissedNews.LIFE.toNanos();
    assertTrue(missed.isNewer(FRIDAY, "A-1", 2, last));
    assertFalse(missed.isNewer(FRIDAY, "A-1", 3, last));
    assertFalse(missed.isNewer(SATURDAY, "A-1", 2, last));
    assertFalse(missed.isNewer(FRIDAY, "A-1", 2, last + 1));
    assertEquals(Map.of(), missed.next(10, last + 1));
    assertEquals(0, missed.size());
  }

  @Test
  void I10_when_there_is_no_room_what_has_waited_longest_is_dropped() {
    missed.add(SATURDAY, List.of(free("A-1", 1, 0), free("A-2", 1, 0)));
    List<Item> many =
        IntStream.range(0, MissedNews.MAX_SEATS - 1).mapToObj(n -> free("B-" + n, 1, 0)).toList();
    missed.add(FRIDAY, many);
    assertEquals(MissedNews.MAX_SEATS, missed.size());
    assertFalse(missed.isNewer(SATURDAY, "A-1", 0, 0));
    assertTrue(missed.isNewer(SATURDAY, "A-2", 0, 0));
  }
}
