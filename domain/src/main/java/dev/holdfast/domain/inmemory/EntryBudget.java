package dev.holdfast.domain.inmemory;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts entries over all events, up to a cap. */
final class EntryBudget {
  private final int cap;
  private final AtomicInteger used = new AtomicInteger();

  EntryBudget(int cap) {
    this.cap = cap;
  }

  /** All or none of them. */
  boolean reserve(int entries) {
    if (used.addAndGet(entries) <= cap) {
      return true;
    }
    used.addAndGet(-entries);
    return false;
  }

  void release(int entries) {
    used.addAndGet(-entries);
  }

  int used() {
    return used.get();
  }
}
