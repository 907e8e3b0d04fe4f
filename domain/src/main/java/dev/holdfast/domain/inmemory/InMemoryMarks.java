package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.DeliveryBounds;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Subscription;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far each event's journal was read for webhooks, and what is left of deleted events until it
 * was. To be used under the store's mutex only; a mark is locked across calls, like a row.
 */
final class InMemoryMarks {
  private record Book(WorkspaceId workspace, EventFacts facts, InMemoryLedgerBook book) {
    EventId event() {
      return facts.event();
    }
  }

  /** What one reader has before it, its mark locked. */
  record Reading(EventId event, int connection, Passage passage) {}

  private final InMemoryStore store;
  private final Map<EventId, Long> marks = new HashMap<>();
  private final Map<EventId, Book> deleted = new TreeMap<>();
  private final Map<EventId, Object> readers = new HashMap<>();
  private EventId lastTurn = new EventId(Long.MIN_VALUE);

  InMemoryMarks(InMemoryStore store) {
    this.store = store;
  }

  /** Passes over all that has happened in a workspace so far. */
  void passOver(WorkspaceId workspace) {
    deleted.values().removeIf(book -> book.workspace.equals(workspace));
    store.events.of(workspace).forEach(row -> marks.put(row.id(), row.book().seq()));
  }

  /** Keeps what an event that is about to be deleted still has to tell. */
  void keep(InMemoryCatalogEvents.Row row) {
    deleted.put(row.id(), book(row));
    forgetRead();
  }

  private void forgetRead() {
    deleted.values().removeIf(book -> !isAhead(book));
    Set<EventId> gone = new HashSet<>(marks.keySet());
    gone.removeIf(event -> deleted.containsKey(event) || store.events.find(event).isPresent());
    marks.keySet().removeAll(gone);
  }

  private boolean isAhead(Book book) {
    return book.book.seq() > mark(book.event()) && store.webhooks.hasEnabled(book.workspace);
  }

  private long mark(EventId event) {
    return marks.getOrDefault(event, 0L);
  }

  /** The next event in turn that is ahead and that nobody reads. */
  Optional<Reading> next(int limit, Object reader) {
    Comparator<Book> inTurn =
        Comparator.<Book, Boolean>comparing(book -> book.event().compareTo(lastTurn) <= 0)
            .thenComparing(Book::event);
    return Stream.concat(store.events.all().stream().map(this::book), deleted.values().stream())
        .filter(this::isAhead)
        .filter(book -> !readers.containsKey(book.event()))
        .min(inTurn)
        .map(book -> {
          lastTurn = book.event();
          readers.put(book.event(), reader);
          List<JournalEntry> entries =
              book.book.journal(mark(book.event()), Portion.of(limit)).entries();
          List<Subscription> subscriptions = store.webhooks.subscriptions(book.workspace);
          int most = DeliveryBounds.fannedOut(entries.size(), subscriptions.size());
          Passage passage = new Passage(book.facts, subscriptions, entries.subList(0, most));
          return new Reading(book.event(), store.connection(), passage);
        });
  }

  private Book book(InMemoryCatalogEvents.Row row) {
    var chart = store.charts.get(row.chart()).chart();
    EventFacts facts = new EventFacts(row.id(), row.key(), row.name(), chart.key(), chart.name());
    return new Book(row.workspace(), facts, row.book());
  }

  /** Moves an event's mark to the end of what was read. */
  void move(Reading reading) {
    marks.put(reading.event, reading.passage.entries().getLast().seq());
    forgetRead();
  }

  void unlock(Object reader) {
    readers.values().removeIf(reader::equals);
  }

  void unlockAll() {
    readers.clear();
  }
}
