package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of the catalog that says what is on sale: events, and the rules they sell by. */
public interface EventPort {
  /** Most events created at once. */
  int MAX_NEW_EVENTS = 1_000;

  /**
   * Stores events of a chart that is published, all or none, numbered in their order.
   *
   * @param events 1 to {@link #MAX_NEW_EVENTS}
   * @throws IllegalArgumentException when there are none or more
   */
  CreateEventsAnswer createEvents(WorkspaceId workspace, String chartKey, List<NewEvent> events);

  /** What came of creating events. */
  sealed interface CreateEventsAnswer {
    /** In the order they were named. */
    record Created(List<Event> events) implements CreateEventsAnswer {
      public Created {
        events = List.copyOf(events);
      }
    }

    record NoSuchChart() implements CreateEventsAnswer {}

    record ChartNotPublished() implements CreateEventsAnswer {}

    /** The workspace has an event of this key, or two of them were to have it. */
    record KeyTaken(String key) implements CreateEventsAnswer {}
  }

  /**
   * Stores an event of a chart that is published.
   *
   * @param date {@link Event#FIRST_DATE} to {@link Event#LAST_DATE}, or null: it has none
   */
  default CreateEventAnswer createEvent(
      WorkspaceId workspace,
      String chartKey,
      String eventKey,
      @Nullable String name,
      @Nullable LocalDate date) {
    List<NewEvent> one = List.of(new NewEvent(eventKey, name, date));
    return switch (createEvents(workspace, chartKey, one)) {
      case CreateEventsAnswer.Created(List<Event> events) ->
          new CreateEventAnswer.Created(events.getFirst());
      case CreateEventsAnswer.NoSuchChart _ -> new CreateEventAnswer.NoSuchChart();
      case CreateEventsAnswer.ChartNotPublished _ -> new CreateEventAnswer.ChartNotPublished();
      case CreateEventsAnswer.KeyTaken _ -> new CreateEventAnswer.KeyTaken();
    };
  }

  /** The same for an event without a date. */
  default CreateEventAnswer createEvent(
      WorkspaceId workspace, String chartKey, String eventKey, @Nullable String name) {
    return createEvent(workspace, chartKey, eventKey, name, null);
  }

  /** What came of creating an event. */
  sealed interface CreateEventAnswer {
    record Created(Event event) implements CreateEventAnswer {}

    record NoSuchChart() implements CreateEventAnswer {}

    record ChartNotPublished() implements CreateEventAnswer {}

    /** The workspace has an event of this key. */
    record KeyTaken() implements CreateEventAnswer {}
  }

  Optional<Event> findEvent(WorkspaceId workspace, String key);

  /** Newest first; those created at the same instant ascending by key. */
  Page<Event> events(WorkspaceId workspace, Page.Request page);

  /** The one with the greatest number first, by which the cursors go. */
  Slice<Event> events(WorkspaceId workspace, Slice.Request slice);

  /**
   * Events that sell a chart, the one with the greatest number first.
   *
   * @param limit at most this many, 1 to {@link Slice#MAX_LIMIT}
   */
  List<Event> eventsOfChart(WorkspaceId workspace, String chartKey, int limit);

  /**
   * Renames an event.
   *
   * @param name null: it has no name any more
   */
  Optional<Event> renameEvent(WorkspaceId workspace, String key, @Nullable String name);

  /** Most events changed at once. */
  int MAX_CHANGES = 100;

  /**
   * Changes events under their rows' locks, all or none, waiting for a change of any under way:
   * every decision in the ledger is either before this or meets the new rules. A change of nothing
   * leaves {@link Event#updatedAt}.
   *
   * @param changes 1 to {@link #MAX_CHANGES}, to be checked by {@link #checkTogether}
   * @return for each event that it was changed; or, when one could not be and so none was, only why
   */
  SortedMap<EventId, ChangeEventAnswer> changeEvents(SortedMap<EventId, EventChange> changes);

  /**
   * Fails for changes that cannot be asked for together.
   *
   * @throws IllegalArgumentException when there are none, too many, or one of several gives another
   *     key: which of them could have it would depend on their order
   */
  static void checkTogether(SortedMap<EventId, EventChange> changes) {
    boolean keys = changes.values().stream().anyMatch(each -> each.key() != null);
    if (changes.isEmpty() || changes.size() > (keys ? 1 : MAX_CHANGES)) {
      throw new IllegalArgumentException(changes.size() + " changes at once");
    }
  }

  /** The same for one event. */
  default ChangeEventAnswer changeEvent(EventId event, EventChange change) {
    return Objects.requireNonNull(changeEvents(new TreeMap<>(Map.of(event, change))).get(event));
  }

  /** What came of changing an event. */
  sealed interface ChangeEventAnswer {
    /**
     * Changed.
     *
     * @param edits of today, this one included if it was one
     */
    record Changed(Event event, EditAllowance edits) implements ChangeEventAnswer {}

    /** The rules are others by now than those that the new ones were made from: read them again. */
    record RulesMoved() implements ChangeEventAnswer {}

    /** The workspace has another event of the new key. */
    record KeyTaken() implements ChangeEventAnswer {}

    /** It was edited as often as it may be today. */
    record EditsExhausted(EditAllowance edits) implements ChangeEventAnswer {}

    record NoSuchEvent() implements ChangeEventAnswer {}
  }

  /**
   * Copies the chart of an event as {@link CatalogPort#copyChart} does, and has the event sell the
   * copy from now on, all or nothing and under the event's row's lock.
   *
   * @return empty when there is no such event
   * @throws StoreFailure.Rejected when the workspace has a chart of the new key
   */
  Optional<Event> moveToCopy(EventId event, String newChartKey, String newChartName);

  /**
   * Deletes an event with its rules, holds, bookings and journal, waiting for a change of it under
   * way.
   *
   * @return whether there was one
   */
  boolean deleteEvent(WorkspaceId workspace, String key);

  /** Most events in one question after their rules. */
  int MAX_RULES = 1_000;

  /**
   * The rules that events sell by, each as they are now. Events that do not exist are missing.
   *
   * @param events at most {@link #MAX_RULES}
   * @throws IllegalArgumentException when there are more
   */
  Map<EventId, SaleRules.Versioned> rules(Set<EventId> events);

  /** The rules an event sells by now; empty when there is no such event. */
  default Optional<SaleRules.Versioned> rules(EventId event) {
    return Optional.ofNullable(rules(Set.of(event)).get(event));
  }

  /** The layout an event sells by, as written; empty when the chart is not published. */
  Optional<StoredLayout> publishedLayout(EventId event);

  /**
   * The categories of published layouts, as their plans have them. Those that are not published
   * (any more) are missing.
   *
   * @param layouts at most {@link #MAX_RULES}
   * @throws IllegalArgumentException when there are more
   */
  Map<LayoutVersion, List<Category>> categories(Set<LayoutVersion> layouts);

  /** By what an event sells now; empty when there is no such event. */
  Optional<SoldBy> soldBy(EventId event);

  /** Which layout an event sells by now; empty when there is no such event. */
  default Optional<LayoutVersion> layoutOf(EventId event) {
    return soldBy(event).map(SoldBy::layout);
  }
}
