package dev.holdfast.domain.feed;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
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
  public JournalPart history(EventId event, String object, long after, Portion portion) {
    return journal.history(event, object, after, portion);
  }

  @Override
  public JournalPart journal(EventId event, long after, Portion portion) {
    reads.incrementAndGet();
    return journal.journal(event, after, portion);
  }

  @Override
  public Slice<JournalEntry> changes(
      EventId event, ChangeList list, Slice.Beside beside, Portion portion) {
    return journal.changes(event, list, beside, portion);
  }
}
