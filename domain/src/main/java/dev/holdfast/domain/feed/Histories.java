package dev.holdfast.domain.feed;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.SharedReads;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What happened: for readers that ask, in parts that meet. */
public final class Histories {
  /** Most entries in one part. */
  public static final int MAX_ENTRIES = 1_000;

  private static final Duration LOOK_PATIENCE = Duration.ofSeconds(2);

  private final CatalogPort catalog;
  private final JournalPort journal;
  private final SharedReads<Sight, Boolean> looks = new SharedReads<>(LOOK_PATIENCE);

  /** Where a reader saw an event. */
  private record Sight(EventId event, long seq) {}

  /** Histories of the events of a catalog. */
  public Histories(CatalogPort catalog, JournalPort journal) {
    this.catalog = catalog;
    this.journal = journal;
  }

  /**
   * Some of what happened.
   *
   * @param entries in order; fewer than asked for where they are large, by {@link Portion#of(int)}
   * @param more whether something follows that is not told here
   */
  public record Part(Event event, List<JournalEntry> entries, boolean more) {
    public Part {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What happened in an event.
   *
   * @param after the first entry is the one after this sequence number, 0 for the beginning
   * @param limit 1 to {@link #MAX_ENTRIES}
   */
  public Outcome<Part> changes(WorkspaceId workspace, String eventKey, long after, int limit) {
    return within(
        workspace,
        eventKey,
        event -> {
          // Asked first: what is written meanwhile only adds to what there is.
          long last = head(event.id());
          if (after > last) {
            return Outcome.refused(new Refusal.AheadOfJournal(last));
          }
          return Outcome.accepted(
              part(event, journal.journal(event.id(), after, Portion.of(limit))));
        });
  }

  /**
   * What happened to one object: its label or key may be one that the layout had before.
   *
   * @param after the first entry is the first after this sequence number, 0 for the beginning
   * @param limit 1 to {@link #MAX_ENTRIES}
   */
  public Outcome<Part> history(
      WorkspaceId workspace, String eventKey, String object, long after, int limit) {
    return within(
        workspace,
        eventKey,
        event -> {
          JournalPart part = journal.history(event.id(), object, after, Portion.of(limit));
          if (part.entries().isEmpty() && !isKnown(event, object)) {
            return Outcome.refused(new Refusal.UnknownObject(object));
          }
          return Outcome.accepted(part(event, part));
        });
  }

  /**
   * Changes of status in an event, as a list is read.
   *
   * @param list where it names an object, the label or key may be one that the layout had before
   * @param slice fewer than asked for where they are large, by {@link Portion#of(int)}
   */
  public Outcome<StatusChanges> statusChanges(
      WorkspaceId workspace, String eventKey, ChangeList list, Slice.Request slice) {
    return within(
        workspace,
        eventKey,
        event -> {
          Slice<JournalEntry> changes =
              journal.changes(event.id(), list, slice.beside(), Portion.of(slice.limit()));
          Optional<String> unknown =
              list.object().filter(each -> changes.items().isEmpty() && !isKnown(event, each));
          return unknown.isPresent()
              ? Outcome.refused(new Refusal.UnknownObject(unknown.get()))
              : Outcome.accepted(new StatusChanges(event, changes));
        });
  }

  private boolean isKnown(Event event, String object) {
    boolean isInLayout =
        catalog.plan(event.layout()).filter(plan -> plan.objects().containsKey(object)).isPresent();
    return isInLayout || !journal.history(event.id(), object, 0, Portion.of(1)).entries().isEmpty();
  }

  /** The last change of an event. */
  public long head(EventId event) {
    return journal.heads(Set.of(event)).getOrDefault(event, 0L);
  }

  /**
   * Whether an event still stands where a reader saw it; looked at after this was called, once for
   * all who ask at the same time.
   *
   * @throws dev.holdfast.domain.port.ReservationFailure.Overloaded when it took too long until it
   *     was his turn
   */
  public boolean isUnchanged(EventId event, long seq) {
    return looks.read(new Sight(event, seq), () -> journal.isUnchanged(event, seq));
  }

  private static Part part(Event event, JournalPart part) {
    return new Part(event, part.entries(), part.more());
  }

  private <T> Outcome<T> within(
      WorkspaceId workspace, String eventKey, Function<Event, Outcome<T>> work) {
    Optional<Event> event = catalog.findEvent(workspace, eventKey);
    return event.isEmpty() ? Outcome.refused(new Refusal.UnknownEvent()) : work.apply(event.get());
  }
}
