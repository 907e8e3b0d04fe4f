package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** L40 to L45 and L47: "no" and "broken" are two things, and nothing is left behind. */
public interface SeatLockFailureRules extends SeatLockRules {
  @Test
  default void L40_a_broken_backend_says_so_in_time_and_never_lets_pass() {
    locks().check();
    assertPasses(ANN, "A-1");
    breakBackend();
    for (Runnable call : everyCall(locks())) {
      assertTimeout(bound(), () -> assertUnavailable(call));
    }
    repairBackend();
  }

  @Test
  default void L41_a_repaired_backend_is_used_again_by_the_same_port() {
    assertPasses(ANN, "A-1");
    breakBackend();
    assertUnavailable(locks()::check);
    repairBackend();
    awaitAnswers();
    learn(SeatLockRules.taken("A-1", 3));
    assertTaken("A-1", 3);
    assertPasses(BEN, "A-2");
  }

  /** What a port sees of a repair may come a little late. */
  private void awaitAnswers() {
    long start = System.nanoTime();
    while (true) {
      try {
        locks().check();
        return;
      } catch (GateUnavailable e) {
        assertFalse(System.nanoTime() - start > Duration.ofSeconds(20).toNanos(), e::toString);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  default void L42_a_closed_port_is_broken_and_says_so() {
    SeatLockPort other = open();
    assertEquals(new Passed(), other.claim(EVENT, ANN, List.of("A-1"), LONG));
    other.close();
    other.close();
    for (Runnable call : everyCall(other)) {
      assertTimeout(bound(), () -> assertUnavailable(call));
    }
  }

  private static List<Runnable> everyCall(SeatLockPort port) {
    HoldToken token = new HoldToken("a-secret-of-ann");
    return List.of(
        port::check,
        () -> port.claim(EVENT, token, List.of("A-1"), LONG),
        () -> port.claim(EVENT, token, List.of("A-2", "A-3"), LONG),
        () -> port.withdraw(EVENT, token, List.of("A-1")),
        () -> port.learn(EVENT, List.of(SeatLockRules.held("A-1", 1, token))));
  }

  /** The text may reach a log, so the token must not be in it. */
  private static void assertUnavailable(Runnable call) {
    GateUnavailable trouble = assertThrows(GateUnavailable.class, call::run);
    for (Throwable e = trouble; e != null; e = e.getCause()) {
      assertFalse(String.valueOf(e.getMessage()).contains("a-secret-of-ann"));
    }
  }

  @Test
  default void L43_a_blocked_claim_leaves_nothing() {
    learn(SeatLockRules.taken("A-1", 1));
    for (int i = 0; i < 50; i++) {
      claim(new HoldToken("t" + i), "A-1", "B-" + i, "C-" + i);
    }
    assertEquals(1, entries());
  }

  @Test
  default void L44_never_more_entries_than_seats_however_long_it_goes_on() {
    List<String> labels = SeatLockRules.mostSeats().subList(0, 20);
    for (int round = 0; round < 20; round++) {
      long version = round + 1L;
      HoldToken token = new HoldToken("t" + round);
      locks().claim(EVENT, token, labels, LONG);
      locks().learn(EVENT, labels.stream().map(it -> news(it, version, token)).toList());
      locks().withdraw(EVENT, token, labels);
      assertEquals(labels.size(), entries());
    }
  }

  private static SeatNews news(String label, long version, HoldToken token) {
    return version % 2 == 0
        ? SeatLockRules.free(label, version)
        : SeatLockRules.held(label, version, token);
  }

  @Test
  default void L45_nothing_outlives_its_last_lock() {
    List<EventId> events = new ArrayList<>();
    for (long id = 1; id <= 20; id++) {
      EventId event = new EventId(id);
      events.add(event);
      locks().claim(event, ANN, List.of("A-1", "A-2"), moment());
      locks().learn(event, List.of(new SeatNews.NowHeld("A-3", 1, BEN, moment())));
      locks().claim(event, BEN, List.of("A-4"), LONG);
      locks().withdraw(event, BEN, List.of("A-4"));
    }
    passMoment();
    assertEquals(0, entries());
    events.forEach(it -> assertEquals(new Passed(), locks().claim(it, CAT, List.of("A-1"), LONG)));
  }

  @Test
  default void L47_another_nodes_port_sees_the_entries_if_the_gate_says_that_it_is_shared() {
    assertPasses(ANN, "A-1");
    try (SeatLockPort other = open()) {
      assertEquals(locks().isShared(), other.isShared());
      boolean isSeen = other.claim(EVENT, BEN, List.of("A-1"), LONG) instanceof Blocked;
      assertEquals(locks().isShared(), isSeen);
    }
  }
}
