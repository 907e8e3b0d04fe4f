package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GateTest {
  private static final Duration MICRO = Duration.ofNanos(1_000);
  private final House house = House.open();
  private final Gate gate = house.gate;

  private Optional<ClaimAnswer> claim(String token) {
    return gate.claim(house.friday.id(), token(token), List.of("A-1"), House.TEN_MINUTES).answer();
  }

  private void missThrice() {
    house.port.before = TroubledGate.away();
    for (int miss = 0; miss < Gate.MISSES; miss++) {
      assertTrue(gate.isOpen());
      assertEquals(Optional.empty(), claim("ada"));
    }
    house.port.before = () -> {};
  }

  @Test
  void after_three_misses_in_a_row_it_is_left_alone_for_a_second() {
    missThrice();
    assertFalse(gate.isOpen());
    int calls = house.port.calls.size();
    house.tick(Gate.REST.minus(MICRO));
    assertEquals(Optional.empty(), claim("ada"));
    assertEquals(calls, house.port.calls.size());
    house.tick(MICRO);
    assertTrue(gate.isOpen());
    assertInstanceOf(ClaimAnswer.Passed.class, claim("ada").orElseThrow());
    assertInstanceOf(ClaimAnswer.Blocked.class, claim("bob").orElseThrow());
  }

  @Test
  void after_the_rest_one_caller_tries_while_the_others_still_go_without() {
    missThrice();
    house.tick(Gate.REST);
    int calls = house.port.calls.size();
    house.port.before =
        () -> {
          house.port.before = () -> {};
          assertFalse(gate.isOpen());
          assertEquals(Optional.empty(), claim("bob"));
        };
    assertTrue(claim("ada").isPresent());
    assertEquals(calls + 1, house.port.calls.size());
    assertTrue(claim("ada").isPresent());
  }

  @Test
  void a_trial_that_fails_costs_another_second() {
    missThrice();
    house.tick(Gate.REST);
    house.port.before = TroubledGate.away();
    assertEquals(Optional.empty(), claim("ada"));
    assertFalse(gate.isOpen());
    house.port.before = () -> {};
    house.tick(Gate.REST.minus(MICRO));
    assertEquals(Optional.empty(), claim("ada"));
    house.tick(MICRO);
    assertTrue(claim("ada").isPresent());
  }

  @Test
  void two_misses_and_an_answer_are_no_reason_to_leave_it_alone() {
    for (int round = 0; round < 5; round++) {
      house.port.before = TroubledGate.away();
      claim("ada");
      claim("ada");
      house.port.before = () -> {};
      assertTrue(claim("ada").isPresent());
    }
    assertTrue(gate.isOpen());
  }

  @Test
  void an_answer_later_than_its_patience_counts_as_a_miss_but_is_used() {
    house.port.after = () -> house.tick(SeatLockPort.PATIENCE);
    for (int n = 0; n < 5; n++) {
      assertTrue(claim("ada").isPresent());
    }
    house.port.after = () -> house.tick(SeatLockPort.PATIENCE.plus(MICRO));
    for (int miss = 0; miss < Gate.MISSES; miss++) {
      assertInstanceOf(ClaimAnswer.Passed.class, claim("ada").orElseThrow());
    }
    assertFalse(gate.isOpen());
  }

  @Test
  void withdrawing_and_telling_news_count_their_misses_too_and_never_fail() {
    house.port.before = TroubledGate.away();
    List<SeatNews> news = List.of(new SeatNews.NowFree("A-1", 3));
    gate.learn(house.friday.id(), news, house.hall.clock.nanos());
    gate.withdraw(house.friday.id(), token("ada"), List.of("A-1"));
    gate.learn(house.friday.id(), news, house.hall.clock.nanos());
    assertFalse(gate.isOpen());
    gate.learn(house.friday.id(), news, house.hall.clock.nanos());
    assertEquals(List.of("learn 1", "withdraw", "learn 1"), house.port.calls);
  }

  @Test
  void no_news_is_not_told_and_much_news_is_told_in_parts() {
    gate.learn(house.friday.id(), List.of(), 0);
    List<SeatNews> much =
        IntStream.range(0, 401)
            .<SeatNews>mapToObj(n -> new SeatNews.NowTaken("A-" + n, 1))
            .toList();
    gate.learn(house.friday.id(), much, 0);
    assertEquals(List.of("learn 200", "learn 200", "learn 1"), house.port.calls);
  }

  @Test
  void I11_an_entry_lives_ten_seconds_at_most_and_no_longer_than_the_hold_asked_for() {
    gate.claim(house.friday.id(), token("ada"), List.of("A-1"), Duration.ofHours(1));
    gate.claim(house.friday.id(), token("ada"), List.of("A-2"), Duration.ofSeconds(3));
    assertEquals(2, house.locks.countLive());
    house.tick(Duration.ofSeconds(3));
    assertEquals(1, house.locks.countLive());
    house.tick(Duration.ofSeconds(7));
    assertEquals(0, house.locks.countLive());
  }

  @Test
  void I11_a_hold_told_late_keeps_its_seat_from_others_no_longer_than_its_deadline() {
    SeatNews held = new SeatNews.NowHeld("A-1", 1, token("ada"), Duration.ofSeconds(5));
    house.tick(Duration.ofSeconds(3));
    gate.learn(house.friday.id(), List.of(held), 0);
    house.tick(Duration.ofSeconds(2).minus(MICRO));
    assertInstanceOf(ClaimAnswer.Blocked.class, claim("bob").orElseThrow());
    house.tick(MICRO);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
  }

  @Test
  void I11_a_hold_told_after_its_deadline_is_no_news_but_what_came_with_it_is() {
    SeatNews over = new SeatNews.NowHeld("A-1", 1, token("ada"), Duration.ofSeconds(5));
    house.tick(Duration.ofSeconds(5));
    gate.learn(house.friday.id(), List.of(over), 0);
    assertEquals(List.of(), house.port.calls);
    gate.learn(house.friday.id(), List.of(over, new SeatNews.NowFree("A-2", 1)), 0);
    assertEquals(List.of("learn 1"), house.port.calls);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
  }

  @Test
  void I11_a_long_hold_told_late_keeps_its_seat_from_others_no_longer_than_one_told_in_time() {
    SeatNews held = new SeatNews.NowHeld("A-1", 1, token("ada"), House.TEN_MINUTES);
    house.tick(Duration.ofSeconds(9));
    gate.learn(house.friday.id(), List.of(held), 0);
    house.tick(Duration.ofSeconds(1).minus(MICRO));
    assertInstanceOf(ClaimAnswer.Blocked.class, claim("bob").orElseThrow());
    house.tick(MICRO);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
    gate.learn(house.friday.id(), List.of(held), 0);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
  }

  @Test
  void a_sale_is_news_for_one_second_and_a_freed_seat_always() {
    SeatNews sold = new SeatNews.NowTaken("A-1", 2);
    house.tick(Duration.ofSeconds(1).plus(MICRO));
    gate.learn(house.friday.id(), List.of(sold), 0);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
    gate.learn(house.friday.id(), List.of(sold), MICRO.toNanos());
    assertInstanceOf(ClaimAnswer.Blocked.class, claim("bob").orElseThrow());
    house.tick(Duration.ofSeconds(8));
    gate.learn(house.friday.id(), List.of(new SeatNews.NowFree("A-1", 3)), 0);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
  }

  @Test
  void I11_news_too_old_to_keep_anybody_away_end_what_the_gate_knew_before_and_nothing_else() {
    SeatNews before = new SeatNews.NowHeld("A-1", 1, token("ada"), House.TEN_MINUTES);
    SeatNews same = new SeatNews.NowTaken("A-2", 2);
    gate.learn(house.friday.id(), List.of(before, same), house.hall.clock.nanos());
    house.tick(Duration.ofSeconds(2));
    SeatNews over = new SeatNews.NowHeld("A-1", 2, token("eve"), Duration.ofSeconds(1));
    gate.learn(house.friday.id(), List.of(over, same), 0);
    assertInstanceOf(ClaimAnswer.Passed.class, claim("bob").orElseThrow());
    assertEquals(
        Optional.of(new ClaimAnswer.Blocked(List.of(new BlockedSeat("A-2", true, 2)))),
        gate.claim(house.friday.id(), token("bob"), List.of("A-2"), House.TEN_MINUTES).answer());
  }

  @Test
  void whether_it_answers_is_asked_beside_all_counting() {
    assertTrue(gate.answers());
    house.locks.setReachable(false);
    for (int ask = 0; ask < 5; ask++) {
      assertFalse(gate.answers());
    }
    assertTrue(gate.isOpen());
  }

  @Test
  void I11_a_gate_that_does_not_hear_of_everything_turns_nobody_away_and_goes_on_learning() {
    boolean[] current = {false};
    Gate own = new Gate(house.port, () -> current[0], house.hall.clock);
    List<SeatNews> taken = List.of(new SeatNews.NowTaken("A-1", 1));
    own.learn(house.friday.id(), taken, house.hall.clock.nanos());
    assertEquals(
        Optional.empty(),
        own.claim(house.friday.id(), token("ada"), List.of("A-1"), House.TEN_MINUTES).answer());
    current[0] = true;
    assertInstanceOf(
        ClaimAnswer.Blocked.class,
        own.claim(house.friday.id(), token("ada"), List.of("A-1"), House.TEN_MINUTES)
            .answer()
            .orElseThrow());
  }
}
