package dev.holdfast.domain.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.inmemory.HandClock;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final HandClock clock = new HandClock(-7);
  private final Deadlines deadlines = Deadlines.start(clock);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Who still waits shall not be waited for: that would hide why. */
  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Future<String> waiting(CompletableFuture<String> answer) {
    return threads.submit(() -> deadlines.await(answer, PATIENCE));
  }

  private static <T> T soon(Future<T> future) throws Exception {
    return future.get(ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Test
  void an_answer_that_is_there_is_given_whatever_the_time() throws Exception {
    CompletableFuture<String> there = CompletableFuture.completedFuture("here");
    assertEquals("here", deadlines.await(there, Duration.ofSeconds(-1)));
  }

  @Test
  void an_answer_that_comes_is_given() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<String> waiting = waiting(answer);
    answer.complete("here");
    assertEquals("here", soon(waiting));
  }

  @Test
  void a_failure_comes_as_it_is() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    IllegalStateException broken = new IllegalStateException("broken");
    Future<String> waiting = waiting(answer);
    answer.completeExceptionally(broken);
    ExecutionException told = assertThrows(ExecutionException.class, () -> soon(waiting));
    assertSame(broken, Objects.requireNonNull(told.getCause()).getCause());
  }

  @Test
  void who_has_waited_long_enough_is_told_and_the_answer_may_still_come_to_others()
      throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<String> early = waiting(answer);
    advanceUntilDone(early, PATIENCE.dividedBy(2));
    assertTrue(early.exceptionNow() instanceof TimeoutException);
    assertFalse(answer.isDone());
    Future<String> late = waiting(answer);
    answer.complete("here");
    assertEquals("here", soon(late));
  }

  /** It may begin to wait after a step, and then waits from there. */
  private void advanceUntilDone(Future<?> waiting, Duration step) throws Exception {
    long end = System.nanoTime() + ENOUGH.toNanos();
    while (!waiting.isDone()) {
      assertTrue(System.nanoTime() - end < 0, "it still waits");
      clock.advance(step);
      Thread.sleep(Deadlines.TICK);
    }
  }

  @Test
  void a_crowd_that_is_answered_while_others_give_up_loses_nobody() throws Exception {
    List<Future<String>> answered = new ArrayList<>();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      answers.add(answer);
      answered.add(waiting(answer));
      if (i % 3 == 0) {
        clock.advance(PATIENCE.dividedBy(100_000));
      }
    }
    answers.forEach(answer -> answer.complete("here"));
    for (Future<String> each : answered) {
      assertEquals("here", soon(each));
    }
  }

  @Test
  void who_has_less_patience_than_those_who_wait_already_is_told_before_them() throws Exception {
    Duration little = PATIENCE.dividedBy(1_000_000);
    for (int round = 0; round < 5; round++) {
      Future<String> patient = waiting(new CompletableFuture<>());
      Future<String> impatient =
          threads.submit(() -> deadlines.await(new CompletableFuture<>(), little));
      advanceUntilDone(impatient, little);
      assertTrue(impatient.exceptionNow() instanceof TimeoutException);
      assertFalse(patient.isDone());
    }
  }

  @Test
  void the_thread_that_rests_wakes_up_for_the_next_who_waits() throws Exception {
    for (int round = 0; round < 5; round++) {
      Future<String> waiting = waiting(new CompletableFuture<>());
      advanceUntilDone(waiting, PATIENCE);
      assertTrue(waiting.exceptionNow() instanceof TimeoutException);
    }
  }

  /** All waits of a process hang on one thread. */
  @Test
  void trouble_in_one_look_ends_none_of_the_later_ones() throws Exception {
    Deadlines troubled = Deadlines.start(new TroubledOnce(clock));
    Future<String> waiting =
        threads.submit(() -> troubled.await(new CompletableFuture<>(), PATIENCE));
    advanceUntilDone(waiting, PATIENCE);
    assertTrue(waiting.exceptionNow() instanceof TimeoutException);
  }

  /** Fails whoever first asks it on behalf of the others. */
  private record TroubledOnce(TimeSource sound, AtomicBoolean failed) implements TimeSource {
    TroubledOnce(TimeSource sound) {
      this(sound, new AtomicBoolean());
    }

    @Override
    public Instant now() {
      return sound.now();
    }

    @Override
    public long nanos() {
      boolean keeper = Thread.currentThread().getName().equals("deadlines");
      if (keeper && failed.compareAndSet(false, true)) {
        throw new IllegalStateException("planned");
      }
      return sound.nanos();
    }
  }

  @Test
  void who_is_interrupted_stops_waiting() {
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class, () -> deadlines.await(new CompletableFuture<>(), PATIENCE));
  }
}
