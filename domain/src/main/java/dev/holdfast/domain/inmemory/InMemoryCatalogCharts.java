package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of charts. To be used under the store's mutex only. */
final class InMemoryCatalogCharts {
  /**
   * One chart.
   *
   * @param published null while not published
   * @param lastPublished the highest number ever given
   */
  record Row(
      WorkspaceId workspace,
      Chart chart,
      NewDraft draft,
      @Nullable Publication published,
      int lastPublished) {
    LayoutVersion layout() {
      return new LayoutVersion(chart.id(), published == null ? 0 : published.layout.version());
    }

    private Row with(Chart changed, NewDraft newDraft) {
      return new Row(workspace, changed, newDraft, published, lastPublished);
    }
  }

  /**
   * A draft as it was when it was published, and what it came down to.
   *
   * @param draft the draft's number
   */
  record Publication(StoredLayout layout, SeatingPlan plan, int draft) {}

  private final Map<Long, Row> rows = new LinkedHashMap<>();
  private long last;

  Chart create(WorkspaceId workspace, String key, String name, NewDraft draft, Instant now) {
    if (find(workspace, key).isPresent()) {
      throw new StoreFailure.Rejected("the workspace has a chart of this key", null);
    }
    Chart chart = new Chart(++last, key, name, 1, null, now, now, null, List.of());
    rows.put(chart.id(), new Row(workspace, chart, draft, null, 0));
    return chart;
  }

  Optional<Row> find(WorkspaceId workspace, String key) {
    return of(workspace).filter(row -> row.chart.key().equals(key)).findAny();
  }

  List<Row> anywhere(String key) {
    return rows.values().stream().filter(row -> row.chart.key().equals(key)).toList();
  }

  Optional<Row> find(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  Row get(long id) {
    return Objects.requireNonNull(rows.get(id), "an event's chart");
  }

  Stream<Row> of(WorkspaceId workspace) {
    return rows.values().stream().filter(row -> row.workspace.equals(workspace));
  }

  Chart update(Row row, @Nullable String name, @Nullable NewDraft draft, Instant now) {
    Chart was = row.chart;
    if (name == null && draft == null) {
      return was;
    }
    Chart changed =
        new Chart(
            was.id(),
            was.key(),
            name == null ? was.name() : name,
            draft == null ? was.draftVersion() : was.draftVersion() + 1,
            was.publishedVersion(),
            was.createdAt(),
            now,
            was.publishedAt(),
            was.tags());
    return put(row.with(changed, draft == null ? row.draft : draft));
  }

  Chart publish(Row row, SeatingPlan plan, Instant now) {
    int version = row.lastPublished + 1;
    StoredLayout layout =
        new StoredLayout(row.chart.key(), version, row.draft.notation(), row.draft.text());
    Chart chart = published(row.chart, version, now, now);
    Publication publication = new Publication(layout, plan, chart.draftVersion());
    return put(new Row(row.workspace, chart, row.draft, publication, version));
  }

  Chart unpublish(Row row, Instant now) {
    if (row.published == null) {
      return row.chart;
    }
    Chart chart = published(row.chart, null, now, null);
    return put(new Row(row.workspace, chart, row.draft, null, row.lastPublished));
  }

  private static Chart published(
      Chart was, @Nullable Integer version, Instant now, @Nullable Instant publishedAt) {
    return new Chart(
        was.id(),
        was.key(),
        was.name(),
        was.draftVersion(),
        version,
        was.createdAt(),
        now,
        publishedAt,
        was.tags());
  }

  Chart retag(Row row, List<String> tags, Instant now) {
    Chart was = row.chart;
    if (tags.equals(was.tags())) {
      return was;
    }
    Chart changed =
        new Chart(
            was.id(),
            was.key(),
            was.name(),
            was.draftVersion(),
            was.publishedVersion(),
            was.createdAt(),
            now,
            was.publishedAt(),
            tags);
    return put(row.with(changed, row.draft));
  }

  Chart copy(Row row, String key, String name, Instant now) {
    Chart chart = create(row.workspace, key, name, row.draft, now);
    retag(get(chart.id()), row.chart.tags(), now);
    Publication published = row.published;
    if (published == null) {
      return get(chart.id()).chart;
    }
    StoredLayout of = published.layout;
    StoredLayout layout = new StoredLayout(key, 1, of.notation(), of.text());
    Row copy = get(chart.id());
    int draft = published.draft == row.chart.draftVersion() ? 1 : 0;
    Publication publication = new Publication(layout, published.plan, draft);
    return put(
        new Row(row.workspace, published(copy.chart, 1, now, now), row.draft, publication, 1));
  }

  Chart discardDraft(Row row, Publication published, @Nullable String name, Instant now) {
    NewDraft draft = new NewDraft(published.layout.notation(), published.layout.text());
    Chart chart = update(row, name, draft, now);
    Publication same = new Publication(published.layout, published.plan, chart.draftVersion());
    return put(new Row(row.workspace, chart, draft, same, row.lastPublished));
  }

  private Chart put(Row row) {
    rows.put(row.chart.id(), row);
    return row.chart;
  }

  void delete(Row row) {
    rows.remove(row.chart.id());
  }
}
