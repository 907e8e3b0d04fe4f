package dev.holdfast.domain.feed;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.JournalPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A real journal that counts how often it is read. */
final class CountedJournal implements JournalPort {
  private final JournalPort journal;

  /** How often entries were read. */
  final AtomicInteger reads = new AtomicInteger();

  /** How often heads were asked for. */
  final AtomicInteger looks = new AtomicInteger();

  CountedJournal(JournalPort journal) {
    this.journal = journal;
  }

  @Override
  public Map<EventId, Long> heads(Set<EventId> events) {
    looks.incrementAndGet();
    return journal.heads(events);
  }

  @Override
  public boolean isUnchanged(EventId event, long seq) {
    return journal.isUnchanged(event, seq);
  }

  @Override
  public List<JournalEntry> history(EventId event, String object, long after, int limit) {
    return journal.history(event, object, after, limit);
  }

  @Override
  public List<JournalEntry> journal(EventId event, long after, int limit) {
    reads.incrementAndGet();
    return journal.journal(event, after, limit);
  }
}
