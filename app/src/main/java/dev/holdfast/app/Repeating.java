package dev.holdfast.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again, with a pause in between; a failure does not end it. */
final class Repeating implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  private final String name;
  private final Runnable work;
  private final ScheduledExecutorService executor;
  private boolean failing;

  private Repeating(String name, Runnable work) {
    this.name = name;
    this.work = work;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  static Repeating every(Duration pause, String name, Runnable work) {
    Repeating repeating = new Repeating(name, work);
    long millis = pause.toMillis();
    var _ =
        repeating.executor.scheduleWithFixedDelay(
            repeating::once, millis, millis, TimeUnit.MILLISECONDS);
    return repeating;
  }

  private void once() {
    try {
      work.run();
      if (failing) {
        failing = false;
        LOG.info("{}: works again", name);
      }
    } catch (RuntimeException | Error e) {
      // Once an outage, not once a round.
      if (!failing) {
        failing = true;
        LOG.warn("{}: failed, will be tried again: {}", name, e.toString());
      }
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
