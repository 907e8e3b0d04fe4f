package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockBounds;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The gate in this process's memory, for a single node, for tests and for the simulation.
 *
 * <p>One lock an event; a caller that does not get it within its patience goes on without the gate.
 *
 * <p>Memory is bounded: lapsed entries are cleared away by later calls, whichever event these are
 * for, and there are never more than a fixed number of entries, lapsed ones included. A gate that
 * is full remembers nothing new: a claim that nobody blocks passes without leaving entries, news of
 * seats without an entry is forgotten; seats it has entries of are kept up to date. Forgetting is
 * always safe, it only sends more callers to the ledger.
 */
public final class InMemorySeatLocks implements SeatLockPort {
  /** Entries at most, unless said otherwise: about 100 MB with labels of common length. */
  public static final int DEFAULT_CAP = 500_000;

  /**
   * Each call sweeps this many events: more than it can add, so events that nobody names go too.
   */
  private static final int SWEPT_PER_CALL = 2;

  private final TimeSource time;
  private final Duration patience;
  private final EntryBudget budget;
  private final ConcurrentMap<EventId, EventEntries> events = new ConcurrentHashMap<>();

  /** Every event's entries once: each call takes the next ones in turn and sweeps them. */
  private final Queue<EventEntries> turn = new ConcurrentLinkedQueue<>();

  private volatile boolean reachable = true;
  private volatile boolean closed;

  /** A gate with the port's patience and {@link #DEFAULT_CAP}. */
  public InMemorySeatLocks(TimeSource time) {
    this(time, PATIENCE, DEFAULT_CAP);
  }

  /**
   * A gate with bounds of its own.
   *
   * @param patience how long a call waits for others of the same event, more than zero
   * @param cap entries at most, over all events, at least 1
   */
  public InMemorySeatLocks(TimeSource time, Duration patience, int cap) {
    if (!patience.isPositive() || cap < 1) {
      throw new IllegalArgumentException("patience is more than zero, the cap at least 1");
    }
    this.time = time;
    this.patience = patience;
    this.budget = new EntryBudget(cap);
  }

  /** No: each process has entries of its own. */
  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    SeatLockBounds.checkClaim(token, labels, ttl);
    return within(
        event,
        entries -> {
          long now = time.nanos();
          entries.sweep(now);
          return entries.claim(token, labels, now, now + ttl.toNanos());
        });
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    SeatLockBounds.checkOwn(token, labels);
    this.<Boolean>within(
        event,
        entries -> {
          entries.withdraw(token, labels, time.nanos());
          return true;
        });
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
    SeatLockBounds.checkNews(news);
    this.<Boolean>within(
        event,
        entries -> {
          long now = time.nanos();
          entries.sweep(now);
          entries.learn(news, now);
          return true;
        });
  }

  @Override
  public void check() {
    if (closed) {
      throw new GateUnavailable("the gate is closed", null);
    }
    if (!reachable) {
      throw new GateUnavailable("the gate is made to be away", null);
    }
  }

  /** Forgets everything; later calls throw {@link GateUnavailable}. */
  @Override
  public void close() {
    closed = true;
    forget();
  }

  /** Drops every entry, as a flush of a lock server does. */
  public void forget() {
    for (EventEntries entries : events.values()) {
      entries.lock.lock();
      try {
        entries.clear();
      } finally {
        entries.lock.unlock();
      }
    }
  }

  /** Plays a lock server that goes away (calls throw {@link GateUnavailable}) and comes back. */
  public void setReachable(boolean reachable) {
    this.reachable = reachable;
  }

  /** Live entries, over all events. Looks at every one: for tests and measurements. */
  public int countLive() {
    long now = time.nanos();
    int count = 0;
    for (EventEntries entries : events.values()) {
      entries.lock.lock();
      try {
        count += entries.countLive(now);
      } finally {
        entries.lock.unlock();
      }
    }
    return count;
  }

  /** Entries in memory, those included that lapsed and were not cleared away yet. */
  public int countStored() {
    return budget.used();
  }

  /** Events in memory, those included that have no entry any more. */
  int countEvents() {
    return events.size();
  }

  private <T> T within(EventId event, Function<EventEntries, T> work) {
    check();
    for (int i = 0; i < SWEPT_PER_CALL; i++) {
      sweepNextInTurn();
    }
    while (true) {
      EventEntries entries = events.computeIfAbsent(event, this::begin);
      lock(entries);
      try {
        if (!entries.isDropped()) {
          return work.apply(entries);
        }
      } finally {
        entries.lock.unlock();
      }
    }
  }

  private EventEntries begin(EventId event) {
    EventEntries entries = new EventEntries(event, budget, time.nanos());
    turn.add(entries);
    return entries;
  }

  private void lock(EventEntries entries) {
    try {
      if (!entries.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new GateUnavailable("the event's lock was not free in time", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GateUnavailable("interrupted while waiting for the event's lock", e);
    }
  }

  private void sweepNextInTurn() {
    EventEntries entries = turn.poll();
    if (entries == null) {
      return;
    }
    boolean keep = true;
    // Busy with a call: it sweeps by itself.
    if (entries.lock.tryLock()) {
      try {
        entries.sweep(time.nanos());
        keep = !entries.dropIfEmpty();
      } finally {
        entries.lock.unlock();
      }
    }
    if (keep) {
      turn.add(entries);
    } else {
      events.remove(entries.event, entries);
    }
  }
}
