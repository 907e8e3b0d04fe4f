package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventsAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events: a chart on sale. */
public final class Events {
  private final CatalogPort catalog;
  private final IdSource ids;
  private final EventChanges changes;

  /** Events of a catalog. */
  public Events(CatalogPort catalog, IdSource ids) {
    this.catalog = catalog;
    this.ids = ids;
    this.changes = new EventChanges(catalog, ids);
  }

  /** Puts a published chart on sale under a key made here. */
  public Outcome<Event> create(WorkspaceId workspace, String chartKey, @Nullable String name) {
    return create(workspace, chartKey, "evt_" + ids.text(20), name);
  }

  /** Puts a published chart on sale under a key of the caller's choice, on no day in particular. */
  public Outcome<Event> create(
      WorkspaceId workspace, String chartKey, String eventKey, @Nullable String name) {
    return create(workspace, chartKey, eventKey, name, null);
  }

  /**
   * Puts a published chart on sale under a key of the caller's choice.
   *
   * @param eventKey as {@link Event#KEY} says
   * @param date {@link Event#FIRST_DATE} to {@link Event#LAST_DATE}, or null: it has none
   * @throws IllegalArgumentException for a key or a date out of these bounds: whoever reads the
   *     request has checked them
   */
  public Outcome<Event> create(
      WorkspaceId workspace,
      String chartKey,
      String eventKey,
      @Nullable String name,
      @Nullable LocalDate date) {
    check(new NewEvent(eventKey, name, date));
    return switch (catalog.createEvent(workspace, chartKey, eventKey, name, date)) {
      case CreateEventAnswer.Created(Event event) -> Outcome.accepted(event);
      case CreateEventAnswer.NoSuchChart _ -> Outcome.refused(new Refusal.UnknownChart());
      case CreateEventAnswer.ChartNotPublished _ ->
          Outcome.refused(new Refusal.ChartNotPublished());
      case CreateEventAnswer.KeyTaken _ -> Outcome.refused(new Refusal.EventKeyTaken());
    };
  }

  /**
   * Puts a published chart on sale several times, all or none.
   *
   * @param wanted 1 to {@link EventPort#MAX_NEW_EVENTS}
   * @throws IllegalArgumentException for none or more, and as above
   */
  public Outcome<List<Event>> createAll(
      WorkspaceId workspace, String chartKey, List<NewEvent> wanted) {
    for (NewEvent each : wanted) {
      check(each);
      if (each.rules().checked() instanceof Outcome.Refused<SaleRules>(List<Refusal> reasons)) {
        return Outcome.refused(reasons);
      }
    }
    return switch (catalog.createEvents(workspace, chartKey, wanted)) {
      case CreateEventsAnswer.Created(List<Event> events) -> Outcome.accepted(events);
      case CreateEventsAnswer.NoSuchChart _ -> Outcome.refused(new Refusal.UnknownChart());
      case CreateEventsAnswer.ChartNotPublished _ ->
          Outcome.refused(new Refusal.ChartNotPublished());
      case CreateEventsAnswer.KeyTaken _ -> Outcome.refused(new Refusal.EventKeyTaken());
    };
  }

  private static void check(NewEvent event) {
    checkKey(event.key());
    LocalDate date = event.date();
    if (date != null) {
      checkDate(date);
    }
  }

  static void checkKey(String key) {
    if (!Event.KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not the key of an event");
    }
  }

  static void checkDate(LocalDate date) {
    if (date.isBefore(Event.FIRST_DATE) || date.isAfter(Event.LAST_DATE)) {
      throw new IllegalArgumentException("not a date for an event");
    }
  }

  /** A key that no event has. */
  public String freshKey() {
    return ids.uuid().toString();
  }

  /** The event of this key. */
  public Outcome<Event> find(WorkspaceId workspace, String key) {
    return orUnknown(catalog.findEvent(workspace, key));
  }

  /** Events, newest first. */
  public Page<Event> list(WorkspaceId workspace, Page.Request page) {
    return catalog.events(workspace, page);
  }

  /** Events beside one of them, the one with the greatest number first. */
  public Slice<Event> list(WorkspaceId workspace, Slice.Request slice) {
    return catalog.events(workspace, slice);
  }

  /**
   * The events that sell a chart, the one with the greatest number first.
   *
   * @param limit at most this many, 1 to {@link Slice#MAX_LIMIT}
   */
  public List<Event> ofChart(WorkspaceId workspace, String chartKey, int limit) {
    return catalog.eventsOfChart(workspace, chartKey, limit);
  }

  /** Changing them, and the rules they sell by. */
  public EventChanges changes() {
    return changes;
  }

  /** Gives it another name, or none. */
  public Outcome<Event> rename(WorkspaceId workspace, String key, @Nullable String name) {
    return orUnknown(catalog.renameEvent(workspace, key, name));
  }

  /** Deletes it with its holds, bookings and journal. */
  public Outcome<String> delete(WorkspaceId workspace, String key) {
    return catalog.deleteEvent(workspace, key)
        ? Outcome.accepted(key)
        : Outcome.refused(new Refusal.UnknownEvent());
  }

  /** The layout it sells by, as written. */
  public Outcome<StoredLayout> layout(WorkspaceId workspace, String key) {
    Optional<Event> event = catalog.findEvent(workspace, key);
    if (event.isEmpty()) {
      return Outcome.refused(new Refusal.UnknownEvent());
    }
    return catalog
        .publishedLayout(event.get().id())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.ChartNotPublished()));
  }

  private static <T> Outcome<T> orUnknown(Optional<T> found) {
    return found
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
  }
}
