package dev.holdfast.domain.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.JournalPort;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HistoriesTest {
  private static final int CROWD = 200;
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final Hall hall = Hall.open(Hall.plan(5, 5));
  private final Event friday = hall.event("evt_friday");
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch mayLook = new CountDownLatch(1);

  /** The ledger's, but that looking whether an event is unchanged takes until it may end. */
  private JournalPort slow() {
    return (JournalPort)
        Proxy.newProxyInstance(
            JournalPort.class.getClassLoader(),
            new Class<?>[] {JournalPort.class},
            (_, method, arguments) -> {
              if (method.getName().equals("isUnchanged")) {
                looks.incrementAndGet();
                assertTrue(mayLook.await(20, TimeUnit.SECONDS));
              }
              return method.invoke(hall.ledger, arguments);
            });
  }

  @Test
  void a_crowd_that_asks_whether_anything_changed_costs_one_look_after_the_one_under_way()
      throws Exception {
    Histories histories = new Histories(hall.catalog, slow());
    List<FutureTask<Boolean>> answers = new ArrayList<>();
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      FutureTask<Boolean> answer = new FutureTask<>(() -> histories.isUnchanged(friday.id(), 0));
      answers.add(answer);
      crowd.add(Thread.startVirtualThread(answer));
    }
    awaitAllWaiting(crowd);
    mayLook.countDown();
    for (FutureTask<Boolean> each : answers) {
      assertTrue(each.get(20, TimeUnit.SECONDS));
    }
    assertEquals(2, looks.get());
    assertFalse(histories.isUnchanged(friday.id(), 1));
  }

  private static void awaitAllWaiting(List<Thread> crowd) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!crowd.stream().allMatch(each -> WAITING.contains(each.getState()))) {
      assertTrue(System.nanoTime() - end < 0, "they do not come to wait");
      Thread.sleep(5);
    }
  }
}
