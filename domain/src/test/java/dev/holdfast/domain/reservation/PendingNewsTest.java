package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.SeatNews.NowFree;
import dev.holdfast.domain.port.SeatNews.NowHeld;
import dev.holdfast.domain.port.SeatNews.NowTaken;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.PendingNews.Bundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PendingNewsTest {
  private static final EventId FRIDAY = new EventId(1);
  private static final EventId SATURDAY = new EventId(2);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final PendingNews pending = new PendingNews();

  private static NowHeld held(String label, long version, int seconds) {
    return new NowHeld(label, version, House.token("ada"), Duration.ofSeconds(seconds));
  }

  @Test
  void holds_made_while_the_gate_was_busy_are_told_in_one_call_an_event() {
    List<Runnable> later = new ArrayList<>();
    House house = House.open(later::add);
    for (int seat = 1; seat <= 5; seat++) {
      accepted(house.hold("t" + seat, "A-" + seat));
    }
    house.port.calls.clear();
    later.forEach(Runnable::run);
    assertEquals(List.of("learn 5"), house.port.calls);
    house.tick(Duration.ofSeconds(9));
    int begun = house.ledger.begun.size();
    for (int seat = 1; seat <= 5; seat++) {
      assertEquals(
          new Refusal.AlreadyHeld("A-" + seat, 1), refused(house.hold("eve", "A-" + seat)));
    }
    assertEquals(begun, house.ledger.begun.size());
  }

  @Test
  void each_event_has_its_own_and_they_take_turns_in_order() {
    pending.add(FRIDAY, List.of(held("A-1", 1, 5)), 0);
    pending.add(SATURDAY, List.of(held("A-1", 1, 5)), 0);
    pending.add(FRIDAY, List.of(held("A-2", 1, 5)), 0);
    assertEquals(
        new Bundle(FRIDAY, List.of(held("A-1", 1, 5), held("A-2", 1, 5)), 0),
        pending.next().orElseThrow());
    assertEquals(new Bundle(SATURDAY, List.of(held("A-1", 1, 5)), 0), pending.next().orElseThrow());
    assertEquals(Optional.empty(), pending.next());
  }

  @Test
  void of_one_seat_only_the_newest_is_told() {
    pending.add(FRIDAY, List.of(held("A-1", 3, 5)), SECOND);
    pending.add(FRIDAY, List.of(held("A-1", 2, 9)), 0);
    assertEquals(List.of(held("A-1", 3, 5)), pending.next().orElseThrow().news());
    pending.add(FRIDAY, List.of(held("A-1", 3, 5)), 0);
    pending.add(FRIDAY, List.of(new NowFree("A-1", 4)), SECOND);
    assertEquals(List.of(new NowFree("A-1", 4)), pending.next().orElseThrow().news());
  }

  @Test
  void I11_a_hold_told_with_later_ones_is_believed_no_longer_than_if_it_had_been_told_alone() {
    pending.add(FRIDAY, List.of(held("A-1", 1, 5), held("A-2", 1, 2), held("A-3", 1, 900)), 0);
    pending.add(FRIDAY, List.of(held("B-1", 1, 5)), 2 * SECOND);
    Bundle bundle = pending.next().orElseThrow();
    assertEquals(2 * SECOND, bundle.asOf());
    assertEquals(List.of(held("A-1", 1, 3), held("A-3", 1, 8), held("B-1", 1, 5)), bundle.news());
  }

  @Test
  void a_sale_is_not_passed_off_as_fresher_than_it_is() {
    pending.add(FRIDAY, List.of(new NowTaken("A-1", 2), new NowFree("A-2", 2)), 0);
    pending.add(FRIDAY, List.of(new NowTaken("A-3", 2)), SECOND);
    assertEquals(
        List.of(new NowFree("A-1", 1), new NowFree("A-2", 2), new NowTaken("A-3", 2)),
        pending.next().orElseThrow().news());
  }

  @Test
  void I11_what_waits_of_a_seat_is_not_told_after_newer_news_that_did_not_wait() {
    pending.add(FRIDAY, List.of(held("A-1", 1, 5), held("A-2", 3, 5)), 0);
    pending.add(SATURDAY, List.of(held("A-1", 1, 5)), 0);
    pending.overtake(FRIDAY, List.of(new NowFree("A-1", 2), new NowFree("A-2", 2)));
    pending.overtake(SATURDAY, List.of(new NowFree("A-1", 2)));
    assertEquals(new Bundle(FRIDAY, List.of(held("A-2", 3, 5)), 0), pending.next().orElseThrow());
    assertEquals(Optional.empty(), pending.next());
  }

  @Test
  void I10_when_there_is_no_room_the_oldest_is_dropped() {
    pending.add(FRIDAY, List.of(held("A-1", 1, 5), held("A-2", 1, 5)), 0);
    List<SeatNews> many =
        IntStream.range(0, PendingNews.MAX_SEATS - 1)
            .<SeatNews>mapToObj(n -> held("B-" + n, 1, 5))
            .toList();
    pending.add(SATURDAY, many, 0);
    assertEquals(List.of(held("A-2", 1, 5)), pending.next().orElseThrow().news());
    pending.add(SATURDAY, List.of(held("C-1", 1, 5), held("C-2", 1, 5)), 0);
    List<SeatNews> kept = pending.next().orElseThrow().news();
    assertEquals(PendingNews.MAX_SEATS, kept.size());
    assertTrue(!kept.contains(many.getFirst()));
    assertEquals(held("C-2", 1, 5), kept.getLast());
  }
}
