package dev.holdfast.domain.integrity;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an event's books while it sells. First all rows are read at one instant, with the number
 * of the journal's last entry; then the journal up to that number, which changes no more, in parts.
 * So no old picture of the store is kept open however long the journal is, and what is sold
 * meanwhile does not look like a mistake.
 */
public final class Integrity {
  /** How long the journal is read; what is not reached by then is told as not compared. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Entries in memory at a time. */
  private static final Portion PART = new Portion(5_000, 2 * 1024 * 1024);

  private final CatalogPort catalog;
  private final SeatLedgerPort ledger;
  private final TimeSource time;

  /** Over the events of a catalog and their ledger. */
  public Integrity(CatalogPort catalog, SeatLedgerPort ledger, TimeSource time) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Compares rows and journal of an event.
   *
   * @throws StoreFailure when the store cannot be asked
   */
  public Outcome<IntegrityReport> check(WorkspaceId workspace, String eventKey) {
    Optional<Event> event = catalog.findEvent(workspace, eventKey);
    if (event.isEmpty()) {
      return Outcome.refused(new Refusal.UnknownEvent());
    }
    Optional<EventBooks> books = ledger.books(event.get().id());
    if (books.isEmpty()) {
      return Outcome.refused(new Refusal.UnknownEvent());
    }
    Findings sequence = new Findings();
    Retelling told = new Retelling(sequence);
    boolean complete = tell(event.get().id(), books.get().seq(), told);
    if (complete && told.seq() != books.get().seq()) {
      if (!ledger.heads(Set.of(event.get().id())).containsKey(event.get().id())) {
        // Deleted meanwhile, and its journal with it.
        return Outcome.refused(new Refusal.UnknownEvent());
      }
      sequence.add(null, "ends with number %d of %d".formatted(told.seq(), books.get().seq()));
    }
    return Outcome.accepted(report(event.get(), books.get(), told, sequence, complete));
  }

  /** Tells the journal again up to a number; false when there was no time for all of it. */
  private boolean tell(EventId event, long last, Retelling told) {
    long began = time.nanos();
    while (told.seq() < last) {
      if (time.since(began).compareTo(PATIENCE) > 0) {
        return false;
      }
      List<JournalEntry> part =
          ledger.journal(event, told.seq(), PART).entries().stream()
              .filter(entry -> entry.seq() <= last)
              .toList();
      if (part.isEmpty()) {
        return true;
      }
      part.forEach(told::tell);
    }
    return true;
  }

  private static IntegrityReport report(
      Event event, EventBooks books, Retelling told, Findings sequence, boolean complete) {
    Comparison comparison = new Comparison(books);
    Findings seats = new Findings();
    Findings areas = new Findings();
    if (complete) {
      comparison.seats(told, seats);
      comparison.areas(told, areas);
    }
    Findings sales = new Findings();
    comparison.sales(sales);
    Findings capacity = new Findings();
    comparison.capacity(capacity);
    return new IntegrityReport(
        event,
        books.seq(),
        books.now(),
        told.seq(),
        List.of(
            sequence.asCheck(CheckName.SEQUENCE, complete),
            seats.asCheck(CheckName.SEATS, complete),
            areas.asCheck(CheckName.AREAS, complete),
            sales.asCheck(CheckName.SALES, true),
            capacity.asCheck(CheckName.CAPACITY, true)));
  }
}
