package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalog: companies, workspaces, keys, charts and events. Times are the store's. Keys (the
 * names the outside uses) are made by the caller and unique a workspace.
 *
 * <p>Every question about a chart or an event names its workspace: another workspace's things do
 * not exist for it (invariant I12). Trouble is a {@link StoreFailure}; empty means "there is none".
 */
public interface CatalogPort extends CompanyPort, DrawingPort, EventPort {
  /**
   * Stores a chart with its first draft, numbered 1.
   *
   * @throws StoreFailure.Rejected when the workspace has a chart of this key, or does not exist
   */
  Chart createChart(WorkspaceId workspace, String key, String name, String notation, String draft);

  Optional<Chart> findChart(WorkspaceId workspace, String key);

  /** Newest first; those created at the same instant ascending by key. */
  Page<Chart> charts(WorkspaceId workspace, Page.Request page);

  /**
   * Changes a chart's name, its draft layout (the draft's number then grows by one), or both.
   *
   * @param name null: stays
   * @param draft null: stays
   */
  Optional<Chart> updateChart(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable NewDraft draft);

  /** A layout to become the draft. */
  record NewDraft(String notation, String text) {}

  Optional<StoredLayout> draft(WorkspaceId workspace, String key);

  /**
   * Makes a draft the published version, numbered one above any before, and stores its plan beside
   * it. Events of the chart follow it at once.
   *
   * @param draftVersion the draft that the plan was made from
   */
  PublishAnswer publish(WorkspaceId workspace, String key, int draftVersion, SeatingPlan plan);

  /** What came of publishing. */
  sealed interface PublishAnswer {
    record Published(Chart chart) implements PublishAnswer {}

    /** The draft is another by now: read it again. */
    record DraftChanged() implements PublishAnswer {}

    record NoSuchChart() implements PublishAnswer {}
  }

  /** Takes the published version back; its number is not given again. Idempotent. */
  Optional<Chart> unpublish(WorkspaceId workspace, String key);

  /**
   * Changes a chart's tags, all or nothing; a change of nothing leaves {@link Chart#updatedAt}.
   *
   * @param change adds tags only, see {@link TagChange#isTag}
   */
  TagAnswer changeTags(WorkspaceId workspace, String key, TagChange change);

  /** What came of changing tags. */
  sealed interface TagAnswer {
    record Changed(Chart chart) implements TagAnswer {}

    /** There would be more than {@link TagChange#MAX_TAGS}. */
    record TooMany() implements TagAnswer {}

    record NoSuchChart() implements TagAnswer {}
  }

  /**
   * Copies a chart under another key and name: its draft, numbered 1, its tags, and, while it is
   * published, the published layout and plan as version 1, published now. All or nothing, and as
   * the chart was at one instant.
   *
   * @return empty when there is no such chart
   * @throws StoreFailure.Rejected when the workspace has a chart of the new key
   */
  Optional<Chart> copyChart(WorkspaceId workspace, String key, String newKey, String newName);

  /** Deletes a chart that no event uses. */
  DeleteAnswer deleteChart(WorkspaceId workspace, String key);

  /** What came of deleting a chart. */
  enum DeleteAnswer {
    DELETED,
    IN_USE,
    NO_SUCH_CHART
  }

  /**
   * A published layout as written. Only a chart's newest one is kept.
   *
   * @return empty when that version is not the published one (any more)
   */
  Optional<StoredLayout> layout(LayoutVersion layout);

  /**
   * Which layout the chart of this key has published, in whatever workspace: the only question that
   * names none. It is for what anybody may see who knows the key, which nobody can guess.
   *
   * @return empty when no chart has the key, when it is not published, and when charts of several
   *     workspaces have it, since then it is a name and no secret
   */
  Optional<LayoutVersion> publishedAnywhere(String chartKey);

  /**
   * The bookable objects of a published version. Only a chart's newest one is kept.
   *
   * @return empty when that version is not the published one (any more)
   */
  Optional<SeatingPlan> plan(LayoutVersion layout);
}
