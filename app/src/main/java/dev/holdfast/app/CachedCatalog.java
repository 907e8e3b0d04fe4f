package dev.holdfast.app;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The catalog with its hottest answers kept for a moment, so that a crowd at one event does not ask
 * PostgreSQL the same questions a request. What this node changes, it sees at once; another node's
 * changes within {@link #MAX_AGE}, so a revoked key is dead everywhere within a second. An unknown
 * key is remembered as unknown for as long, an unknown event never: it may be created the next
 * moment by another node.
 *
 * <p>A request asks for a key, an event, its layout and its plan, each once as a rule, and so waits
 * five seconds for the catalog at the worst. The look-ups of all lanes together are fewer than the
 * store has connections for them (see {@link dev.holdfast.postgres.PoolSizes}).
 */
final class CachedCatalog implements CatalogPort {
  /** How old an answer may be. */
  static final Duration MAX_AGE = Duration.ofMillis(500);

  /**
   * How long to wait for a row; twice as long for a plan or a layout, which is loaded to its end
   * even if nobody waits.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** A published version never changes, so what belongs to it does not age. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private static final int MAX_KEYS = 10_000;
  private static final int MAX_EVENTS = 10_000;
  private static final int MAX_CHARTS = 10_000;

  /** Bookable objects kept in all, about 100 bytes each. */
  private static final int MAX_OBJECTS = 1_000_000;

  /** Characters of published layouts kept in all: one of the largest, or hundreds of usual ones. */
  private static final int MAX_CHARACTERS = 40_000_000;

  /** Look-ups of unknown names at a time, and how many more may wait, for keys and for events. */
  static final int STRANGERS = 2;

  static final int STRANGERS_WAITING = 200;

  /** The same for charts that are asked for without an API key, so by anybody. */
  static final int PASSERS_BY = 1;

  static final int PASSERS_BY_WAITING = 50;

  /** How often a layout is read again because it was replaced in between. */
  private static final int LAYOUT_ATTEMPTS = 3;

  private final CatalogPort catalog;
  private final LookUps<KeyHash, ApiKey> keys;
  private final LookUps<EventName, Event> events;
  private final LookUps<EventId, LayoutVersion> versions;
  private final LookUps<String, LayoutVersion> charts;
  private final LookUps<LayoutVersion, SeatingPlan> plans;
  private final LookUps<LayoutVersion, StoredLayout> layouts;

  CachedCatalog(CatalogPort catalog) {
    this(catalog, TimeSource.system(), PATIENCE);
  }

  CachedCatalog(CatalogPort catalog, TimeSource time, Duration patience) {
    this.catalog = catalog;
    Lane known = new Lane("catalog-known", 4, 1_000);
    Lane large = new Lane("catalog-large", 2, 100);
    Keeping keep = new Keeping(patience);
    this.keys =
        new LookUps<>(keep.rows(MAX_KEYS, MAX_AGE), known, strangers("catalog-unknown-key"), time);
    this.events =
        new LookUps<>(
            keep.rows(MAX_EVENTS, Duration.ZERO), known, strangers("catalog-unknown-event"), time);
    this.versions = new LookUps<>(keep.rows(MAX_EVENTS, Duration.ZERO), known, known, time);
    Lane passersBy = new Lane("catalog-unknown-chart", PASSERS_BY, PASSERS_BY_WAITING);
    this.charts = new LookUps<>(keep.rows(MAX_CHARTS, Duration.ZERO), known, passersBy, time);
    this.plans =
        new LookUps<>(keep.large(MAX_OBJECTS, plan -> plan.objects().size()), large, large, time);
    this.layouts =
        new LookUps<>(
            keep.large(MAX_CHARACTERS, layout -> layout.text().length()), large, large, time);
  }

  private static Lane strangers(String name) {
    return new Lane(name, STRANGERS, STRANGERS_WAITING);
  }

  /** The rules by which things are kept. */
  private record Keeping(Duration patience) {
    <V> LookUps.Rules<V> rows(int most, Duration absent) {
      return new LookUps.Rules<>(patience, MAX_AGE, absent, most, _ -> 0);
    }

    <V> LookUps.Rules<V> large(int most, ToIntFunction<V> weight) {
      return new LookUps.Rules<>(patience.multipliedBy(2), FOREVER, Duration.ZERO, most, weight);
    }
  }

  private record EventName(WorkspaceId workspace, String key) {}

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return keys.find(hash, () -> catalog.findKey(hash));
  }

  @Override
  public Optional<Event> findEvent(WorkspaceId workspace, String key) {
    return events.find(new EventName(workspace, key), () -> catalog.findEvent(workspace, key));
  }

  /** As it is now: a hold is refused by it. */
  @Override
  public Optional<LayoutVersion> layoutOf(EventId event) {
    return layoutOf(event, Duration.ZERO);
  }

  private Optional<LayoutVersion> layoutOf(EventId event, Duration age) {
    return versions.find(event, age, () -> catalog.layoutOf(event));
  }

  @Override
  public Optional<SeatingPlan> plan(LayoutVersion layout) {
    return plans.find(layout, () -> catalog.plan(layout));
  }

  @Override
  public Optional<StoredLayout> publishedLayout(EventId event) {
    Duration age = MAX_AGE;
    for (int attempt = 0; attempt < LAYOUT_ATTEMPTS; attempt++) {
      Optional<LayoutVersion> version = layoutOf(event, age);
      if (version.isEmpty() || version.get().version() == 0) {
        return Optional.empty();
      }
      Optional<StoredLayout> layout = layouts.find(version.get(), () -> read(event, version.get()));
      if (layout.isPresent()) {
        return layout;
      }
      age = Duration.ZERO;
    }
    throw new StoreFailure.Unavailable("the chart is republished faster than it is read", null);
  }

  @Override
  public Optional<StoredLayout> layout(LayoutVersion layout) {
    return layouts.find(layout, () -> catalog.layout(layout));
  }

  @Override
  public Optional<LayoutVersion> publishedAnywhere(String chartKey) {
    return charts.find(chartKey, () -> catalog.publishedAnywhere(chartKey));
  }

  private Optional<StoredLayout> read(EventId event, LayoutVersion version) {
    return catalog.publishedLayout(event).filter(read -> read.version() == version.version());
  }

  @Override
  public Company createCompany(NewCompany company) {
    return changed(() -> catalog.createCompany(company));
  }

  @Override
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return changed(() -> catalog.addKey(workspaceKey, key));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return changed(() -> catalog.revokeKey(workspaceKey, keyId));
  }

  @Override
  public PublishAnswer publish(
      WorkspaceId workspace, String key, int draftVersion, SeatingPlan plan) {
    return changed(() -> catalog.publish(workspace, key, draftVersion, plan));
  }

  @Override
  public Optional<Chart> unpublish(WorkspaceId workspace, String key) {
    return changed(() -> catalog.unpublish(workspace, key));
  }

  @Override
  public CreateEventAnswer createEvent(
      WorkspaceId workspace,
      String chartKey,
      String eventKey,
      @Nullable String name,
      @Nullable LocalDate date) {
    return changed(() -> catalog.createEvent(workspace, chartKey, eventKey, name, date));
  }

  @Override
  public Optional<Event> renameEvent(WorkspaceId workspace, String key, @Nullable String name) {
    return changed(() -> catalog.renameEvent(workspace, key, name));
  }

  @Override
  public boolean deleteEvent(WorkspaceId workspace, String key) {
    return changed(() -> catalog.deleteEvent(workspace, key));
  }

  @Override
  public DeleteAnswer deleteChart(WorkspaceId workspace, String key) {
    return changed(() -> catalog.deleteChart(workspace, key));
  }

  /** Forgets afterwards, so that an answer read during the change is not kept beyond it. */
  private <T> T changed(Supplier<T> change) {
    try {
      return change.get();
    } finally {
      forget();
    }
  }

  /** Forgets whatever may have been changed. */
  void forget() {
    keys.forget();
    events.forget();
    versions.forget();
    charts.forget();
  }

  @Override
  public List<Company> companies() {
    return catalog.companies();
  }

  @Override
  public Optional<Workspace> findWorkspace(String key) {
    return catalog.findWorkspace(key);
  }

  @Override
  public Chart createChart(
      WorkspaceId workspace, String key, String name, String notation, String draft) {
    return catalog.createChart(workspace, key, name, notation, draft);
  }

  @Override
  public Optional<Chart> findChart(WorkspaceId workspace, String key) {
    return catalog.findChart(workspace, key);
  }

  @Override
  public Page<Chart> charts(WorkspaceId workspace, Page.Request page) {
    return catalog.charts(workspace, page);
  }

  @Override
  public Optional<Chart> updateChart(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable NewDraft draft) {
    return catalog.updateChart(workspace, key, name, draft);
  }

  @Override
  public Optional<StoredLayout> draft(WorkspaceId workspace, String key) {
    return catalog.draft(workspace, key);
  }

  @Override
  public TagAnswer changeTags(WorkspaceId workspace, String key, TagChange change) {
    return catalog.changeTags(workspace, key, change);
  }

  @Override
  public Optional<Chart> copyChart(
      WorkspaceId workspace, String key, String newKey, String newName) {
    return catalog.copyChart(workspace, key, newKey, newName);
  }

  @Override
  public Page<Event> events(WorkspaceId workspace, Page.Request page) {
    return catalog.events(workspace, page);
  }
}
