package dev.holdfast.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The catalog with its hottest answers kept for a moment, so that a crowd at one event does not ask
 * PostgreSQL the same three questions a request. Only what is there is kept, never that something
 * is not. What this node changes, it sees at once; another node's changes within {@link #MAX_AGE},
 * so a revoked key is dead everywhere within a second.
 */
final class CachedCatalog implements CatalogPort {
  /** How old an answer may be. */
  static final Duration MAX_AGE = Duration.ofMillis(500);

  private static final int MAX_KEYS = 10_000;
  private static final int MAX_EVENTS = 10_000;

  /** Bookable objects kept in all, about 100 bytes each. */
  private static final int MAX_OBJECTS = 1_000_000;

  private final CatalogPort catalog;
  private final Cache<KeyHash, ApiKey> keys =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(MAX_AGE).build();
  private final Cache<EventName, Event> events =
      Caffeine.newBuilder().maximumSize(MAX_EVENTS).expireAfterWrite(MAX_AGE).build();

  /** A published version never changes, so its plan does not age. */
  private final Cache<LayoutVersion, SeatingPlan> plans =
      Caffeine.newBuilder()
          .maximumWeight(MAX_OBJECTS)
          .<LayoutVersion, SeatingPlan>weigher((_, plan) -> plan.objects().size() + 1)
          .build();

  CachedCatalog(CatalogPort catalog) {
    this.catalog = catalog;
  }

  private record EventName(WorkspaceId workspace, String key) {}

  @Override
  public Optional<ApiKey> findKey(KeyHash hash) {
    return Optional.ofNullable(keys.get(hash, absent -> orNull(catalog.findKey(absent))));
  }

  @Override
  public boolean revokeKey(String workspaceKey, long keyId) {
    return changed(() -> catalog.revokeKey(workspaceKey, keyId));
  }

  @Override
  public Optional<Event> findEvent(WorkspaceId workspace, String key) {
    EventName name = new EventName(workspace, key);
    return Optional.ofNullable(events.get(name, _ -> orNull(catalog.findEvent(workspace, key))));
  }

  @Override
  public Optional<SeatingPlan> plan(LayoutVersion layout) {
    return Optional.ofNullable(plans.get(layout, absent -> orNull(catalog.plan(absent))));
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
  public Optional<Event> renameEvent(WorkspaceId workspace, String key, @Nullable String name) {
    return changed(() -> catalog.renameEvent(workspace, key, name));
  }

  @Override
  public boolean deleteEvent(WorkspaceId workspace, String key) {
    return changed(() -> catalog.deleteEvent(workspace, key));
  }

  /** Forgets afterwards, so that an answer read during the change is not kept beyond it. */
  private <T> T changed(Supplier<T> change) {
    try {
      return change.get();
    } finally {
      events.invalidateAll();
      keys.invalidateAll();
    }
  }

  private static <T> @Nullable T orNull(Optional<T> found) {
    return found.orElse(null);
  }

  // What follows is passed on as it is.

  @Override
  public Company createCompany(NewCompany company) {
    return catalog.createCompany(company);
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
  public Optional<ApiKey> addKey(String workspaceKey, NewKey key) {
    return catalog.addKey(workspaceKey, key);
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
  public DeleteAnswer deleteChart(WorkspaceId workspace, String key) {
    return catalog.deleteChart(workspace, key);
  }

  @Override
  public CreateEventAnswer createEvent(
      WorkspaceId workspace, String chartKey, String eventKey, @Nullable String name) {
    return catalog.createEvent(workspace, chartKey, eventKey, name);
  }

  @Override
  public Page<Event> events(WorkspaceId workspace, Page.Request page) {
    return catalog.events(workspace, page);
  }

  @Override
  public Optional<StoredLayout> publishedLayout(EventId event) {
    return catalog.publishedLayout(event);
  }

  @Override
  public Optional<LayoutVersion> layoutOf(EventId event) {
    return catalog.layoutOf(event);
  }
}
