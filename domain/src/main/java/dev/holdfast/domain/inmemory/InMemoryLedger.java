package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The ledger in memory: the executable reading of {@link SeatLedgerPort}. */
public final class InMemoryLedger implements SeatLedgerPort {
  private final InMemoryStore store;

  public InMemoryLedger(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return store.atomically(() -> new InMemoryLedgerTransaction(store, commit));
  }

  @Override
  public CommitFate fate(CommitId commit) {
    return store.atomically(() -> store.settle(commit, CommitFate.ABANDONED));
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    return store.atomically(
        () -> store.events.find(event).map(row -> row.book().picture(store.now())));
  }

  @Override
  public Optional<EventPicture> picture(EventId event, Set<String> objects) {
    if (objects.size() > MAX_PICTURED) {
      throw new IllegalArgumentException("a picture of " + objects.size() + " objects");
    }
    return store.atomically(
        () -> store.events.find(event).map(row -> row.book().picture(store.now(), objects)));
  }

  @Override
  public Map<EventId, Occupancy> occupancies(Set<EventId> events) {
    if (events.size() > MAX_OCCUPANCIES) {
      throw new IllegalArgumentException("occupancies of " + events.size() + " events");
    }
    return store.atomically(() -> {
      Map<EventId, Occupancy> occupancies = new TreeMap<>();
      for (EventId event : events) {
        store
            .events
            .find(event)
            .ifPresent(row -> occupancies.put(event, row.book().occupancy(store.now())));
      }
      return occupancies;
    });
  }

  @Override
  public List<DueHold> due(int limit, Set<EventId> except) {
    requireLimit(limit);
    return store.atomically(() -> {
      Instant now = store.now();
      return store.events.all().stream()
          .filter(row -> !except.contains(row.id()))
          .flatMap(row -> row.book().lapsed(row.id(), now))
          .sorted(InMemoryLedgerBook.Lapsed.OLDEST_FIRST)
          .limit(limit)
          .map(InMemoryLedgerBook.Lapsed::hold)
          .toList();
    });
  }

  @Override
  public JournalPart journal(EventId event, long after, Portion portion) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .map(row -> row.book().journal(after, portion))
            .orElse(JournalPart.NONE));
  }

  @Override
  public Map<EventId, Long> heads(Set<EventId> events) {
    if (events.size() > 1_000) {
      throw new IllegalArgumentException("heads of " + events.size() + " events");
    }
    return store.atomically(() -> {
      Map<EventId, Long> heads = new TreeMap<>();
      for (EventId event : events) {
        store.events.find(event).ifPresent(row -> heads.put(event, row.book().seq()));
      }
      return heads;
    });
  }

  @Override
  public boolean isUnchanged(EventId event, long seq) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .filter(row -> row.book().seq() == seq)
            .filter(row -> row.book().lapsed(event, store.now()).findAny().isEmpty())
            .isPresent());
  }

  @Override
  public JournalPart history(EventId event, String object, long after, Portion portion) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .map(row -> row.book().history(object, after, portion))
            .orElse(JournalPart.NONE));
  }

  @Override
  public Slice<JournalEntry> changes(
      EventId event, ChangeList list, Slice.Beside beside, Portion portion) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .map(row -> row.book().changes(list, beside, portion))
            .orElse(new Slice<>(List.of(), false, false)));
  }

  @Override
  public Optional<EventBooks> books(EventId event) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .map(row -> new InMemoryLedgerAudit(row.book()).books(store.now())));
  }

  @Override
  public List<String> audit(EventId event) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .map(row -> new InMemoryLedgerAudit(row.book()).problems())
            .orElse(List.of()));
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("limit " + limit + " is not 1 to 10,000");
    }
  }
}
