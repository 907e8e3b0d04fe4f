package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the catalog for charts that are published from the beginning, and whose changes are
 * published at once as long as nobody sells them.
 */
public interface DrawingPort {
  /**
   * Stores a chart with its first draft and publishes it, all or nothing: draft and published
   * version are both numbered 1.
   *
   * @return empty when the workspace has a chart of this key
   * @throws StoreFailure.Rejected when the workspace does not exist
   */
  Optional<Chart> createPublished(
      WorkspaceId workspace, String key, String name, NewDraft draft, SeatingPlan plan);

  Optional<StagedChart> findStaged(WorkspaceId workspace, String key);

  /**
   * Which charts are listed.
   *
   * @param named a part of their names, in any case; empty: whatever they are called
   * @param tag one of their tags; null: whatever tags they have
   */
  record ChartFilter(String named, @Nullable String tag) {
    /** All of them. */
    public static final ChartFilter ALL = new ChartFilter("", null);
  }

  /** The one with the greatest number first, by which the cursors go. */
  Slice<StagedChart> stagedCharts(WorkspaceId workspace, ChartFilter filter, Slice.Request request);

  /** All tags of the workspace's charts, each once, in the order of their characters. */
  List<String> chartTags(WorkspaceId workspace);

  /**
   * Gives a chart another name and draft, whose number grows by one, and publishes it at once
   * unless an event sells the chart, all or nothing.
   *
   * @param draftVersion the draft that the new one was made from
   * @param name null: stays
   * @param plan made from the new draft
   */
  RedrawAnswer redraw(
      WorkspaceId workspace,
      String key,
      int draftVersion,
      @Nullable String name,
      NewDraft draft,
      SeatingPlan plan);

  /**
   * Makes the draft, whose number grows by one, what is published, and the name another.
   *
   * @param publishedVersion the version that the name comes from
   * @param name null: stays
   */
  RedrawAnswer discardDraft(
      WorkspaceId workspace, String key, int publishedVersion, @Nullable String name);

  /** What came of changing a chart. */
  sealed interface RedrawAnswer {
    record Redrawn(StagedChart chart) implements RedrawAnswer {}

    /** What it was made from is not there any more: read it again. */
    record Moved() implements RedrawAnswer {}

    record NoSuchChart() implements RedrawAnswer {}
  }
}
