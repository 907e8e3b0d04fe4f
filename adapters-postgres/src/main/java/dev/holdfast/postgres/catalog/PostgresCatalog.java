package dev.holdfast.postgres.catalog;

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
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalog on PostgreSQL. Each change is one transaction; a key that is taken where the port has
 * no answer for it is a {@link dev.holdfast.domain.port.StoreFailure.Rejected}. Safe for use by
 * many threads.
 */
public final class PostgresCatalog extends PostgresCompanies implements CatalogPort {
  private final Pool lookups;
  private final Pool changes;
  private final Pool readers;

  /**
   * Over three pools.
   *
   * @param lookups for what the path of a sale asks
   * @param changes for changes of a few rows, and for those that lock an event's row
   * @param readers for lists, drafts, and the changes that carry a layout
   * @param secrets encrypts the keys that are shown again; empty: none is
   */
  public PostgresCatalog(Pool lookups, Pool changes, Pool readers, Optional<SecretBox> secrets) {
    super(lookups, changes, readers, secrets);
    this.lookups = lookups;
    this.changes = changes;
    this.readers = readers;
  }

  @Override
  public Chart createChart(
      WorkspaceId workspace, String key, String name, String notation, String draft) {
    return readers.change(
        connection -> ChartTables.create(connection, workspace, key, name, notation, draft));
  }

  @Override
  public Optional<Chart> findChart(WorkspaceId workspace, String key) {
    return readers.read(connection -> ChartTables.find(connection, workspace, key));
  }

  @Override
  public Page<Chart> charts(WorkspaceId workspace, Page.Request page) {
    return readers.read(connection -> ChartTables.page(connection, workspace, page));
  }

  @Override
  public Optional<Chart> updateChart(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable NewDraft draft) {
    return readers.change(
        connection -> ChartTables.update(connection, workspace, key, name, draft));
  }

  @Override
  public Optional<StoredLayout> draft(WorkspaceId workspace, String key) {
    return readers.read(connection -> ChartTables.draft(connection, workspace, key));
  }

  @Override
  public PublishAnswer publish(
      WorkspaceId workspace, String key, int draftVersion, SeatingPlan plan) {
    return readers.change(
        connection -> PlanTables.publish(connection, workspace, key, draftVersion, plan));
  }

  @Override
  public Optional<Chart> unpublish(WorkspaceId workspace, String key) {
    return changes.change(connection -> ChartTables.unpublish(connection, workspace, key));
  }

  @Override
  public TagAnswer changeTags(WorkspaceId workspace, String key, TagChange change) {
    return changes.change(connection -> ChartTables.changeTags(connection, workspace, key, change));
  }

  @Override
  public Optional<Chart> copyChart(
      WorkspaceId workspace, String key, String newKey, String newName) {
    return readers.change(
        connection -> CopyTables.copy(connection, workspace, key, newKey, newName));
  }

  @Override
  public DeleteAnswer deleteChart(WorkspaceId workspace, String key) {
    return readers.change(connection -> ChartTables.delete(connection, workspace, key));
  }

  @Override
  public CreateEventsAnswer createEvents(
      WorkspaceId workspace, String chartKey, List<NewEvent> events) {
    if (events.isEmpty() || events.size() > MAX_NEW_EVENTS) {
      throw new IllegalArgumentException(events.size() + " events at once");
    }
    return changes.change(
        connection -> EventTables.create(connection, workspace, chartKey, events));
  }

  @Override
  public Optional<Event> findEvent(WorkspaceId workspace, String key) {
    return lookups.read(connection -> EventTables.find(connection, workspace, key));
  }

  @Override
  public Page<Event> events(WorkspaceId workspace, Page.Request page) {
    return readers.read(connection -> EventTables.page(connection, workspace, page));
  }

  @Override
  public Slice<Event> events(WorkspaceId workspace, Slice.Request slice) {
    return readers.read(connection -> EventTables.slice(connection, workspace, slice));
  }

