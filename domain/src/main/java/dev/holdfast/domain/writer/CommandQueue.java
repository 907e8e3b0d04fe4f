package dev.holdfast.domain.writer;

import dev.holdfast.domain.event.EventId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands that wait for a transaction, in order within each event; the event that has waited
 * longest goes first. An event is in at most one transaction of this node at a time: its row would
 * make a second one wait anyway.
 */
final class CommandQueue {
  /** Commands in a transaction that make a crowd: the next are on their way already. */
  static final int CROWD = 8;

  /** How long a lane waits for more of a crowd, so that fewer transactions carry it. */
  static final Duration GATHER = Duration.ofMillis(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition enough = lock.newCondition();
  private final LinkedHashMap<EventId, Deque<Pending<?>>> waiting = new LinkedHashMap<>();
  private final Set<EventId> underWay = new HashSet<>();

  /** Events whose row somebody else had: they next go alone, and wait for it. */
  private final Set<EventId> contended = new HashSet<>();

  private final WriterLimits limits;
  private int size;
  private int waitingLanes;
  private int lastCommands;
  private boolean gathering;
  private boolean closed;

  CommandQueue(WriterLimits limits) {
    this.limits = limits;
  }

  /** Lets a command wait, unless too many do. */
  boolean offer(Pending<?> pending) {
    lock.lock();
    try {
      if (closed || size >= limits.maxQueued()) {
        return false;
      }
      waiting.computeIfAbsent(pending.event(), _ -> new ArrayDeque<>()).addLast(pending);
      size++;
      if (gathering) {
        if (size >= limits.maxCommands()) {
          enough.signal();
        }
      } else if (!underWay.contains(pending.event())) {
        // Else the lane that has its event under way comes back by itself.
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a command back; false when it is under way already, or done. */
  boolean remove(Pending<?> pending) {
    lock.lock();
    try {
      Deque<Pending<?>> commands = waiting.get(pending.event());
      if (commands == null || !commands.remove(pending)) {
        return false;
      }
      size--;
      if (commands.isEmpty()) {
        waiting.remove(pending.event());
        contended.remove(pending.event());
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** The next transaction's commands; empty when there is nothing to do now. */
  Optional<Batch> poll() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next transaction's commands, as soon as there are any; empty once closed and drained.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  Optional<Batch> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        gather();
        Optional<Batch> batch = next();
        if (batch.isPresent() || (closed && size == 0)) {
          return batch;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** One lane at a time: another that comes meanwhile takes what is there. */
  private void gather() throws InterruptedException {
    if (gathering || lastCommands < CROWD || underWay.containsAll(waiting.keySet())) {
      return;
    }
    gathering = true;
    try {
      long left = GATHER.toNanos();
      while (left > 0 && !closed && size < limits.maxCommands()) {
        left = enough.awaitNanos(left);
      }
    } finally {
      gathering = false;
    }
  }

  private Optional<Batch> next() {
    Map<EventId, List<Pending<?>>> chosen = new LinkedHashMap<>();
    Load load = new Load(limits);
    boolean alone = false;
    Iterator<Map.Entry<EventId, Deque<Pending<?>>>> events = waiting.entrySet().iterator();
    while (events.hasNext() && !alone && load.mayTakeMore()) {
      Map.Entry<EventId, Deque<Pending<?>>> each = events.next();
      EventId event = each.getKey();
      boolean isContended = contended.contains(event);
      if (underWay.contains(event) || (isContended && !mayWait(chosen))) {
        continue;
      }
      List<Pending<?>> taken = load.take(event, each.getValue());
      if (taken.isEmpty()) {
        break;
      }
      chosen.put(event, taken);
      alone = isContended;
      if (each.getValue().isEmpty()) {
        events.remove();
      }
    }
    return chosen.isEmpty() ? Optional.empty() : Optional.of(start(chosen, load.commands(), alone));
  }

  private Batch start(Map<EventId, List<Pending<?>>> chosen, int commands, boolean alone) {
    size -= commands;
    lastCommands = commands;
    underWay.addAll(chosen.keySet());
    contended.removeAll(chosen.keySet());
    // What is left of these events goes to the end of the line, so no event starves another.
    chosen.keySet().forEach(this::toTheEnd);
    if (!underWay.containsAll(waiting.keySet())) {
      changed.signal();
    }
    Batch batch = Batch.of(chosen, alone);
    waitingLanes += batch.waits() ? 1 : 0;
    return batch;
  }

  /** A contended event goes alone, and waiting ones never take up all lanes. */
  private boolean mayWait(Map<EventId, List<Pending<?>>> chosen) {
    return chosen.isEmpty() && waitingLanes < Math.max(1, limits.lanes() / 2);
  }

  private void toTheEnd(EventId event) {
    Deque<Pending<?>> rest = waiting.remove(event);
    if (rest != null) {
      waiting.putLast(event, rest);
    }
  }

  /**
   * A transaction is over.
   *
   * @param again commands that were not decided: they keep their place
   * @param locked events whose row somebody else had
   * @param resting whether its lane takes nothing for a while; else it looks for more at once, and
   *     nobody need be woken for it
   */
  void done(Batch batch, List<Pending<?>> again, Set<EventId> locked, boolean resting) {
    lock.lock();
    try {
      underWay.removeAll(batch.byEvent().keySet());
      waitingLanes -= batch.waits() ? 1 : 0;
      for (Pending<?> each : again.reversed()) {
        Deque<Pending<?>> commands = waiting.get(each.event());
        if (commands == null) {
          commands = new ArrayDeque<>();
        }
        commands.addFirst(each);
        waiting.putFirst(each.event(), commands);
        size++;
      }
      contended.addAll(locked);
      if (resting || closed) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; whoever takes gets what is left, then nothing. */
  void close() {
    lock.lock();
    try {
      closed = true;
      enough.signal();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
