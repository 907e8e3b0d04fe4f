package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.seat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hold on its way past the gate into the ledger. */
final class HoldingTest {
  private final House house = House.open();

  @Test
  void who_comes_too_late_is_refused_at_the_gate_and_troubles_no_ledger() {
    accepted(house.hold("ada", "A-1"));
    int begun = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-2", "A-1")));
    accepted(house.book("ada", "A-1"));
    assertEquals(new Refusal.AlreadyTaken("A-1", 2), refused(house.hold("bob", "A-1")));
    assertEquals(begun + 1, house.ledger.begun.size());
  }

  @Test
  void the_same_token_passes_its_own_entries_and_gets_its_hold_again() {
    List<HeldObject> first = accepted(house.hold("ada", "A-1", "A-2"));
    house.tick(Duration.ofSeconds(5));
    assertEquals(first, accepted(house.hold("ada", "A-1", "A-2")));
    assertEquals(2, house.journal().size());
  }

  @Test
  void general_admission_and_mixed_holds_ask_no_gate() {
    accepted(house.hold("ada", places(4)));
    accepted(house.hold("ada", seat("A-1"), places(1)));
    assertEquals(0, house.port.calls.stream().filter("claim"::equals).count());
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-1")));
  }

  @Test
  void after_a_refusal_by_the_ledger_its_own_entries_are_gone_and_the_gate_has_learned() {
    accepted(house.hold("ada", "A-2"));
    house.locks.forget();
    assertEquals(new Refusal.AlreadyHeld("A-2", 1), refused(house.hold("bob", "A-1", "A-2")));
    int begun = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-2", 1), refused(house.hold("eve", "A-2")));
    assertEquals(begun, house.ledger.begun.size());
    accepted(house.hold("eve", "A-1"));
  }

  @Test
  void after_trouble_with_the_ledger_its_own_entries_are_gone() {
    house.hall.store.breakDown();
    house.ledger.before(Step.BEGIN, () -> assertEquals(1, house.locks.countLive()));
    assertThrows(StoreFailure.Unavailable.class, () -> house.hold("ada", "A-1"));
    house.hall.store.repair();
    house.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    assertThrows(ReservationFailure.Broken.class, () -> house.hold("ada", "A-1"));
    assertEquals(0, house.locks.countLive());
  }

  @Test
  void an_overloaded_ledger_takes_back_the_entries_too() {
    for (int tries = 0; tries < 200; tries++) {
      house.ledger.before(
          Step.LOCK, TroubledLedger.fail(() -> new StoreFailure.Unavailable("planned", null)));
    }
    assertThrows(ReservationFailure.Overloaded.class, () -> house.hold("ada", "A-1"));
    assertEquals(0, house.locks.countLive());
  }

  @Test
  void a_hold_that_was_kept_from_the_gate_is_learned_when_the_gate_is_told() {
    List<Runnable> later = new ArrayList<>();
    House lazy = House.open(later::add);
    accepted(lazy.hold("ada", "A-1"));
    assertEquals(1, later.size());
    lazy.tick(Duration.ofSeconds(10));
    int begun = lazy.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(lazy.hold("bob", "A-1")));
    assertEquals(begun + 1, lazy.ledger.begun.size());
    later.forEach(Runnable::run);
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(lazy.hold("bob", "A-1")));
    assertEquals(begun + 1, lazy.ledger.begun.size());
  }

  @Test
  void I11_a_short_holds_entry_lives_no_longer_than_the_hold() {
    List<Runnable> dropped = new ArrayList<>();
    House lazy = House.open(dropped::add);
    accepted(lazy.hold("ada", Duration.ofSeconds(2), "A-1"));
    lazy.tick(Duration.ofSeconds(2));
    accepted(lazy.hold("bob", "A-1"));
  }

  @Test
  void I11_a_hold_the_gate_hears_of_after_its_deadline_blocks_nobody() {
    List<Runnable> late = new ArrayList<>();
    House lazy = House.open(late::add);
    accepted(lazy.hold("ada", Duration.ofSeconds(2), "A-1"));
    lazy.tick(Duration.ofSeconds(2));
    late.forEach(Runnable::run);
    accepted(lazy.hold("bob", "A-1"));
  }

  @Test
  void a_seat_that_spoils_the_whole_hold_keeps_nobody_from_the_others() {
    house.ledger.poison("A-11", () -> new StoreFailure.Rejected("planned", null));
    assertThrows(ReservationFailure.Broken.class, () -> house.hold("ada", "A-11", "A-12"));
    accepted(house.hold("bob", "A-12"));
  }
}
