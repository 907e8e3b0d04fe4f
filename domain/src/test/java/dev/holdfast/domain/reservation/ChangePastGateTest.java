package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold by a change of status on its way past the gate into the ledger. */
final class ChangePastGateTest {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private final House house = House.open();

  /** A token that nobody made is known by what it holds. */
  @BeforeEach
  void areKnown() {
    accepted(house.hold("ada", "A-1"));
    accepted(house.hold("bob", "A-9"));
  }

  private Outcome<List<ChangedObject>> change(Goal goal, Conditions conditions, String... seats) {
    List<Item> items = Arrays.stream(seats).map(each -> new Item(each, 1, null, null)).toList();
    StatusRequest request =
        new StatusRequest(goal, items, conditions, null, false, Seller.WITHOUT_CHANNELS);
    return house.reservations.change(house.friday, request, Origin.OWN, Optional.empty());
  }

  private Outcome<List<ChangedObject>> hold(String token, String... seats) {
    return change(new Goal.Hold(House.token(token), LIFE), Conditions.NONE, seats);
  }

  @Test
  void who_comes_too_late_is_refused_at_the_gate_and_troubles_no_ledger() {
    int begun = house.ledger.begun.size();
    int entries = house.locks.countLive();
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(hold("bob", "A-2", "A-1")));
    assertEquals(begun, house.ledger.begun.size());
    assertEquals(entries, house.locks.countLive());
  }

  @Test
  void what_is_taken_is_for_the_ledger_to_say() {
    accepted(change(new Goal.Take("lost", Optional.empty(), null), Conditions.NONE, "A-2"));
    accepted(hold("bob", "A-2"));
    accepted(house.book("bob", "A-2"));
    assertEquals(new Refusal.AlreadyTaken("A-2", 3), refused(hold("ada", "A-2")));
  }

  @Test
  void after_a_refusal_by_the_ledger_its_own_entries_are_gone() {
    int entries = house.locks.countLive();
    Conditions onlyLost = new Conditions(Optional.of(Set.of("lost")), Set.of());
    Goal goal = new Goal.Hold(House.token("bob"), LIFE);
    assertEquals(
        new Refusal.StatusNotAllowed("A-2", 0, "free"), refused(change(goal, onlyLost, "A-2")));
    assertEquals(entries, house.locks.countLive());
    accepted(hold("ada", "A-2"));
  }

  @Test
  void what_was_held_by_a_change_keeps_others_away_at_the_gate() {
    accepted(hold("ada", "A-2", "A-3"));
    house.tick(Duration.ofSeconds(5));
    int begun = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-3", 1), refused(house.hold("bob", "A-3")));
    assertEquals(begun, house.ledger.begun.size());
  }
}
