package dev.holdfast.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, to be closed in the opposite order, all of it, whatever fails, and in
 * bounded time: what takes longer is left to end by itself, and the next is closed.
 */
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  /** Longest time for everything together; who stops services usually waits for 30 seconds. */
  static final Duration LIMIT = Duration.ofSeconds(25);

  /** Kept back for each that is still to be closed, so that all of them can at least begin. */
  static final Duration RESERVE = Duration.ofSeconds(1);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Duration limit;
  private final Duration reserve;
  private volatile boolean begun;

  Closing() {
    this(LIMIT, RESERVE);
  }

  /** With other bounds; the limit should be more than the reserves of all. */
  Closing(Duration limit, Duration reserve) {
    this.limit = limit;
    this.reserve = reserve;
  }

  synchronized <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  /** Whether what ends from now on was asked to. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public void close() {
    begun = true;
    closeAll();
  }

  private synchronized void closeAll() {
    long from = System.nanoTime();
    boolean interrupted = false;
    while (!opened.isEmpty()) {
      AutoCloseable next = opened.pop();
      Duration left = limit.minusNanos(System.nanoTime() - from);
      Duration mine = left.minus(reserve.multipliedBy(opened.size()));
      interrupted |= !close(next, mine.compareTo(reserve) < 0 ? reserve : mine);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes on a thread of its own, which may be left behind; false when interrupted meanwhile. */
  private static boolean close(AutoCloseable resource, Duration patience) {
    String name = resource.getClass().getSimpleName();
    Thread closer =
        Thread.ofPlatform().name("close-" + name).daemon().start(() -> closeNow(resource, name));
    try {
      if (!closer.join(patience)) {
        LOG.warn("{} takes too long to close; going on without it", name);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void closeNow(AutoCloseable resource, String name) {
    try {
      resource.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("could not close {}: {}", name, e.toString());
    }
  }
}
