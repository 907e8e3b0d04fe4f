package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Drawings;
import dev.holdfast.domain.catalog.Drawings.Redrawn;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.seatsio.drawing.SeatsioNotation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charts as drawings, whatever notation they were drawn in. */
final class DrawnCharts {
  private final Charts charts;
  private final Drawings drawings;

  DrawnCharts(Charts charts) {
    this.charts = charts;
    this.drawings = charts.drawings();
  }

  /** What is done to categories. */
  @FunctionalInterface
  interface CategoriesEdit {
    /** Those afterwards; empty when it cannot be done to these. */
    Optional<List<Category>> of(List<Category> now);
  }

  /** What is drawn now, as a drawing. */
  Outcome<StoredLayout> current(WorkspaceId workspace, String key) {
    return drawings.current(workspace, key).map(this::drawing);
  }

  /** What is published, as a drawing. */
  Outcome<StoredLayout> published(WorkspaceId workspace, String key) {
    return drawings.published(workspace, key).map(this::drawing);
  }

  private StoredLayout drawing(StoredLayout layout) {
    return charts.in(SeatsioNotation.NAME, layout);
  }

  /** Gives a chart another name, other categories, or both; what is null stays. */
  Outcome<Optional<StagedChart>> update(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable CategoriesEdit edit) {
    return drawings.redraw(workspace, key, current -> edited(drawing(current), name, edit));
  }

  private static Optional<Redrawn> edited(
      StoredLayout drawing, @Nullable String name, @Nullable CategoriesEdit edit) {
    String text =
        name == null ? drawing.text() : SeatsioDrawings.named(drawing.text(), name).text();
    Optional<NewDraft> draft =
        edit == null
            ? Optional.of(new NewDraft(SeatsioNotation.NAME, text))
            : edit.of(SeatsioDrawings.facts(text).categories())
                .map(categories -> SeatsioDrawings.withCategories(text, categories));
    return draft.map(each -> new Redrawn(name, each));
  }

  /** Takes the draft back, and with it the name that it gave the chart. */
  Outcome<Optional<StagedChart>> discard(WorkspaceId workspace, String key) {
    return drawings.discardDraft(
        workspace, key, published -> SeatsioDrawings.nameIn(drawing(published).text()));
  }
}
