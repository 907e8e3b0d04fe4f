package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes whose own clocks are wrong: only the ledger's clock counts. */
final class SkewedClockTest {
  private final House right = House.open();

  private House wrongBy(Duration skew) {
    TimeSource own =
        new TimeSource() {
          @Override
          public Instant now() {
            return right.hall.clock.now().plus(skew);
          }

          @Override
          public long nanos() {
            return right.hall.clock.nanos() + skew.toNanos();
          }
        };
    return right.otherNode(own);
  }

  private Instant deadline(String label) {
    List<Seat> seats = right.hall.ledger.picture(right.friday.id()).orElseThrow().seats();
    return seats.stream()
        .filter(seat -> seat.label().equals(label))
        .map(seat -> ((SeatState.Held) seat.state()).until())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void a_wrong_clock_gives_and_takes_no_time(long seconds) {
    House wrong = wrongBy(Duration.ofSeconds(seconds));
    Instant now = right.hall.clock.now();
    accepted(wrong.hold("ada", House.TEN_MINUTES, "A-1"));
    assertEquals(now.plus(House.TEN_MINUTES), deadline("A-1"));
    accepted(wrong.extend("ada", Duration.ofMinutes(2), "A-1"));
    assertEquals(now.plus(Duration.ofMinutes(2)), deadline("A-1"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void a_wrong_clock_steals_no_live_hold_and_keeps_no_lapsed_one(long seconds) {
    House wrong = wrongBy(Duration.ofSeconds(seconds));
    accepted(right.hold("ada", Duration.ofMinutes(2), "A-1"));
    accepted(wrong.hold("eve", Duration.ofMinutes(2), "A-2"));
    right.tick(Duration.ofMinutes(2).minusNanos(1_000));
    assertInstanceOf(Refusal.AlreadyHeld.class, refused(wrong.hold("bob", "A-1")));
    assertEquals(0, new ExpirySweep(wrong.ledger, wrong.desks).sweep().ended());
    accepted(wrong.extend("ada", Duration.ofMinutes(2), "A-1"));
    right.tick(Duration.ofMinutes(2).minusNanos(1_000));
    accepted(right.extend("ada", Duration.ofMinutes(1), "A-1"));
    assertInstanceOf(Refusal.NotHeldByToken.class, refused(wrong.book("eve", "A-2")));
    right.tick(Duration.ofMinutes(1));
    assertInstanceOf(Refusal.NotHeldByToken.class, refused(wrong.book("ada", "A-1")));
    accepted(wrong.hold("bob", "A-1"));
    accepted(wrong.book("bob", "A-1"));
  }

  @Test
  void two_nodes_wrong_in_both_directions_agree_about_every_deadline() {
    House slow = wrongBy(Duration.ofMinutes(-5));
    House fast = wrongBy(Duration.ofMinutes(5));
    for (int n = 1; n <= 10; n++) {
      String label = "A-" + n;
      House holder = n % 2 == 0 ? slow : fast;
      House other = n % 2 == 0 ? fast : slow;
      accepted(holder.hold("ada", Duration.ofMinutes(1), label));
      right.tick(Duration.ofMinutes(1).minusNanos(1_000));
      assertInstanceOf(Refusal.AlreadyHeld.class, refused(other.hold("bob", label)));
      right.tick(Duration.ofNanos(1_000));
      assertInstanceOf(Refusal.NotHeldByToken.class, refused(holder.book("ada", label)));
      accepted(other.hold("bob", label));
      accepted(other.book("bob", label));
    }
    right.journal();
  }
}
