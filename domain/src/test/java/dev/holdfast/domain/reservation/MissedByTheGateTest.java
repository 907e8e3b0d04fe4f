package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate did not hear of, and who pays for it (I11). */
final class MissedByTheGateTest {
  private final House house = House.open();
  private final House other = house.nodeAtTheSameGate();

  private void gateIsAway() {
    house.port.before = TroubledGate.away();
  }

  private void gateIsBack() {
    house.port.before = () -> {};
  }

  /** As many misses as it takes, and all that is told meanwhile is told nobody. */
  private void gateIsLeftAlone() {
    gateIsAway();
    for (int seat = 11; house.gate.isOpen(); seat++) {
      accepted(house.hold("eve", "A-" + seat));
    }
  }

  @Test
  void I11_a_node_does_not_believe_a_gate_that_has_missed_what_the_node_knows() {
    accepted(house.hold("ada", "A-1"));
    gateIsAway();
    accepted(house.book("ada", "A-1"));
    accepted(house.free("A-1"));
    accepted(house.hold("ada", Duration.ofSeconds(1), "A-1"));
    gateIsBack();
    house.tick(Gate.REST.plus(SeatLockPort.PATIENCE));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void I11_it_is_believed_of_the_other_seats_all_the_same() {
    accepted(house.hold("ada", "A-1", "A-2"));
    gateIsAway();
    accepted(house.release("ada", "A-1"));
    gateIsBack();
    int begun = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-2", 1), refused(house.hold("bob", "A-1", "A-2")));
    assertEquals(begun, house.ledger.begun.size());
    assertEquals(0, house.gate.retell());
    accepted(other.hold("bob", "A-1"));
  }

  @Test
  void I11_a_release_that_the_gate_has_missed_is_told_again_as_soon_as_it_answers() {
    accepted(house.hold("ada", "A-1"));
    gateIsAway();
    accepted(house.release("ada", "A-1"));
    assertEquals(1, house.gate.retell());
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(other.hold("bob", "A-1")));
    gateIsBack();
    assertEquals(0, house.gate.retell());
    accepted(other.hold("bob", "A-1"));
  }

  @Test
  void I11_what_happens_while_the_gate_is_left_alone_is_told_when_it_is_asked_again() {
    accepted(house.hold("ada", "A-1"));
    gateIsLeftAlone();
    accepted(house.release("ada", "A-1"));
    gateIsBack();
    int calls = house.port.calls.size();
    house.gate.retell();
    assertEquals(calls, house.port.calls.size());
    house.tick(Gate.REST);
    assertEquals(0, house.gate.retell());
    accepted(other.hold("bob", "A-1"));
  }

  @Test
  void I11_the_end_of_a_short_hold_that_the_gate_has_missed_ends_the_longer_one_before() {
    accepted(house.hold("ada", "A-1"));
    gateIsAway();
    accepted(house.extend("ada", Duration.ofSeconds(2), "A-1"));
    gateIsBack();
    house.tick(Duration.ofSeconds(2));
    house.gate.retell();
    accepted(other.hold("bob", "A-1"));
  }

  /** The ledger is away when the token has passed, and the gate when that is to be taken back. */
  private void claimInVain(String token, String seat) {
    house.ledger.before(
        Step.BEGIN,
        () -> {
          house.hall.store.breakDown();
          gateIsAway();
        });
    assertThrows(ReservationFailure.Overloaded.class, () -> house.hold(token, seat));
    house.hall.store.repair();
  }

  @Test
  void I11_a_claim_that_came_to_nothing_is_taken_back_as_soon_as_the_gate_hears_it() {
    claimInVain("ada", "A-1");
    gateIsBack();
    assertEquals(new Refusal.AlreadyHeld("A-1", 0), refused(other.hold("bob", "A-1")));
    accepted(house.hold("bob", "A-1"));
    accepted(house.release("bob", "A-1"));
    assertEquals(0, house.gate.retell());
    accepted(other.hold("eve", "A-1"));
  }

  @Test
  void a_claim_that_was_not_made_is_not_taken_back() {
    gateIsLeftAlone();
    int waiting = house.gate.retell();
    claimInVain("ada", "A-1");
    assertEquals(waiting, house.gate.retell());
  }

  @Test
  void what_a_token_has_claimed_anew_is_not_taken_back() {
    claimInVain("ada", "A-1");
    gateIsBack();
    accepted(house.hold("ada", "A-1"));
    int calls = house.port.calls.size();
    assertEquals(0, house.gate.retell());
    assertEquals(calls, house.port.calls.size());
  }

  @Test
  void what_is_told_again_undoes_nothing_that_is_newer() {
    accepted(house.hold("ada", "A-1"));
    gateIsAway();
    accepted(house.release("ada", "A-1"));
    house.locks.forget();
    accepted(other.hold("bob", "A-1"));
    gateIsBack();
    assertEquals(0, house.gate.retell());
    int begun = house.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-1", 3), refused(house.hold("eve", "A-1")));
    assertEquals(begun, house.ledger.begun.size());
  }

  @Test
  void what_newer_news_have_overtaken_is_not_told_again() {
    accepted(house.hold("ada", "A-1"));
    gateIsAway();
    accepted(house.release("ada", "A-1"));
    gateIsBack();
    accepted(house.hold("ada", "A-1"));
    int calls = house.port.calls.size();
    assertEquals(0, house.gate.retell());
    assertEquals(calls, house.port.calls.size());
  }

  @Test
  void a_gate_that_stays_away_is_tried_once_a_second_and_what_has_lapsed_is_told_no_more() {
    accepted(house.hold("ada", "A-1"));
    gateIsLeftAlone();
    accepted(house.release("ada", "A-1"));
    int calls = house.port.calls.size();
    for (int rounds = 0; rounds < 40; rounds++) {
      house.tick(Gate.RETELLING);
      house.gate.retell();
    }
    assertEquals(calls + 10, house.port.calls.size());
    house.tick(MissedNews.LIFE.minusSeconds(10));
    house.gate.retell();
    assertEquals(calls + 11, house.port.calls.size());
    house.tick(Gate.REST);
    assertEquals(0, house.gate.retell());
    assertEquals(calls + 11, house.port.calls.size());
  }

  @Test
  void I11_a_gathered_hold_is_not_told_after_its_release() {
    List<Runnable> late = new ArrayList<>();
    House lazy = House.open(late::add);
    accepted(lazy.hold("ada", "A-1"));
    accepted(lazy.release("ada", "A-1"));
    lazy.locks.forget();
    late.forEach(Runnable::run);
    accepted(lazy.hold("bob", "A-1"));
  }
}
