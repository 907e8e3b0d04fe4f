package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one event. Every method but {@link #lock} is called with the lock held.
 *
 * <p>Lapsed entries are ignored at once and cleared away by {@link #sweep}.
 */
final class EventEntries {
  /** Entries live 10 s at most; sweeping every second keeps the dead below a tenth of the rate. */
  private static final long SWEEP_NANOS = SeatLockPort.MAX_TTL.toNanos() / 10;

  final EventId event;
  final ReentrantLock lock = new ReentrantLock();
  private final EntryBudget budget;
  private final Map<String, SeatEntry> entries = new HashMap<>();
  private long sweptAt;
  private boolean dropped;

  EventEntries(EventId event, EntryBudget budget, long now) {
    this.event = event;
    this.budget = budget;
    this.sweptAt = now;
  }

  /**
   * A dropped one is no longer the event's; whoever waited for its lock looks the event up anew.
   */
  boolean isDropped() {
    return dropped;
  }

  ClaimAnswer claim(HoldToken token, List<String> labels, long now, long until) {
    List<BlockedSeat> blocked = new ArrayList<>();
    int fresh = 0;
    for (String label : labels) {
      SeatEntry entry = live(label, now);
      if (entry == null) {
        fresh += entries.containsKey(label) ? 0 : 1;
      } else if (entry.blocks(token)) {
        blocked.add(new BlockedSeat(label, entry instanceof SeatEntry.Taken, entry.version()));
      }
    }
    if (!blocked.isEmpty()) {
      return new ClaimAnswer.Blocked(blocked);
    }
    if (budget.reserve(fresh)) {
      for (String label : labels) {
        entries.put(label, SeatEntry.claimed(live(label, now), token, until));
      }
    }
    return new ClaimAnswer.Passed();
  }

  void withdraw(HoldToken token, List<String> labels, long now) {
    for (String label : labels) {
      if (live(label, now) instanceof SeatEntry.Provisional(HoldToken owner, _, _)
          && owner.equals(token)) {
        entries.remove(label);
        budget.release(1);
      }
    }
  }

  void learn(List<SeatNews> news, long now) {
    for (SeatNews item : news) {
      SeatEntry known = live(item.label(), now);
      if (known != null && !known.yieldsTo(item)) {
        continue;
      }
      if (entries.containsKey(item.label()) || budget.reserve(1)) {
        entries.put(item.label(), SeatEntry.learned(item, now));
      }
    }
  }

  /** Clears lapsed entries away, if it was not done within the last second. */
  void sweep(long now) {
    if (now - sweptAt >= SWEEP_NANOS) {
      sweptAt = now;
      int before = entries.size();
      entries.values().removeIf(entry -> !entry.isLive(now));
      budget.release(before - entries.size());
    }
  }

  /** Ends this object if nothing is left in it. */
  boolean dropIfEmpty() {
    dropped |= entries.isEmpty();
    return dropped;
  }

  void clear() {
    budget.release(entries.size());
    entries.clear();
  }

  int countLive(long now) {
    return (int) entries.values().stream().filter(entry -> entry.isLive(now)).count();
  }

  private @Nullable SeatEntry live(String label, long now) {
    SeatEntry entry = entries.get(label);
    return entry != null && entry.isLive(now) ? entry : null;
  }
}
