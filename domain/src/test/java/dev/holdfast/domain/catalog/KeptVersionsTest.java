package dev.holdfast.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Large values are made once for a crowd, and kept within bounds. */
final class KeptVersionsTest {
  private final KeptVersions<Integer, String> kept = new KeptVersions<>(10, String::length);
  private final List<Integer> made = new ArrayList<>();

  private Optional<String> find(int version) {
    return find(version, "abc");
  }

  private Optional<String> find(int version, String value) {
    return kept.find(
        version,
        () -> {
          made.add(version);
          return Optional.of(value);
        });
  }

  @Test
  void a_value_is_made_once() {
    assertEquals(Optional.of("abc"), find(1));
    assertSame(find(1).orElseThrow(), find(1).orElseThrow());
    assertEquals(List.of(1), made);
  }

  @Test
  void those_asked_for_longest_ago_go_when_there_is_no_room() {
    find(1);
    find(2);
    find(1);
    find(3);
    made.clear();
    find(1);
    find(3);
    assertEquals(List.of(), made);
    find(2);
    assertEquals(List.of(2), made);
  }

  @Test
  void one_too_heavy_for_all_room_is_kept_until_the_next() {
    String heavy = "x".repeat(100);
    find(1);
    assertEquals(Optional.of(heavy), find(2, heavy));
    assertEquals(Optional.of(heavy), find(2, heavy));
    assertEquals(List.of(1, 2), made);
    find(3);
    find(3);
    find(2, heavy);
    assertEquals(List.of(1, 2, 3, 2), made);
  }

  @Test
  void what_is_not_there_is_asked_for_again() {
    AtomicInteger asked = new AtomicInteger();
    for (int time = 1; time <= 2; time++) {
      assertEquals(
          Optional.empty(),
          kept.find(
              1,
              () -> {
                asked.incrementAndGet();
                return Optional.empty();
              }));
      assertEquals(time, asked.get());
    }
  }

  @Test
  void trouble_is_told_and_not_kept() {
    StoreFailure.Unavailable trouble = new StoreFailure.Unavailable("away", null);
    assertSame(
        trouble,
        assertThrows(
            StoreFailure.Unavailable.class,
            () ->
                kept.find(
                    1,
                    () -> {
                      throw trouble;
                    })));
    assertEquals(Optional.of("abc"), find(1));
  }

  @Test
  void I10_a_crowd_waits_for_one_that_makes_it_and_shares_what_comes() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger makers = new AtomicInteger();
    List<FutureTask<Optional<String>>> crowd = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      crowd.add(start(begun, go, makers));
      begun.await();
    }
    go.countDown();
    Optional<String> first = crowd.getFirst().get(20, TimeUnit.SECONDS);
    for (FutureTask<Optional<String>> each : crowd) {
      assertSame(first.orElseThrow(), each.get(20, TimeUnit.SECONDS).orElseThrow());
    }
    assertEquals(1, makers.get());
  }

  private FutureTask<Optional<String>> start(
      CountDownLatch begun, CountDownLatch go, AtomicInteger makers) {
    FutureTask<Optional<String>> task =
        new FutureTask<>(() ->
            kept.find(
                1,
                () -> {
                  makers.incrementAndGet();
                  begun.countDown();
                  await(go);
                  return Optional.of(new String("abc"));
                }));
    Thread.ofVirtual().start(task);
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void I10_two_are_made_at_a_time_and_a_third_when_one_is_done() throws Exception {
    CountDownLatch two = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch third = new CountDownLatch(1);
    List<FutureTask<Optional<String>>> makers = new ArrayList<>();
    for (int version = 1; version <= 2; version++) {
      makers.add(making(version, two, go));
      Thread.ofVirtual().start(makers.getLast());
    }
    two.await();
    makers.add(making(3, third, go));
    Thread waiting = Thread.ofPlatform().start(makers.getLast());
    while (!Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(waiting.getState())) {
      Thread.onSpinWait();
    }
    assertEquals(1, third.getCount());
    go.countDown();
    for (FutureTask<Optional<String>> each : makers) {
      assertEquals(Optional.of("abc"), each.get(20, TimeUnit.SECONDS));
    }
    assertEquals(0, third.getCount());
  }

  private FutureTask<Optional<String>> making(
      int version, CountDownLatch begun, CountDownLatch go) {
    return new FutureTask<>(() ->
        kept.find(
            version,
            () -> {
              begun.countDown();
              await(go);
              return Optional.of("abc");
            }));
  }

  @Test
  void whoever_waits_hears_of_the_trouble() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    FutureTask<Optional<String>> maker =
        new FutureTask<>(() ->
            kept.find(
                1,
                () -> {
                  begun.countDown();
                  await(go);
                  throw new StoreFailure.Unavailable("away", null);
                }));
    Thread.ofVirtual().start(maker);
    begun.await();
    go.countDown();
    ExecutionException trouble =
        assertThrows(ExecutionException.class, () -> maker.get(20, TimeUnit.SECONDS));
    assertSame(
        StoreFailure.Unavailable.class, Objects.requireNonNull(trouble.getCause()).getClass());
  }
}
