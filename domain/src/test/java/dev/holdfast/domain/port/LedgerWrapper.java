package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands every question on. */
public abstract class LedgerWrapper implements SeatLedgerPort {
  protected final SeatLedgerPort ledger;

  protected LedgerWrapper(SeatLedgerPort ledger) {
    this.ledger = ledger;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return ledger.begin(commit);
  }

  @Override
  public CommitFate fate(CommitId commit) {
    return ledger.fate(commit);
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    return ledger.picture(event);
  }

  @Override
  public Optional<EventPicture> picture(EventId event, Set<String> objects) {
    return ledger.picture(event, objects);
  }

  @Override
  public Map<EventId, Occupancy> occupancies(Set<EventId> events) {
    return ledger.occupancies(events);
  }

  @Override
  public List<DueHold> due(int limit, Set<EventId> except) {
    return ledger.due(limit, except);
  }

  @Override
  public Map<EventId, Long> heads(Set<EventId> events) {
    return ledger.heads(events);
  }

  @Override
  public boolean isUnchanged(EventId event, long seq) {
    return ledger.isUnchanged(event, seq);
  }

  @Override
  public JournalPart history(EventId event, String object, long after, Portion portion) {
    return ledger.history(event, object, after, portion);
  }

  @Override
  public JournalPart journal(EventId event, long after, Portion portion) {
    return ledger.journal(event, after, portion);
  }

  @Override
  public Slice<JournalEntry> changes(
      EventId event, ChangeList list, Slice.Beside beside, Portion portion) {
    return ledger.changes(event, list, beside, portion);
  }

  @Override
  public Optional<EventBooks> books(EventId event) {
    return ledger.books(event);
  }

  @Override
  public List<String> audit(EventId event) {
    return ledger.audit(event);
  }
}