  @Override
  public List<Event> eventsOfChart(WorkspaceId workspace, String chartKey, int limit) {
    return readers.read(connection -> EventTables.ofChart(connection, workspace, chartKey, limit));
  }

  @Override
  public Optional<Event> renameEvent(WorkspaceId workspace, String key, @Nullable String name) {
    return changes.change(connection -> EventTables.rename(connection, workspace, key, name));
  }

  @Override
  public SortedMap<EventId, ChangeEventAnswer> changeEvents(
      SortedMap<EventId, EventChange> wanted) {
    EventPort.checkTogether(wanted);
    return changes.change(connection -> EventChanges.change(connection, wanted));
  }

  @Override
  public Optional<Event> moveToCopy(EventId event, String newChartKey, String newChartName) {
    return readers.change(
        connection -> EventChanges.moveToCopy(connection, event, newChartKey, newChartName));
  }

  @Override
  public boolean deleteEvent(WorkspaceId workspace, String key) {
    return changes.change(connection -> EventTables.delete(connection, workspace, key));
  }

  @Override
  public Optional<StoredLayout> publishedLayout(EventId event) {
    return lookups.read(connection -> PlanTables.publishedLayout(connection, event));
  }

  @Override
  public Optional<StoredLayout> layout(LayoutVersion layout) {
    return lookups.read(connection -> PlanTables.layout(connection, layout));
  }

  @Override
  public Optional<LayoutVersion> publishedAnywhere(String chartKey) {
    return lookups.read(connection -> PlanTables.publishedAnywhere(connection, chartKey));
  }

  @Override
  public Map<LayoutVersion, List<Category>> categories(Set<LayoutVersion> layouts) {
    if (layouts.size() > MAX_RULES) {
      throw new IllegalArgumentException(
          "the categories of " + layouts.size() + " layouts at once");
    }
    return readers.read(connection -> PlanTables.categories(connection, layouts));
  }

  @Override
  public Optional<SoldBy> soldBy(EventId event) {
    return lookups.read(connection -> EventTables.soldBy(connection, event));
  }

  @Override
  public Map<EventId, SaleRules.Versioned> rules(Set<EventId> events) {
    if (events.size() > MAX_RULES) {
      throw new IllegalArgumentException("the rules of " + events.size() + " events at once");
    }
    // Those of one event are asked for on the path of a sale; those of many are a list's.
    Pool pool = events.size() == 1 ? lookups : readers;
    return pool.read(connection -> RulesTables.read(connection, events));
  }

  @Override
  public Optional<SeatingPlan> plan(LayoutVersion layout) {
    return lookups.read(connection -> PlanTables.plan(connection, layout));
  }

  @Override
  public Optional<Chart> createPublished(
      WorkspaceId workspace, String key, String name, NewDraft draft, SeatingPlan plan) {
    return readers.change(
        connection -> DrawingTables.create(connection, workspace, key, name, draft, plan));
  }

  @Override
  public Optional<StagedChart> findStaged(WorkspaceId workspace, String key) {
    return readers.read(connection -> DrawingTables.find(connection, workspace, key));
  }

  @Override
  public Slice<StagedChart> stagedCharts(
      WorkspaceId workspace, ChartFilter filter, Slice.Request request) {
    return readers.read(connection -> DrawingTables.slice(connection, workspace, filter, request));
  }

  @Override
  public List<String> chartTags(WorkspaceId workspace) {
    return readers.read(connection -> DrawingTables.tags(connection, workspace));
  }

  @Override
  public RedrawAnswer redraw(
      WorkspaceId workspace,
      String key,
      int draftVersion,
      @Nullable String name,
      NewDraft draft,
      SeatingPlan plan) {
    return readers.change(connection ->
        DrawingTables.redraw(connection, workspace, key, draftVersion, name, draft, plan));
  }

  @Override
  public RedrawAnswer discardDraft(
      WorkspaceId workspace, String key, int publishedVersion, @Nullable String name) {
    return readers.change(
        connection -> DrawingTables.discard(connection, workspace, key, publishedVersion, name));
  }
}
