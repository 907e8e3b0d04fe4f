package dev.holdfast.app;

import dev.holdfast.domain.writer.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that run the writer. */
final class WriterLanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriterLanes.class);

  /** Longer than any transaction may take: each is ended by the server after five seconds. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Writer writer;
  private final Duration drain;
  private final List<Thread> lanes = new ArrayList<>();

  WriterLanes(Writer writer) {
    this(writer, DRAIN);
  }

  /** With another bound on closing, for all lanes together. */
  WriterLanes(Writer writer, Duration drain) {
    this.writer = writer;
    this.drain = drain;
    for (int lane = 1; lane <= writer.limits().lanes(); lane++) {
      lanes.add(Thread.ofPlatform().name("writer-" + lane).daemon().start(this::run));
    }
  }

  private void run() {
    boolean more = true;
    while (more) {
      try {
        more = writer.awaitNext();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        // Its callers have been told; the lane has to go on for the others.
        LOG.error("a batch failed", e);
      }
    }
  }

  /** Takes no more commands, and waits a bounded time until those that were taken are done. */
  @Override
  public void close() {
    writer.close();
    long from = System.nanoTime();
    try {
      for (Thread lane : lanes) {
        lane.join(drain.minusNanos(System.nanoTime() - from));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
