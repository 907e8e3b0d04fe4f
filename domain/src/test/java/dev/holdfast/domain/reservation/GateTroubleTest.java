package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Seed;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the gate, the answers stay true (I5, I11). */
final class GateTroubleTest {
  private final House house = House.open();

  @Test
  void I5_with_the_gate_away_everything_goes_on_and_the_ledger_refuses() {
    house.locks.setReachable(false);
    accepted(house.hold("ada", "A-1"));
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-1")));
    accepted(house.extend("ada", Duration.ofMinutes(1), "A-1"));
    accepted(house.book("ada", "A-1"));
    assertEquals(new Refusal.AlreadyTaken("A-1", 3), refused(house.hold("bob", "A-1")));
    accepted(house.free("A-1"));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void I5_two_nodes_whose_gates_know_nothing_of_each_other_sell_a_seat_once() {
    House other = house.otherNode();
    accepted(house.hold("ada", "A-1"));
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(other.hold("bob", "A-1")));
    accepted(other.book("ada", "A-1"));
    assertEquals(1, other.journal().stream().filter(e -> e.kind().word().equals("booked")).count());
  }

  @Test
  void I11_a_seat_freed_behind_the_gates_back_is_refused_for_ten_seconds_at_most() {
    House other = house.otherNode();
    accepted(house.hold("ada", "A-1"));
    accepted(other.release("ada", "A-1"));
    assertEquals(new Refusal.AlreadyHeld("A-1", 1), refused(house.hold("bob", "A-1")));
    house.tick(Duration.ofSeconds(10));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void I11_a_claim_made_by_a_gate_that_did_not_answer_costs_others_ten_seconds_at_most() {
    house.port.after = TroubledGate.away();
    house.hall.store.breakDown();
    try {
      house.hold("ada", "A-1");
    } catch (RuntimeException planned) {
      assertEquals(0, house.locks.countLive());
    }
    house.hall.store.repair();
    house.port.after = () -> {};
    house.tick(Duration.ofSeconds(10));
    accepted(house.hold("bob", "A-1"));
  }

  @Test
  void late_news_of_a_release_does_not_open_the_gate_to_a_seat_that_was_held_anew() {
    List<Runnable> late = new ArrayList<>();
    House lazy = House.open(late::add);
    accepted(lazy.hold("ada", "A-1"));
    accepted(lazy.release("ada", "A-1"));
    accepted(lazy.hold("bob", "A-1"));
    late.getLast().run();
    late.getFirst().run();
    int begun = lazy.ledger.begun.size();
    assertEquals(new Refusal.AlreadyHeld("A-1", 3), refused(lazy.hold("eve", "A-1")));
    assertEquals(begun, lazy.ledger.begun.size());
  }

  @Test
  void I4_I5_I11_a_gate_lost_or_flushed_at_any_moment_changes_no_answers_truth() {
    Seed seed = Seed.choose();
    seed.play(() -> new Storm(seed.random()).play(400));
  }

  /** Random buyers, and a gate that fails before calls, after calls, and forgets. */
  private static final class Storm {
    private static final List<String> TOKENS = List.of("ada", "bob", "eve");
    private final House house = House.open();
    private final Random random;
    private final Map<String, String> holders = new HashMap<>();

    Storm(Random random) {
      this.random = random;
      house.port.before = this::weather;
      house.port.after = this::weather;
    }

    private void weather() {
      switch (random.nextInt(8)) {
        case 0 -> TroubledGate.away().run();
        case 1 -> house.locks.forget();
        case 2 -> house.tick(Duration.ofMillis(60));
        default -> {}
      }
    }

    void play(int steps) {
      for (int step = 0; step < steps; step++) {
        step("A-" + (1 + random.nextInt(4)), TOKENS.get(random.nextInt(3)));
        house.journal();
      }
      house.port.before = () -> {};
      house.port.after = () -> {};
      house.tick(Duration.ofSeconds(10));
      for (int seat = 1; seat <= 4; seat++) {
        String label = "A-" + seat;
        assertEquals(!holders.containsKey(label), isAccepted(house.hold("zoe", label)), label);
      }
    }

    /** Nothing lapses here, so who has a seat is known without looking. */
    private void step(String seat, String token) {
      String holder = holders.getOrDefault(seat, "nobody");
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          boolean held = isAccepted(house.hold(token, Duration.ofHours(20), seat));
          assertTrue(!held || holder.equals("nobody") || holder.equals(token), seat);
          if (held) {
            holders.put(seat, token);
            assertHeld(seat, token);
          }
        }
        case 2 -> {
          boolean released = isAccepted(house.release(token, seat));
          assertEquals(holder.equals(token), released, seat);
          if (released) {
            holders.remove(seat);
          }
        }
        default -> {
          Duration ttl = Duration.ofHours(20);
          Extension extension = accepted(house.extend(token, ttl, seat));
          assertEquals(holder.equals(token), extension.lost().isEmpty(), seat);
        }
      }
    }

    private void assertHeld(String label, String token) {
      List<Seat> seats = house.reservations.picture(house.friday.id()).orElseThrow().seats();
      Seat seat = seats.stream().filter(e -> e.label().equals(label)).findFirst().orElseThrow();
      assertEquals(token, ((SeatState.Held) seat.state()).token().value());
    }

    private static boolean isAccepted(Outcome<?> outcome) {
      return outcome instanceof Outcome.Accepted<?>;
    }
  }
}
