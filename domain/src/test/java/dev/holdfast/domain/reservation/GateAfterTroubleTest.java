package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What the gate is left with when a hold or an extension takes an unusual way. */
final class GateAfterTroubleTest {
  private final House house = House.open(Hall.plan(3, 4));

  @Test
  void a_hold_refused_after_the_layout_moved_leaves_no_entry_of_its_own() {
    house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(2, 4)));
    assertEquals(new Refusal.UnknownObject("A-3"), refused(house.hold("ada", "A-2", "A-3")));
    accepted(house.hold("bob", "A-2"));
  }

  @Test
  void a_hold_given_up_because_the_layout_kept_moving_leaves_no_entry_of_its_own() {
    for (int n = 0; n < 20; n++) {
      house.ledger.before(Step.LOCK, () -> house.hall.publish(Hall.plan(3, 4)));
    }
    assertThrows(PortFailure.class, () -> house.hold("ada", "A-2"));
    assertEquals(0, house.locks.countLive());
  }

  @Test
  void a_whole_token_shortened_is_known_at_the_gate_before_it_is_answered() {
    accepted(house.hold("ada", "A-1"));
    accepted(house.extendAll("ada", Duration.ofSeconds(2)));
    house.tick(Duration.ofSeconds(2));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void a_background_with_no_room_left_spoils_no_hold_that_was_made() {
    House full =
        House.open(_ -> {
          throw new RejectedExecutionException("planned");
        });
    accepted(full.hold("ada", "A-1"));
  }

  @Test
  void a_gate_with_a_bug_is_as_good_as_none() {
    house.port.before =
        () -> {
          throw new IllegalStateException("planned");
        };
    accepted(house.hold("ada", "A-1"));
    accepted(house.release("ada", "A-1"));
  }
}
