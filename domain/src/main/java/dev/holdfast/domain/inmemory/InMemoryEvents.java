package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events in memory: the executable reading of {@link EventPort}. */
abstract class InMemoryEvents extends InMemoryCompanies implements EventPort {
  private static final Comparator<Event> GREATEST_FIRST =
      Comparator.comparing(Event::id).reversed();

  private final InMemoryStore store;

  InMemoryEvents(InMemoryStore store) {
    super(store);
    this.store = store;
  }

  @Override
  public CreateEventsAnswer createEvents(
      WorkspaceId workspace, String chartKey, List<NewEvent> events) {
    if (events.isEmpty() || events.size() > MAX_NEW_EVENTS) {
      throw new IllegalArgumentException(events.size() + " events at once");
    }
    return store.atomically(() ->
        store
            .charts
            .find(workspace, chartKey)
            .map(chart -> create(chart, events))
            .orElseGet(CreateEventsAnswer.NoSuchChart::new));
  }

  private CreateEventsAnswer create(InMemoryCatalogCharts.Row chart, List<NewEvent> events) {
    if (chart.published() == null) {
      return new CreateEventsAnswer.ChartNotPublished();
    }
    Set<String> keys = new HashSet<>();
    for (NewEvent each : events) {
      if (!keys.add(each.key()) || store.events.find(chart.workspace(), each.key()).isPresent()) {
        return new CreateEventsAnswer.KeyTaken(each.key());
      }
    }
    return new CreateEventsAnswer.Created(
        events.stream()
            .map(each ->
                store
                    .events
                    .create(chart.workspace(), each, chart.chart().id(), store.now())
                    .with(chart))
            .toList());
  }

  @Override
  public Optional<Event> findEvent(WorkspaceId workspace, String key) {
    return store.atomically(() -> store.events.find(workspace, key).map(this::event));
  }

  @Override
  public Page<Event> events(WorkspaceId workspace, Page.Request page) {
    return store.atomically(() ->
        InMemoryCatalog.page(
            store.events.of(workspace).map(this::event),
            InMemoryCatalog.newestFirst(Event::createdAt, Event::key),
            page));
  }

  @Override
  public Slice<Event> events(WorkspaceId workspace, Slice.Request slice) {
    return store.atomically(() ->
        Slice.of(
            byNumber(workspace).toList(),
            slice,
            Slice.Order.newestFirst(event -> event.id().value())));
  }

  private Stream<Event> byNumber(WorkspaceId workspace) {
    return store.events.of(workspace).map(this::event).sorted(GREATEST_FIRST);
  }

  @Override
  public List<Event> eventsOfChart(WorkspaceId workspace, String chartKey, int limit) {
    Slice.Request first = new Slice.Request(limit, new Slice.Beside.Beginning());
    return store.atomically(() ->
        byNumber(workspace)
            .filter(event -> event.chartKey().equals(chartKey))
            .limit(first.limit())
            .toList());
  }

  @Override
  public Optional<Event> renameEvent(WorkspaceId workspace, String key, @Nullable String name) {
    return store.atomically(() ->
        store
            .events
            .find(workspace, key)
            .map(row -> event(store.events.rename(row, name, store.now()))));
  }

  @Override
  public SortedMap<EventId, ChangeEventAnswer> changeEvents(
      SortedMap<EventId, EventChange> changes) {
    EventPort.checkTogether(changes);
    Object owner = new Object();
    try {
      return store.atomically(() -> {
        changes.keySet().forEach(event -> lock(event, owner));
        SortedMap<EventId, ChangeEventAnswer> why = new TreeMap<>();
        changes.forEach((event, change) -> {
          if (why.isEmpty()) {
            refusal(event, change).ifPresent(each -> why.put(event, each));
          }
        });
        return why.isEmpty() ? changed(changes) : why;
      });
    } finally {
      store.unlockRows(owner);
    }
  }

  private void lock(EventId event, Object owner) {
    if (store.events.find(event).isPresent()) {
      store.lockRow(event, owner);
    }
  }

