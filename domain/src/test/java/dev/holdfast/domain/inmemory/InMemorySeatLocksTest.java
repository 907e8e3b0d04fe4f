package dev.holdfast.domain.inmemory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.contract.SeatLockContract;
import dev.holdfast.domain.contract.SeatLockRules;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews.NowHeld;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InMemorySeatLocksTest extends SeatLockContract {
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** Just before the nanoseconds wrap around, so that every test crosses that point. */
  private final HandClock clock = new HandClock(Long.MAX_VALUE - 1_000_000);

  private final InMemorySeatLocks memory = new InMemorySeatLocks(clock, PATIENT, 1_000);

  private boolean opened;

  /** The first port is the memory whose entries are counted; what else is opened is another. */
  @Override
  public SeatLockPort open() {
    if (opened) {
      return new InMemorySeatLocks(clock, PATIENT, 1_000);
    }
    opened = true;
    return memory;
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public int entries() {
    return memory.countLive();
  }

  @Override
  public void breakBackend() {
    memory.setReachable(false);
  }

  @Override
  public void repairBackend() {
    memory.setReachable(true);
  }

  @Override
  public Duration moment() {
    return Duration.ofSeconds(2);
  }

  /** Nothing costs time here. */
  @Override
  public int episodes() {
    return 100;
  }

  @Test
  void at_its_very_end_an_entry_is_over_and_not_a_nanosecond_before() {
    memory.claim(EVENT, ANN, List.of("A-1"), moment());
    memory.learn(EVENT, List.of(new NowHeld("A-2", 1, ANN, moment())));
    clock.advance(moment().minusNanos(1));
    assertInstanceOf(Blocked.class, claim(BEN, "A-1"));
    assertInstanceOf(Blocked.class, claim(BEN, "A-2"));
    clock.advance(Duration.ofNanos(1));
    assertPasses(BEN, "A-1", "A-2");
  }

  @Test
  void a_full_gate_lets_pass_without_remembering_and_keeps_what_it_has_up_to_date() {
    for (int i = 0; i < 5; i++) {
      memory.claim(new EventId(i), ANN, SeatLockRules.mostSeats(), LONG);
    }
    assertEquals(1_000, memory.countStored());
    assertPasses(ANN, "new");
    assertPasses(BEN, "new");
    learn(SeatLockRules.taken("new", 1));
    assertPasses(CAT, "new");

    EventId known = new EventId(1);
    memory.learn(known, List.of(SeatLockRules.taken("7", 1)));
    assertInstanceOf(Blocked.class, memory.claim(known, ANN, List.of("7"), LONG));
    assertEquals(new Passed(), memory.claim(known, ANN, List.of("new", "8"), LONG));
    assertEquals(1_000, memory.countStored());

    pass(LONG);
    for (int i = 0; i < 5; i++) {
      memory.withdraw(EVENT, ANN, List.of("x"));
    }
    assertPasses(ANN, "new");
    assertHeld("new", 0);
  }

  @Test
  void lapsed_entries_leave_the_memory_by_calls_for_any_event() {
    for (int i = 0; i < 500; i++) {
      memory.claim(new EventId(i), ANN, List.of("A-1"), moment());
    }
    assertEquals(500, memory.countStored());
    passMoment();
    for (int i = 0; i < 260; i++) {
      memory.withdraw(new EventId(-1), ANN, List.of("A-1"));
    }
    assertEquals(0, memory.countStored());
    assertTrue(memory.countEvents() <= 1, "events without entries are forgotten");
  }

  @Test
  void a_stream_of_new_events_does_not_grow_the_memory() {
    for (int i = 0; i < 20_000; i++) {
      clock.advance(Duration.ofMillis(10));
      memory.claim(new EventId(i), ANN, List.of("A-1"), moment());
    }
    assertTrue(memory.countStored() <= 500, () -> memory.countStored() + " entries");
    assertTrue(memory.countEvents() <= 500, () -> memory.countEvents() + " events");
  }

  @Test
  void forgetting_everything_lets_the_next_pass() {
    assertPasses(ANN, "A-1");
    memory.forget();
    assertEquals(0, memory.countStored());
    assertPasses(BEN, "A-1");
  }

  @Test
  void whoever_cannot_get_the_events_lock_in_time_goes_on_without_the_gate() throws Exception {
    StoppedClock stopped = new StoppedClock();
    try (InMemorySeatLocks busy = new InMemorySeatLocks(stopped, Duration.ofMillis(1), 10)) {
      busy.claim(EVENT, ANN, List.of("A-1"), LONG);
      Thread victim = Thread.ofPlatform().unstarted(() -> claimOn(busy, CAT));
      stopped.victim = victim;
      victim.start();
      stopped.reached.await();
      assertThrows(GateUnavailable.class, () -> claimOn(busy, BEN));
      stopped.goOn.countDown();
      victim.join();
    }
  }

  private static void claimOn(InMemorySeatLocks locks, HoldToken token) {
    locks.claim(EVENT, token, List.of("A-2"), LONG);
  }

  /** Stops one thread while it holds the event's lock, as a pause of the machine would. */
  private static final class StoppedClock implements TimeSource {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    volatile @Nullable Thread victim;

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      if (Thread.currentThread().equals(victim)) {
        reached.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return 0;
    }
  }
}
