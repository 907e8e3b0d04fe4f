package dev.holdfast.app.rehearsal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the buyers come, one by one when they are due, until all came or more would be of no use.
 */
final class Onsale {
  /** The service takes no more connections, and one is kept for each call under way. */
  private static final int MOST_AT_ONCE = 8_000;

  /** Beyond their time to think, for those who are told to come back. */
  private static final Duration TO_FINISH = Duration.ofMinutes(3);

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Scene scene;
  private final Schedule schedule;
  private final AtomicInteger inside = new AtomicInteger();
  private final List<Double> processors = new ArrayList<>();
  private volatile boolean open = true;
  private long stepBegan;
  private long usedBefore;

  Onsale(Scene scene, Schedule schedule) {
    this.scene = scene;
    this.schedule = schedule;
  }

  /**
   * Runs it; returns when the last buyer is gone.
   *
   * @return the steps that were long enough to be judged, in order
   */
  List<StepResult> run() {
    begin();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      int step = 0;
      boolean over = false;
      for (int buyer = 0; buyer < schedule.buyers() && !over; buyer++) {
        long due = schedule.arrival(buyer);
        while (schedule.stepAt(due) > step && !over) {
          scene.sleepUntil(schedule.start(step + 1));
          end();
          step++;
          over = Knee.over(results(), scene.options().bound());
        }
        if (!over && scene.sleepUntil(due)) {
          come(threads, buyer, due);
        }
      }
      open = false;
      if (!over && schedule.whole(step)) {
        end();
      }
    } finally {
      finish(threads);
    }
    return results();
  }

  private void come(ExecutorService threads, int buyer, long due) {
    if (inside.incrementAndGet() > MOST_AT_ONCE) {
      inside.decrementAndGet();
      scene.board().count(Mark.TURNED_AWAY, due, 1);
      return;
    }
    threads.execute(() -> {
      try {
        new Buyer(scene, buyer, due).run();
      } finally {
        inside.decrementAndGet();
      }
    });
  }

  /** Whether more may come. */
  boolean open() {
    return open;
  }

  /** How many buyers are at it. */
  int inside() {
    return inside.get();
  }

  private void begin() {
    stepBegan = System.nanoTime();
    usedBefore = MACHINE.getProcessCpuTime();
  }

  private void end() {
    double most =
        (double) (System.nanoTime() - stepBegan) * Runtime.getRuntime().availableProcessors();
    processors.add(Math.clamp((MACHINE.getProcessCpuTime() - usedBefore) / most, 0, 1));
    begin();
  }

  private List<StepResult> results() {
    List<StepResult> results = new ArrayList<>();
    for (int step = 0; step < processors.size(); step++) {
      results.add(scene.board().result(step, processors.get(step)));
    }
    return results;
  }

  private void finish(ExecutorService threads) {
    threads.shutdown();
    Duration longest = scene.options().think().most().multipliedBy(2).plus(TO_FINISH);
    try {
      if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
