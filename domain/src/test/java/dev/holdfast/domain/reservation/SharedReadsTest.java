package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SharedReadsTest {
  private static final int CROWD = 200;

  private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newThreadPerTaskExecutor(this::newThread);
  private final SharedReads<String, Integer> reads = new SharedReads<>(Duration.ofSeconds(20));
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final Semaphore mayEnd = new Semaphore(0);

  @AfterEach
  void stop() {
    mayEnd.release(CROWD);
    threads.close();
  }

  @Test
  void a_crowd_that_asks_while_one_reads_shares_one_more_read() throws Exception {
    Future<Integer> first = ask("event");
    awaitWaiting(1);
    List<Future<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      crowd.add(ask("event"));
    }
    awaitWaiting(CROWD + 1);
    mayEnd.release(CROWD);

    assertEquals(1, first.get(20, TimeUnit.SECONDS));
    for (Future<Integer> each : crowd) {
      assertEquals(2, each.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void nobody_is_given_a_read_that_began_before_he_asked() throws Exception {
    Future<Integer> older = threads.submit(() -> reads.read("event", this::look));
    awaitWaiting(1);
    state.set(1);
    Future<Integer> own = threads.submit(() -> reads.read("event", this::look));
    awaitWaiting(2);
    mayEnd.release(1);
    assertEquals(0, older.get(20, TimeUnit.SECONDS));
    awaitWaiting(1);

    // His own has begun: whoever asks now is too late for that, too.
    state.set(2);
    Future<Integer> later = threads.submit(() -> reads.read("event", this::look));
    awaitWaiting(2);
    mayEnd.release(2);
    assertEquals(1, own.get(20, TimeUnit.SECONDS));
    assertEquals(2, later.get(20, TimeUnit.SECONDS));
  }

  private int look() {
    int seen = state.get();
    slowly();
    return seen;
  }

  @Test
  void questions_do_not_wait_for_each_other() throws Exception {
    Future<Integer> stuck = ask("one");
    awaitWaiting(1);

    assertEquals(7, reads.read("other", () -> 7));
    mayEnd.release();
    assertEquals(1, stuck.get(20, TimeUnit.SECONDS));
  }

  @Test
  void a_read_that_fails_fails_for_all_who_shared_it_and_for_nobody_else() throws Exception {
    StoreFailure gone = new StoreFailure.Unavailable("gone", null);
    Future<Integer> first = ask("event");
    awaitWaiting(1);
    List<Future<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      crowd.add(
          threads.submit(() ->
              reads.read(
                  "event",
                  () -> {
                    throw gone;
                  })));
    }
    awaitWaiting(4);
    mayEnd.release(2);

    assertEquals(1, first.get(20, TimeUnit.SECONDS));
    for (Future<Integer> each : crowd) {
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> each.get(20, TimeUnit.SECONDS));
      assertSame(gone, failed.getCause());
    }
    assertEquals(7, reads.read("event", () -> 7));
  }

  @Test
  void whoever_waits_too_long_for_the_read_before_his_is_told_so_and_nothing_is_stuck()
      throws Exception {
    SharedReads<String, Integer> hasty = new SharedReads<>(Duration.ofMillis(20));
    Future<Integer> first = threads.submit(() -> hasty.read("event", this::slowly));
    awaitWaiting(1);

    Future<Integer> next = threads.submit(() -> hasty.read("event", this::slowly));
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> next.get(20, TimeUnit.SECONDS));
    assertInstanceOf(ReservationFailure.Overloaded.class, failed.getCause());

    mayEnd.release(1);
    assertEquals(1, first.get(20, TimeUnit.SECONDS));
    assertEquals(7, hasty.read("event", () -> 7));
  }

  private Future<Integer> ask(String question) {
    return threads.submit(() -> reads.read(question, this::slowly));
  }

  private Thread newThread(Runnable task) {
    Thread thread = Thread.ofVirtual().unstarted(task);
    started.add(thread);
    return thread;
  }

  /** Until so many callers wait: the one who reads, and those who wait for a read. */
  private void awaitWaiting(int callers) throws InterruptedException {
    for (int i = 0; i < 2_000 && waiting() != callers; i++) {
      Thread.sleep(5);
    }
    assertEquals(callers, waiting());
  }

  private long waiting() {
    return started.stream()
        .map(Thread::getState)
        .filter(state -> state == State.WAITING || state == State.TIMED_WAITING)
        .count();
  }

  private int slowly() {
    assertEquals(1, atOnce.incrementAndGet(), "reads of one question at once");
    try {
      int number = begun.incrementAndGet();
      assertTrue(mayEnd.tryAcquire(20, TimeUnit.SECONDS));
      return number;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      atOnce.decrementAndGet();
    }
  }
}
