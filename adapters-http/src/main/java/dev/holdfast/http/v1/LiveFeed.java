package dev.holdfast.http.v1;

import dev.holdfast.domain.feed.FeedLimits;
import dev.holdfast.domain.feed.JournalFeed;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals that somebody follows, with the thread that reads them. */
public final class LiveFeed implements AutoCloseable {
  /** So long ago the journals may have been read last for silence to mean that nothing happened. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  private final JournalFeed<StreamEntry> journal;
  private final TimeSource time;
  private final ScheduledExecutorService reading =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("journal-feed").daemon().factory());
  private volatile long readAt;
  private volatile boolean failing;

  /** A feed that is not read yet. */
  public LiveFeed(JournalPort journal, FeedLimits limits, TimeSource time) {
    this.journal = new JournalFeed<>(journal, StreamEntry.RENDERING, limits);
    this.time = time;
    this.readAt = time.nanos();
  }

  /** Reads on and on. */
  public void start() {
    long pause = JournalFeed.EVERY.toMillis();
    var _ = reading.scheduleWithFixedDelay(this::read, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void read() {
    try {
      journal.round();
      readAt = time.nanos();
      failing = false;
    } catch (PortFailure e) {
      if (!failing) {
        failing = true;
        LOG.warn("the journal cannot be read: {}", e.toString());
      }
    } catch (RuntimeException | Error e) {
      // An exception would end the reading for good.
      LOG.error("the journal could not be put into words", e);
    }
  }

  JournalFeed<StreamEntry> journal() {
    return journal;
  }

  /** Whether the journals were read lately. */
  boolean isRead() {
    return time.since(readAt).compareTo(FRESH) < 0;
  }

  /** Ends every stream. */
  @Override
  public void close() {
    reading.shutdownNow();
    journal.close();
  }
}
