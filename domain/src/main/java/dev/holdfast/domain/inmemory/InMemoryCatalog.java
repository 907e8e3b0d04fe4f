package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalog in memory: the executable reading of {@link CatalogPort}. */
public final class InMemoryCatalog extends InMemoryDrawings implements CatalogPort {
  private final InMemoryStore store;

  public InMemoryCatalog(InMemoryStore store) {
    super(store);
    this.store = store;
  }

  @Override
  public Chart createChart(
      WorkspaceId workspace, String key, String name, String notation, String draft) {
    return store.atomically(() -> {
      store.companies.requireWorkspace(workspace);
      NewDraft first = new NewDraft(notation, draft);
      return store.charts.create(workspace, key, name, first, store.now());
    });
  }

  @Override
  public Optional<Chart> findChart(WorkspaceId workspace, String key) {
    return chart(workspace, key, InMemoryCatalogCharts.Row::chart);
  }

  @Override
  public Page<Chart> charts(WorkspaceId workspace, Page.Request page) {
    return store.atomically(() ->
        page(
            store.charts.of(workspace).map(InMemoryCatalogCharts.Row::chart),
            newestFirst(Chart::createdAt, Chart::key),
            page));
  }

  @Override
  public Optional<Chart> updateChart(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable NewDraft draft) {
    return chart(workspace, key, row -> store.charts.update(row, name, draft, store.now()));
  }

  @Override
  public Optional<StoredLayout> draft(WorkspaceId workspace, String key) {
    return chart(
        workspace,
        key,
        row ->
            new StoredLayout(
                key, row.chart().draftVersion(), row.draft().notation(), row.draft().text()));
  }

  @Override
  public PublishAnswer publish(
      WorkspaceId workspace, String key, int draftVersion, SeatingPlan plan) {
    return chart(workspace, key, row -> publish(row, draftVersion, plan))
        .orElseGet(PublishAnswer.NoSuchChart::new);
  }

  private PublishAnswer publish(InMemoryCatalogCharts.Row row, int draftVersion, SeatingPlan plan) {
    return row.chart().draftVersion() == draftVersion
        ? new PublishAnswer.Published(store.charts.publish(row, plan, store.now()))
        : new PublishAnswer.DraftChanged();
  }

  @Override
  public Optional<Chart> unpublish(WorkspaceId workspace, String key) {
    return chart(workspace, key, row -> store.charts.unpublish(row, store.now()));
  }

  @Override
  public TagAnswer changeTags(WorkspaceId workspace, String key, TagChange change) {
    return chart(workspace, key, row -> retag(row, change.applyTo(row.chart().tags())))
        .orElseGet(TagAnswer.NoSuchChart::new);
  }

  private TagAnswer retag(InMemoryCatalogCharts.Row row, List<String> tags) {
    return tags.size() > TagChange.MAX_TAGS
        ? new TagAnswer.TooMany()
        : new TagAnswer.Changed(store.charts.retag(row, tags, store.now()));
  }

  @Override
  public Optional<Chart> copyChart(
      WorkspaceId workspace, String key, String newKey, String newName) {
    return chart(workspace, key, row -> store.charts.copy(row, newKey, newName, store.now()));
  }

  @Override
  public DeleteAnswer deleteChart(WorkspaceId workspace, String key) {
    return chart(workspace, key, this::delete).orElse(DeleteAnswer.NO_SUCH_CHART);
  }

  private DeleteAnswer delete(InMemoryCatalogCharts.Row row) {
    long id = row.chart().id();
    if (store.events.all().stream().anyMatch(event -> event.chart() == id)) {
      return DeleteAnswer.IN_USE;
    }
    store.charts.delete(row);
    return DeleteAnswer.DELETED;
  }

  @Override
  public Optional<StoredLayout> layout(LayoutVersion layout) {
    return store.atomically(
        () -> publication(layout).map(InMemoryCatalogCharts.Publication::layout));
  }

  @Override
  public Optional<LayoutVersion> publishedAnywhere(String chartKey) {
    return store.atomically(() -> {
      List<InMemoryCatalogCharts.Row> rows = store.charts.anywhere(chartKey);
      return rows.size() == 1 && rows.getFirst().published() != null
          ? Optional.of(rows.getFirst().layout())
          : Optional.empty();
    });
  }

  @Override
  public Optional<SeatingPlan> plan(LayoutVersion layout) {
    return store.atomically(() -> publication(layout).map(InMemoryCatalogCharts.Publication::plan));
  }

  private Optional<InMemoryCatalogCharts.Publication> publication(LayoutVersion layout) {
    return store
        .charts
        .find(layout.chart())
        .filter(row -> row.layout().equals(layout))
        .flatMap(row -> Optional.ofNullable(row.published()));
  }

  private <T> Optional<T> chart(
      WorkspaceId workspace, String key, Function<InMemoryCatalogCharts.Row, T> use) {
    return store.atomically(() -> store.charts.find(workspace, key).map(use));
  }

  static <T> Comparator<T> newestFirst(Function<T, Instant> createdAt, Function<T, String> key) {
    return Comparator.comparing(createdAt).reversed().thenComparing(key);
  }

  static <T> Page<T> page(Stream<T> all, Comparator<T> order, Page.Request page) {
    List<T> sorted = all.sorted(order).toList();
    return new Page<>(
        sorted.stream().skip(page.offset()).limit(page.limit()).toList(), sorted.size());
  }
}
