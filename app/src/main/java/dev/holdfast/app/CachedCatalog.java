package dev.holdfast.app;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalog with its hottest answers kept for a moment, so that a crowd at one event does not ask
 * PostgreSQL the same questions a request. What this node changes, it sees at once; another node's
 * changes within {@link CatalogLookUps#MAX_AGE}, so a revoked key is dead everywhere within a
 * second. An unknown key is remembered as unknown for as long, an unknown event never: it may be
 * created the next moment by another node.
 *
 * <p>A request asks for a key, an event, its layout and its plan, each once as a rule, and so waits
 * five seconds for the catalog at the worst. The look-ups of all lanes together are fewer than the
 * store has connections for them (see {@link dev.holdfast.postgres.PoolSizes}).
 */
final class CachedCatalog extends CachedCompanies implements CatalogPort {
  /** How often a layout is read again because it was replaced in between. */
  private static final int LAYOUT_ATTEMPTS = 3;

  private final CatalogPort catalog;
  private final CatalogLookUps lookUps;

  CachedCatalog(CatalogPort catalog) {
    this(catalog, TimeSource.system(), CatalogLookUps.PATIENCE);
  }

  CachedCatalog(CatalogPort catalog, TimeSource time, Duration patience) {
    this(catalog, new CatalogLookUps(time, patience));
  }

  private CachedCatalog(CatalogPort catalog, CatalogLookUps lookUps) {
    super(catalog, lookUps);
    this.catalog = catalog;
    this.lookUps = lookUps;
  }

  @Override
  public Optional<Event> findEvent(WorkspaceId workspace, String key) {
    return lookUps.events.find(
        new CatalogLookUps.EventName(workspace, key), () -> catalog.findEvent(workspace, key));
  }

  /** As it is now: a hold is refused by it. */
  @Override
  public Optional<SoldBy> soldBy(EventId event) {
    return soldBy(event, Duration.ZERO);
  }

  private Optional<SoldBy> soldBy(EventId event, Duration age) {
    return lookUps.versions.find(event, age, () -> catalog.soldBy(event));
  }

  @Override
  public Optional<SeatingPlan> plan(LayoutVersion layout) {
    return lookUps.plans.find(layout, () -> catalog.plan(layout));
  }

  @Override
  public Optional<StoredLayout> publishedLayout(EventId event) {
    Duration age = CatalogLookUps.MAX_AGE;
    for (int attempt = 0; attempt < LAYOUT_ATTEMPTS; attempt++) {
      Optional<LayoutVersion> version = soldBy(event, age).map(SoldBy::layout);
      if (version.isEmpty() || version.get().version() == 0) {
        return Optional.empty();
      }
      Optional<StoredLayout> layout =
          lookUps.layouts.find(version.get(), () -> read(event, version.get()));
      if (layout.isPresent()) {
        return layout;
      }
      age = Duration.ZERO;
    }
    throw new StoreFailure.Unavailable("the chart is republished faster than it is read", null);
  }

  @Override
  public Optional<StoredLayout> layout(LayoutVersion layout) {
    return lookUps.layouts.find(layout, () -> catalog.layout(layout));
  }

  @Override
  public Optional<LayoutVersion> publishedAnywhere(String chartKey) {
    return lookUps.charts.find(chartKey, () -> catalog.publishedAnywhere(chartKey));
  }

  private Optional<StoredLayout> read(EventId event, LayoutVersion version) {
    return catalog.publishedLayout(event).filter(read -> read.version() == version.version());
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
  public CreateEventsAnswer createEvents(
      WorkspaceId workspace, String chartKey, List<NewEvent> events) {
    return changed(() -> catalog.createEvents(workspace, chartKey, events));
  }

  @Override
  public SortedMap<EventId, ChangeEventAnswer> changeEvents(
      SortedMap<EventId, EventChange> changes) {
    return changed(() -> catalog.changeEvents(changes));
  }

  @Override
  public Optional<Event> moveToCopy(EventId event, String newChartKey, String newChartName) {
    return changed(() -> catalog.moveToCopy(event, newChartKey, newChartName));
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

  /** Forgets whatever may have been changed. */
  void forget() {
    lookUps.forget();
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

  @Override
  public Slice<Event> events(WorkspaceId workspace, Slice.Request slice) {
    return catalog.events(workspace, slice);
  }

  @Override
  public List<Event> eventsOfChart(WorkspaceId workspace, String chartKey, int limit) {
    return catalog.eventsOfChart(workspace, chartKey, limit);
  }

  @Override
  public Map<LayoutVersion, List<Category>> categories(Set<LayoutVersion> layouts) {
    return catalog.categories(layouts);
  }

  /** As they are now: what is made of them is kept by their version. */
  @Override
  public Map<EventId, SaleRules.Versioned> rules(Set<EventId> events) {
    return catalog.rules(events);
  }

  @Override
  public Optional<Chart> createPublished(
      WorkspaceId workspace, String key, String name, NewDraft draft, SeatingPlan plan) {
    return changed(() -> catalog.createPublished(workspace, key, name, draft, plan));
  }

  @Override
  public Optional<StagedChart> findStaged(WorkspaceId workspace, String key) {
    return catalog.findStaged(workspace, key);
  }

  @Override
  public Slice<StagedChart> stagedCharts(
      WorkspaceId workspace, ChartFilter filter, Slice.Request request) {
    return catalog.stagedCharts(workspace, filter, request);
  }

  @Override
  public List<String> chartTags(WorkspaceId workspace) {
    return catalog.chartTags(workspace);
  }

  @Override
  public RedrawAnswer redraw(
      WorkspaceId workspace,
      String key,
      int draftVersion,
      @Nullable String name,
      NewDraft draft,
      SeatingPlan plan) {
    return changed(() -> catalog.redraw(workspace, key, draftVersion, name, draft, plan));
  }

  @Override
  public RedrawAnswer discardDraft(
      WorkspaceId workspace, String key, int publishedVersion, @Nullable String name) {
    return catalog.discardDraft(workspace, key, publishedVersion, name);
  }
}
