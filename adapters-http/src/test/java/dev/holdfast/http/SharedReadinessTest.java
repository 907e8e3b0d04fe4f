package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.inmemory.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SharedReadinessTest {
  private static final Readiness UP = new Readiness(true, true);
  private static final Readiness DOWN = new Readiness(false, true);

  private final AtomicInteger looks = new AtomicInteger();
  private final HandClock clock = new HandClock(-5);

  @Test
  void the_store_is_asked_once_a_moment() {
    SharedReadiness readiness = new SharedReadiness(this::firstUp, clock);

    assertEquals(UP, readiness.get());
    advance(SharedReadiness.MAX_AGE.minusNanos(1));
    assertEquals(UP, readiness.get());
    assertEquals(1, looks.get());

    advance(Duration.ofNanos(1));
    assertEquals(DOWN, readiness.get());
    assertEquals(2, looks.get());
  }

  private Readiness firstUp() {
    return looks.incrementAndGet() == 1 ? UP : DOWN;
  }

  @Test
  void a_crowd_waits_for_one_look_however_long_it_takes() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    SharedReadiness readiness =
        new SharedReadiness(
            () -> {
              looks.incrementAndGet();
              assertTrue(awaited(mayEnd));
              advance(Duration.ofSeconds(5));
              return DOWN;
            },
            clock);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Readiness>> crowd = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        crowd.add(threads.submit(readiness::get));
      }
      mayEnd.countDown();
      for (Future<Readiness> each : crowd) {
        assertEquals(DOWN, each.get(20, TimeUnit.SECONDS));
      }
    }
    assertEquals(1, looks.get());
  }

  @Test
  void a_look_that_fails_is_no_answer_to_the_next() {
    SharedReadiness readiness =
        new SharedReadiness(
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault");
              }
              return UP;
            },
            clock);

    assertThrows(IllegalStateException.class, readiness::get);
    assertEquals(UP, readiness.get());
  }

  @Test
  void the_check_of_the_server_is_shared() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    int callers = 20;
    try (LocalServer server =
        new LocalServer(
            HttpSettings.Bounds.STANDARD,
            () -> {},
            engine ->
                EngineWith.readiness(
                    engine,
                    () -> {
                      looks.incrementAndGet();
                      assertTrue(awaited(mayEnd));
                      return UP;
                    }))) {
      List<LocalServer.Caller> crowd = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        crowd.add(server.call(server.head("GET", "/health/ready", "Connection: close")));
      }
      mayEnd.countDown();
      for (LocalServer.Caller each : crowd) {
        try (each) {
          LocalServer.assertStatus(200, each.answer());
        }
      }
    }
    assertTrue(looks.get() < callers, looks + " looks");
  }

  private void advance(Duration time) {
    clock.advance(time);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
