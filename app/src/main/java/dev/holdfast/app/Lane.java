package dev.holdfast.app;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs so many things at once and lets so many more wait; what is beyond that is turned away. */
final class Lane {
  /** How long a thread without work stays. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor threads;

  /**
   * A lane of its own threads, which end by themselves when there is nothing to do.
   *
   * @param atOnce most that run at a time
   * @param waiting most that wait for their turn
   */
  Lane(String name, int atOnce, int waiting) {
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofVirtual().name(name + "-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Whether it will be run. */
  boolean offer(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }
}
