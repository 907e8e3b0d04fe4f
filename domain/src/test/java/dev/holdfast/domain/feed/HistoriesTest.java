package dev.holdfast.domain.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.JournalPort;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HistoriesTest {
  private static final int CROWD = 200;

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
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> crowd = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        crowd.add(threads.submit(() -> histories.isUnchanged(friday.id(), 0)));
      }
      while (looks.get() == 0) {
        Thread.onSpinWait();
      }
      mayLook.countDown();
      for (Future<Boolean> each : crowd) {
        assertTrue(each.get(20, TimeUnit.SECONDS));
      }
    }
    assertTrue(looks.get() < CROWD / 2, () -> looks + " looks");
    assertFalse(histories.isUnchanged(friday.id(), 1));
  }
}
