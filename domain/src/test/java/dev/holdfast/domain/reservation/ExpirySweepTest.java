package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.reservation.ExpirySweep.Round;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExpirySweepTest {
  private final House house = House.open(Hall.plan(800, 10));
  private final ExpirySweep sweep = new ExpirySweep(house.hall.ledger, house.desks);

  private long ends() {
    return house.journal().stream().filter(e -> e.kind() == JournalKind.EXPIRED).count();
  }

  private void holdMany(String token, int first, int count, Duration ttl) {
    String[] seats =
        IntStream.range(first, first + count).mapToObj(n -> "A-" + n).toArray(String[]::new);
    accepted(house.hold(token, ttl, seats));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void I7_what_has_lapsed_is_ended_once_and_the_rest_is_left() {
    holdMany("ada", 1, 3, seconds(60));
    holdMany("bob", 4, 3, seconds(61));
    accepted(house.hold("eve", places(4)));
    house.tick(seconds(60));
    assertEquals(new Round(3, 3, 0), sweep.sweep());
    assertEquals(new Round(0, 0, 0), sweep.sweep());
    house.tick(House.TEN_MINUTES);
    assertEquals(new Round(4, 4, 0), sweep.sweep());
    assertEquals(7, ends());
    assertFalse(sweep.sweep().isFull());
  }

  @Test
  void I7_sweeps_of_three_nodes_that_found_the_same_end_each_hold_once() {
    holdMany("ada", 1, 5, seconds(60));
    house.tick(seconds(60));
    House second = house.otherNode();
    House third = house.otherNode();
    int[] ended = new int[2];
    house.ledger.before(
        Step.BEGIN,
        () -> {
          ended[0] = new ExpirySweep(second.hall.ledger, second.desks).sweep().ended();
          ended[1] = new ExpirySweep(third.hall.ledger, third.desks).sweep().ended();
        });
    assertEquals(new Round(5, 0, 0), sweep.sweep());
    assertEquals(5, ended[0] + ended[1]);
    assertEquals(5, ends());
  }

  @Test
  void I7_after_an_outage_over_the_deadline_the_first_sweep_tells_of_it() {
    holdMany("ada", 1, 2, seconds(60));
    house.hall.store.breakDown();
    house.tick(Duration.ofHours(3));
    assertThrows(StoreFailure.Unavailable.class, sweep::sweep);
    house.hall.store.repair();
    assertEquals(2, sweep.sweep().ended());
  }

  @Test
  void many_holds_of_one_event_are_ended_in_several_commands() {
    for (int part = 0; part < 4; part++) {
      holdMany("t" + part, 1 + part * 200, 200, seconds(60));
    }
    house.tick(seconds(60));
    assertEquals(new Round(800, 800, 0), sweep.sweep());
    assertEquals(800, ends());
  }

  @Test
  void I10_trouble_with_one_event_keeps_no_other_waiting() {
    Event saturday = house.hall.event("evt_saturday");
    holdMany("ada", 1, 1, seconds(60));
    accepted(
        house.reservations.hold(
            saturday, House.request("bob", seconds(60), List.of(House.seat("A-2"))), Origin.OWN));
    house.tick(seconds(60));
    house.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    assertEquals(new Round(2, 1, 1), sweep.sweep());
    assertEquals(0, ends());
    assertEquals(2, house.hall.ledger.journal(saturday.id(), 0, Portion.of(10)).entries().size());
  }

  @Test
  void an_event_that_another_has_locked_is_left_to_it_or_to_the_next_round() {
    holdMany("ada", 1, 1, seconds(60));
    house.tick(seconds(60));
    try (LedgerTransaction busy = house.hall.ledger.begin(new CommitId(new UUID(5, 5)))) {
      busy.lock(new LockWish(Optional.of(house.friday.id()), new TreeSet<>()));
      assertEquals(new Round(1, 0, 0), sweep.sweep());
    }
    assertEquals(new Round(1, 1, 0), sweep.sweep());
  }
}
