package dev.holdfast.domain.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest entries of one event, for all its followers. */
final class Tail<T> {
  private record Kept<T>(long seq, T rendered, int weight) {}

  /** No event takes more than this part of what is kept of all. */
  private static final int SHARE = 8;

  private final FeedLimits limits;
  private final AtomicLong budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Kept<T>> kept = new ArrayDeque<>();
  private long last;
  private long weight;
  private int followers;
  private boolean ended;

  /**
   * A tail that begins after this number.
   *
   * @param budget weight kept over all tails
   */
  Tail(long last, FeedLimits limits, AtomicLong budget) {
    this.last = last;
    this.limits = limits;
    this.budget = budget;
  }

  long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds the next entry; what is kept of it has to leave room for the others.
   *
   * @return false when nobody follows any more: nothing is kept then
   */
  boolean append(long seq, T rendered, int weight) {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      kept.add(new Kept<>(seq, rendered, weight));
      last = seq;
      this.weight += weight;
      budget.addAndGet(weight);
      while (kept.size() > limits.entries() || (kept.size() > 1 && isTooHeavy())) {
        drop(kept.remove());
      }
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isTooHeavy() {
    return weight > limits.weight() / SHARE || budget.get() > limits.weight();
  }

  private void drop(Kept<T> gone) {
    weight -= gone.weight();
    budget.addAndGet(-gone.weight());
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      kept.forEach(this::drop);
      kept.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void join() {
    lock.lock();
    try {
      followers++;
    } finally {
      lock.unlock();
    }
  }

  /** Whether that was the last one. */
  boolean leave() {
    lock.lock();
    try {
      return --followers == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Whether what follows this number is still all here. */
  boolean reachesBack(long after) {
    lock.lock();
    try {
      return after >= first() - 1;
    } finally {
      lock.unlock();
    }
  }

  private long first() {
    return kept.isEmpty() ? last + 1 : kept.getFirst().seq();
  }

  /**
   * What follows a number, waiting for it.
   *
   * @param most entries told at a time; fewer when they are heavy
   */
  News<T> after(long seq, int most, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!ended && last <= seq && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (ended || seq < first() - 1) {
        return new News.End<>();
      }
      return last <= seq ? new News.Silence<>() : some(seq, most);
    } finally {
      lock.unlock();
    }
  }

  /** From the newest backwards: most followers lack only the newest few. */
  private News<T> some(long seq, int most) {
    Deque<Kept<T>> missing = new ArrayDeque<>();
    long heavy = 0;
    Iterator<Kept<T>> backwards = kept.descendingIterator();
    while (backwards.hasNext()) {
      Kept<T> each = backwards.next();
      if (each.seq() <= seq) {
        break;
      }
      missing.addFirst(each);
      heavy += each.weight();
      while (missing.size() > most || (missing.size() > 1 && heavy > limits.pages().weight())) {
        heavy -= missing.removeLast().weight();
      }
    }
    return new News.Entries<>(
        missing.stream().map(Kept::rendered).toList(), missing.getLast().seq());
  }
}
