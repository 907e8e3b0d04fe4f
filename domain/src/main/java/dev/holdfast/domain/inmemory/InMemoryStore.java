package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What {@link InMemoryLedger} and {@link InMemoryCatalog} share, as two adapters share one
 * database: tables, row locks, and a clock.
 *
 * <p>Whatever touches a table does so under one mutex, so every call is one instant. An event's row
 * lock is another thing: it lives from a transaction's {@code lock} to its end, across calls, and
 * others wait for it or skip it.
 *
 * <p>Used by one thread it is deterministic: same calls, same answers.
 */
public final class InMemoryStore {
  /** How long a transaction waits for an event's row that another one has. */
  public static final Duration PATIENCE = Duration.ofSeconds(6);

  /** How many commit ids are remembered; the oldest are forgotten first. */
  static final int MAX_COMMIT_IDS = 100_000;

  private final TimeSource clock;
  private final Duration patience;

  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition rowFreed = mutex.newCondition();
  private final Map<EventId, Object> rowOwners = new HashMap<>();
  private final Map<CommitId, CommitFate> fates = new LinkedHashMap<>();
  private boolean broken;
  private int connection;

  final InMemoryCatalogCompanies companies = new InMemoryCatalogCompanies();
  final InMemoryCatalogCharts charts = new InMemoryCatalogCharts();
  final InMemoryCatalogEvents events = new InMemoryCatalogEvents();
  final InMemoryTokenTable tokens = new InMemoryTokenTable();
  final InMemoryWebhookTable webhooks = new InMemoryWebhookTable();
  final InMemoryDeliveryTable deliveries = new InMemoryDeliveryTable(webhooks);
  final InMemoryMarks marks = new InMemoryMarks(this);
  final InMemoryAnswerTable answers = new InMemoryAnswerTable();

  /** A store whose transactions wait up to {@link #PATIENCE} for each other. */
  public InMemoryStore(TimeSource clock) {
    this(clock, PATIENCE);
  }

  /**
   * A store of another patience.
   *
   * @param clock decides whether a hold is over
   * @param patience how long an event's row is waited for; zero where one thread plays all parts,
   *     because whoever has the row cannot go on while that thread waits
   */
  public InMemoryStore(TimeSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** Loses the connection: open transactions are rolled back, every call fails until repaired. */
  public void breakDown() {
    mutex.lock();
    try {
      broken = true;
      connection++;
      rowOwners.clear();
      marks.unlockAll();
      answers.unlockAll();
      rowFreed.signalAll();
    } finally {
      mutex.unlock();
    }
  }

  /** Answers again; what was committed is still there. */
  public void repair() {
    mutex.lock();
    try {
      broken = false;
    } finally {
      mutex.unlock();
    }
  }

  /** Does some work at one instant. */
  <T> T atomically(Supplier<T> work) {
    mutex.lock();
    try {
      requireUp();
      return work.get();
    } finally {
      mutex.unlock();
    }
  }

  /** The ledger's clock, as fine as PostgreSQL keeps instants. */
  Instant now() {
    return clock.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Which connection calls go over now; a transaction lives no longer than its own. */
  int connection() {
    return connection;
  }

  /**
   * Waits until an existing event's row is free, then takes it.
   *
   * @return whether the event exists (still)
   * @throws StoreFailure.Unavailable when patience ends first
   */
  boolean lockRow(EventId event, Object owner) {
    long left = patience.toNanos();
    try {
      while (isLocked(event)) {
        if (left <= 0) {
          throw new StoreFailure.Unavailable("another transaction has the event's row", null);
        }
        left = rowFreed.awaitNanos(left);
        requireUp();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreFailure.Unavailable("interrupted while waiting for a row", interrupted);
    }
    return lockRowIfFree(event, owner);
  }

  /** Takes an existing event's row if nobody has it, and says whether it did. */
  boolean lockRowIfFree(EventId event, Object owner) {
    if (isLocked(event) || events.find(event).isEmpty()) {
      return false;
    }
    rowOwners.put(event, owner);
    return true;
  }

  private boolean isLocked(EventId event) {
    return rowOwners.containsKey(event);
  }

  /** By what an event sells now. */
  SoldBy soldBy(InMemoryCatalogEvents.Row event) {
    return new SoldBy(charts.get(event.chart()).layout(), event.rules().version());
  }

  /** Frees every row of this owner; to be called even when broken. */
  void unlockRows(Object owner) {
    mutex.lock();
    try {
      marks.unlock(owner);
      answers.unlock(owner);
      if (rowOwners.values().removeIf(owner::equals)) {
        rowFreed.signalAll();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Settles a fate unless it is settled, and says what it is. */
  CommitFate settle(CommitId commit, CommitFate fate) {
    CommitFate earlier = fates.putIfAbsent(commit, fate);
    if (fates.size() > MAX_COMMIT_IDS) {
      fates.remove(fates.keySet().iterator().next());
    }
    return Optional.ofNullable(earlier).orElse(fate);
  }

  /** Whether this id was used or taken before. */
  boolean isSettled(CommitId commit) {
    return fates.containsKey(commit);
  }

  private void requireUp() {
    if (broken) {
      throw new StoreFailure.Unavailable("the store is broken", null);
    }
  }
}
