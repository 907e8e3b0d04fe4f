package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.inmemory.InMemoryCatalogCharts.Publication;
import dev.holdfast.domain.inmemory.InMemoryCatalogCharts.Row;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.DrawingPort;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charts that are published from the beginning, in memory. */
abstract class InMemoryDrawings extends InMemoryEvents implements DrawingPort {
  private final InMemoryStore store;

  InMemoryDrawings(InMemoryStore store) {
    super(store);
    this.store = store;
  }

  @Override
  public Optional<Chart> createPublished(
      WorkspaceId workspace, String key, String name, NewDraft draft, SeatingPlan plan) {
    return store.atomically(() -> {
      store.companies.requireWorkspace(workspace);
      if (store.charts.find(workspace, key).isPresent()) {
        return Optional.empty();
      }
      store.charts.create(workspace, key, name, draft, store.now());
      Row row = store.charts.find(workspace, key).orElseThrow();
      return Optional.of(store.charts.publish(row, plan, store.now()));
    });
  }

  @Override
  public Optional<StagedChart> findStaged(WorkspaceId workspace, String key) {
    return store.atomically(() -> store.charts.find(workspace, key).map(this::staged));
  }

  private StagedChart staged(Row row) {
    Publication published = row.published();
    return new StagedChart(
        row.chart(),
        isUsed(row),
        published != null && published.draft() != row.chart().draftVersion());
  }

  private boolean isUsed(Row row) {
    return store.events.all().stream().anyMatch(event -> event.chart() == row.chart().id());
  }

  @Override
  public Slice<StagedChart> stagedCharts(
      WorkspaceId workspace, ChartFilter filter, Slice.Request request) {
    return store.atomically(() ->
        Slice.of(
            store
                .charts
                .of(workspace)
                .filter(row -> isListed(row.chart(), filter))
                .sorted(Comparator.comparingLong((Row row) -> row.chart().id()).reversed())
                .map(this::staged)
                .toList(),
            request,
            Slice.Order.newestFirst(each -> each.chart().id())));
  }

  private static boolean isListed(Chart chart, ChartFilter filter) {
    return chart.name().toLowerCase(Locale.ROOT).contains(filter.named().toLowerCase(Locale.ROOT))
        && (filter.tag() == null || chart.tags().contains(filter.tag()));
  }

  @Override
  public List<String> chartTags(WorkspaceId workspace) {
    return store.atomically(() ->
        store
            .charts
            .of(workspace)
            .flatMap(row -> row.chart().tags().stream())
            .distinct()
            .sorted()
            .toList());
  }

  @Override
  public RedrawAnswer redraw(
      WorkspaceId workspace,
      String key,
      int draftVersion,
      @Nullable String name,
      NewDraft draft,
      SeatingPlan plan) {
    return store.atomically(() -> {
      Optional<Row> row = store.charts.find(workspace, key);
      if (row.isEmpty()) {
        return new RedrawAnswer.NoSuchChart();
      }
      if (row.get().chart().draftVersion() != draftVersion) {
        return new RedrawAnswer.Moved();
      }
      store.charts.update(row.get(), name, draft, store.now());
      if (!isUsed(row.get())) {
        Row redrawn = store.charts.get(row.get().chart().id());
        store.charts.publish(redrawn, plan, store.now());
      }
      return redrawn(row.get());
    });
  }

  private RedrawAnswer redrawn(Row before) {
    return new RedrawAnswer.Redrawn(staged(store.charts.get(before.chart().id())));
  }

  @Override
  public RedrawAnswer discardDraft(
      WorkspaceId workspace, String key, int publishedVersion, @Nullable String name) {
    return store.atomically(() -> {
      Optional<Row> row = store.charts.find(workspace, key);
      if (row.isEmpty()) {
        return new RedrawAnswer.NoSuchChart();
      }
      Publication published = row.get().published();
      if (published == null || published.layout().version() != publishedVersion) {
        return new RedrawAnswer.Moved();
      }
      store.charts.discardDraft(row.get(), published, name, store.now());
      return redrawn(row.get());
    });
  }
}
