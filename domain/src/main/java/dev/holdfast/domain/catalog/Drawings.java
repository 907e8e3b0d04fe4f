package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.DrawingPort.ChartFilter;
import dev.holdfast.domain.port.DrawingPort.RedrawAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Charts for those who draw and sell without a step between: a new chart is published at once, and
 * so is a change of one that no event sells. A change of one that is sold waits as a draft
 * (seats.io dialect, section 9).
 */
public final class Drawings {
  /** How often a change is made again because the chart changed under it. */
  private static final int ATTEMPTS = 5;

  private final CatalogPort catalog;
  private final IdSource ids;
  private final Notations notations;

  Drawings(CatalogPort catalog, IdSource ids, Notations notations) {
    this.catalog = catalog;
    this.ids = ids;
    this.notations = notations;
  }

  /** Makes a chart that is published, under a key made here. */
  public Outcome<Chart> create(WorkspaceId workspace, String name, NewDraft draft) {
    return create(workspace, Charts.newKey(ids), name, draft).map(Optional::orElseThrow);
  }

  /**
   * Makes a chart that is published, under a key of the caller's choice.
   *
   * @return empty when the workspace has a chart of this key
   */
  public Outcome<Optional<Chart>> create(
      WorkspaceId workspace, String key, String name, NewDraft draft) {
    return plan(key, 1, draft)
        .map(plan -> catalog.createPublished(workspace, key, name, draft, plan));
  }

  private Outcome<SeatingPlan> plan(String key, int version, NewDraft draft) {
    return notations.plan(new StoredLayout(key, version, draft.notation(), draft.text()));
  }

  /** The chart of this key. */
  public Outcome<StagedChart> find(WorkspaceId workspace, String key) {
    return orUnknown(catalog.findStaged(workspace, key));
  }

  /** Charts, newest first. */
  public Slice<StagedChart> list(WorkspaceId workspace, ChartFilter filter, Slice.Request request) {
    return catalog.stagedCharts(workspace, filter, request);
  }

  /** All tags of the workspace's charts. */
  public List<String> tags(WorkspaceId workspace) {
    return catalog.chartTags(workspace);
  }

  /** What is drawn now: the draft where there is one, else what is published. */
  public Outcome<StoredLayout> current(WorkspaceId workspace, String key) {
    return orUnknown(catalog.draft(workspace, key));
  }

  /** What is published. */
  public Outcome<StoredLayout> published(WorkspaceId workspace, String key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Chart> chart = catalog.findChart(workspace, key);
      if (chart.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      Integer version = chart.get().publishedVersion();
      if (version == null) {
        return Outcome.refused(new Refusal.ChartNotPublished());
      }
      Optional<StoredLayout> layout = catalog.layout(new LayoutVersion(chart.get().id(), version));
      if (layout.isPresent()) {
        return Outcome.accepted(layout.get());
      }
    }
    throw changing();
  }

  /**
   * Another drawing.
   *
   * @param name null: stays
   */
  public record Redrawn(@Nullable String name, NewDraft draft) {}

  /**
   * Changes what is drawn.
   *
   * @param edit makes another drawing of what is drawn now, and is asked again when that has
   *     changed meanwhile; what it gives empty is not done
   * @return empty when that was so
   */
  public Outcome<Optional<StagedChart>> redraw(
      WorkspaceId workspace, String key, Function<StoredLayout, Optional<Redrawn>> edit) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredLayout> current = catalog.draft(workspace, key);
      if (current.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      Optional<Redrawn> redrawn = edit.apply(current.get());
      if (redrawn.isEmpty()) {
        return Outcome.accepted(Optional.empty());
      }
      NewDraft draft = redrawn.get().draft();
      StoredLayout from = current.get();
      Outcome<SeatingPlan> plan = plan(key, from.version() + 1, draft);
      if (!(plan instanceof Outcome.Accepted<SeatingPlan>(SeatingPlan sold))) {
        return plan.map(_ -> Optional.empty());
      }
      RedrawAnswer answer =
          catalog.redraw(workspace, key, from.version(), redrawn.get().name(), draft, sold);
      if (!(answer instanceof RedrawAnswer.Moved)) {
        return told(answer);
      }
    }
    throw changing();
  }

  /**
   * Publishes the draft. Events of the chart follow at once.
   *
   * @return empty when there is none
   */
  public Outcome<Optional<Chart>> publishDraft(WorkspaceId workspace, String key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StagedChart> chart = catalog.findStaged(workspace, key);
      Optional<StoredLayout> draft = catalog.draft(workspace, key);
      if (chart.isEmpty() || draft.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      if (!chart.get().drafted()) {
        return Outcome.accepted(Optional.empty());
      }
      Outcome<SeatingPlan> plan = notations.plan(draft.get());
      if (!(plan instanceof Outcome.Accepted<SeatingPlan>(SeatingPlan sold))) {
        return plan.map(_ -> Optional.empty());
      }
      PublishAnswer answer = catalog.publish(workspace, key, draft.get().version(), sold);
      if (answer instanceof PublishAnswer.Published(Chart published)) {
        return Outcome.accepted(Optional.of(published));
      }
    }
    throw changing();
  }

  /**
   * Takes the draft back: what is published is what is drawn.
   *
   * @param nameIn what a published drawing calls its chart; empty: the chart's name stays
   * @return empty when there is no draft
   */
  public Outcome<Optional<StagedChart>> discardDraft(
      WorkspaceId workspace, String key, Function<StoredLayout, Optional<String>> nameIn) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StagedChart> chart = catalog.findStaged(workspace, key);
      if (chart.isPresent() && !chart.get().drafted()) {
        return Outcome.accepted(Optional.empty());
      }
      Outcome<StoredLayout> published = published(workspace, key);
      if (!(published instanceof Outcome.Accepted<StoredLayout>(StoredLayout layout))) {
        return published.map(_ -> Optional.empty());
      }
      RedrawAnswer answer =
          catalog.discardDraft(workspace, key, layout.version(), nameIn.apply(layout).orElse(null));
      if (!(answer instanceof RedrawAnswer.Moved)) {
        return told(answer);
      }
    }
    throw changing();
  }

  private static Outcome<Optional<StagedChart>> told(RedrawAnswer answer) {
    return switch (answer) {
      case RedrawAnswer.Redrawn(StagedChart chart) -> Outcome.accepted(Optional.of(chart));
      case RedrawAnswer.NoSuchChart _ -> Outcome.refused(new Refusal.UnknownChart());
      case RedrawAnswer.Moved _ -> throw changing();
    };
  }

  private static StoreFailure changing() {
    return new StoreFailure.Unavailable("the chart changes faster than it is read", null);
  }

  private static <T> Outcome<T> orUnknown(Optional<T> found) {
    return found
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownChart()));
  }
}