  private Optional<ChangeEventAnswer> refusal(EventId event, EventChange change) {
    Optional<InMemoryCatalogEvents.Row> found = store.events.find(event);
    if (found.isEmpty()) {
      return Optional.of(new ChangeEventAnswer.NoSuchEvent());
    }
    InMemoryCatalogEvents.Row row = found.get();
    EditAllowance edits = row.edits(store.now());
    if (change.edit() && edits.left() == 0) {
      return Optional.of(new ChangeEventAnswer.EditsExhausted(edits));
    }
    if (change.rules().isPresent() && change.rules().get().on() != row.rules().version()) {
      return Optional.of(new ChangeEventAnswer.RulesMoved());
    }
    String key = change.key();
    boolean taken =
        key != null
            && !key.equals(row.key())
            && store.events.find(row.workspace(), key).isPresent();
    return taken ? Optional.of(new ChangeEventAnswer.KeyTaken()) : Optional.empty();
  }

  private SortedMap<EventId, ChangeEventAnswer> changed(SortedMap<EventId, EventChange> changes) {
    SortedMap<EventId, ChangeEventAnswer> answers = new TreeMap<>();
    changes.forEach((event, change) -> {
      InMemoryCatalogEvents.Row row =
          store.events.change(store.events.get(event), change, store.now());
      answers.put(event, new ChangeEventAnswer.Changed(event(row), row.edits(store.now())));
    });
    return answers;
  }

  @Override
  public Optional<Event> moveToCopy(EventId event, String newChartKey, String newChartName) {
    return locked(
        event,
        (row, chart) -> {
          Chart copy = store.charts.copy(chart, newChartKey, newChartName, store.now());
          return event(store.events.move(row, copy.id(), store.now()));
        });
  }

  @Override
  public boolean deleteEvent(WorkspaceId workspace, String key) {
    return locked(
            () -> store.events.find(workspace, key),
            (row, _) -> {
              store.marks.keep(row);
              store.events.delete(row.id());
              return true;
            })
        .orElse(false);
  }

  private <T> Optional<T> locked(
      EventId event, BiFunction<InMemoryCatalogEvents.Row, InMemoryCatalogCharts.Row, T> use) {
    return locked(() -> store.events.find(event), use);
  }

  /** Does something to an event while nobody else has its row. */
  private <T> Optional<T> locked(
      Supplier<Optional<InMemoryCatalogEvents.Row>> which,
      BiFunction<InMemoryCatalogEvents.Row, InMemoryCatalogCharts.Row, T> use) {
    Object owner = new Object();
    try {
      return store.atomically(() -> {
        Optional<EventId> found = which.get().map(InMemoryCatalogEvents.Row::id);
        if (found.isEmpty() || !store.lockRow(found.get(), owner)) {
          return Optional.empty();
        }
        // As it is now: others may have changed it while its row was waited for.
        InMemoryCatalogEvents.Row row = store.events.get(found.get());
        return Optional.of(use.apply(row, store.charts.get(row.chart())));
      });
    } finally {
      store.unlockRows(owner);
    }
  }

  @Override
  public Map<EventId, SaleRules.Versioned> rules(Set<EventId> events) {
    if (events.size() > MAX_RULES) {
      throw new IllegalArgumentException("the rules of " + events.size() + " events at once");
    }
    return store.atomically(() -> {
      Map<EventId, SaleRules.Versioned> rules = new HashMap<>();
      events.forEach(
          event -> store.events.find(event).ifPresent(row -> rules.put(event, row.rules())));
      return rules;
    });
  }

  @Override
  public Optional<StoredLayout> publishedLayout(EventId event) {
    return store.atomically(() ->
        store
            .events
            .find(event)
            .flatMap(row -> Optional.ofNullable(store.charts.get(row.chart()).published()))
            .map(InMemoryCatalogCharts.Publication::layout));
  }

  @Override
  public Map<LayoutVersion, List<Category>> categories(Set<LayoutVersion> layouts) {
    if (layouts.size() > MAX_RULES) {
      throw new IllegalArgumentException(
          "the categories of " + layouts.size() + " layouts at once");
    }
    return store.atomically(() -> {
      Map<LayoutVersion, List<Category>> categories = new HashMap<>();
      for (LayoutVersion layout : layouts) {
        store
            .charts
            .find(layout.chart())
            .filter(row -> row.layout().equals(layout))
            .flatMap(row -> Optional.ofNullable(row.published()))
            .ifPresent(published -> categories.put(layout, published.plan().categories()));
      }
      return categories;
    });
  }

  @Override
  public Optional<SoldBy> soldBy(EventId event) {
    return store.atomically(() -> store.events.find(event).map(store::soldBy));
  }

  private Event event(InMemoryCatalogEvents.Row row) {
    return row.with(store.charts.get(row.chart()));
  }
}
