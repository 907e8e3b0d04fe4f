package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.CategoryTally;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.CatalogPort.TagAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charts: drawn as a draft, sold by as published. */
public final class Charts {
  /** How often a publish starts again because the draft changed under it. */
  private static final int PUBLISH_ATTEMPTS = 5;

  /** How often a published version is looked for again because it was replaced meanwhile. */
  private static final int READ_ATTEMPTS = 5;

  /** Behind the name of a copy. */
  private static final String COPY = " (copy)";

  private final CatalogPort catalog;
  private final IdSource ids;
  private final Notations notations;

  /**
   * Charts of a catalog.
   *
   * @param notations those that layouts may be stored in
   */
  public Charts(CatalogPort catalog, IdSource ids, List<LayoutNotation> notations) {
    this.catalog = catalog;
    this.ids = ids;
    this.notations = new Notations(notations);
  }

  /** Makes a chart with a draft. */
  public Chart create(WorkspaceId workspace, String name, NewDraft draft) {
    return catalog.createChart(workspace, newKey(), name, draft.notation(), draft.text());
  }

  /** The chart of this key. */
  public Outcome<Chart> find(WorkspaceId workspace, String key) {
    return orUnknown(catalog.findChart(workspace, key));
  }

  /** Charts, newest first. */
  public Page<Chart> list(WorkspaceId workspace, Page.Request page) {
    return catalog.charts(workspace, page);
  }

  /** Changes the name, the draft (which is replaced whole), or both. */
  public Outcome<Chart> update(
      WorkspaceId workspace, String key, @Nullable String name, @Nullable NewDraft draft) {
    return orUnknown(catalog.updateChart(workspace, key, name, draft));
  }

  /** The draft as it was written. */
  public Outcome<StoredLayout> draft(WorkspaceId workspace, String key) {
    return orUnknown(catalog.draft(workspace, key));
  }

  /** Makes the draft what is sold by. Events of the chart follow at once. */
  public Outcome<Chart> publish(WorkspaceId workspace, String key) {
    for (int attempt = 0; attempt < PUBLISH_ATTEMPTS; attempt++) {
      Optional<StoredLayout> draft = catalog.draft(workspace, key);
      if (draft.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      switch (notations.plan(draft.get())) {
        case Outcome.Accepted<SeatingPlan>(SeatingPlan plan) -> {
          switch (catalog.publish(workspace, key, draft.get().version(), plan)) {
            case PublishAnswer.Published(Chart chart) -> {
              return Outcome.accepted(chart);
            }
            case PublishAnswer.NoSuchChart _ -> {
              return Outcome.refused(new Refusal.UnknownChart());
            }
            case PublishAnswer.DraftChanged _ -> {
              // Somebody saved a newer draft meanwhile: that is the one to publish.
            }
          }
        }
        case Outcome.Refused<SeatingPlan>(List<Refusal> reasons) -> {
          return Outcome.refused(reasons);
        }
        case Outcome.Repeated<SeatingPlan>(Repeat repeat) -> {
          return new Outcome.Repeated<>(repeat);
        }
      }
    }
    throw new StoreFailure.Unavailable("the draft changes faster than it can be published", null);
  }

  /** What the published version has to sell, by the labels of its categories. */
  public Outcome<List<CategoryTally>> tallies(WorkspaceId workspace, String key) {
    for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
      Optional<Chart> chart = catalog.findChart(workspace, key);
      if (chart.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      Integer published = chart.get().publishedVersion();
      if (published == null) {
        return Outcome.refused(new Refusal.ChartNotPublished());
      }
      Optional<List<CategoryTally>> tallies =
          tallies(new LayoutVersion(chart.get().id(), published));
      if (tallies.isPresent()) {
        return Outcome.accepted(tallies.get());
      }
    }
    throw new StoreFailure.Unavailable("the chart is republished faster than it is read", null);
  }

  private Optional<List<CategoryTally>> tallies(LayoutVersion version) {
    return catalog
        .plan(version)
        .flatMap(plan ->
            categories(version, plan).map(categories -> CategoryTally.of(plan, categories)));
  }

  /** A plan that was published before there were categories in it leaves them to the layout. */
  private Optional<List<Category>> categories(LayoutVersion version, SeatingPlan plan) {
    boolean told =
        !plan.categories().isEmpty()
            || plan.every().stream().allMatch(object -> object.usualCategory() == null);
    return told
        ? Optional.of(plan.categories())
        : catalog.layout(version).map(layout -> notations.layout(layout).categories());
  }

  /**
   * Which layout the chart of this key has published, for anybody who knows the key; see {@link
   * CatalogPort#publishedAnywhere}.
   */
  public Optional<LayoutVersion> publishedAnywhere(String key) {
    return catalog.publishedAnywhere(key);
  }

  /** A published layout, as written; empty when it is not the published one any more. */
  public Optional<StoredLayout> layout(LayoutVersion version) {
    return catalog.layout(version);
  }

  /**
   * A layout in a notation, whatever it was drawn in; see {@link Notations#in}.
   *
   * @param notation name of one of those that layouts may be stored in
   */
  public StoredLayout in(String notation, StoredLayout layout) {
    return notations.in(notation, layout);
  }

  /**
   * A published layout as one walks through it; read anew each time, which takes a while.
   *
   * @return empty when that version is not the published one (any more)
   */
  public Optional<Venue> venue(LayoutVersion version) {
    return version.version() == 0
        ? Optional.of(Venue.EMPTY)
        : catalog.layout(version).map(notations::venue);
  }

  /** The same charts for those who publish what they draw at once. */
  public Drawings drawings() {
    return new Drawings(catalog, ids, notations);
  }

  /** Takes the published version back: existing events then appear empty. */
  public Outcome<Chart> unpublish(WorkspaceId workspace, String key) {
    return orUnknown(catalog.unpublish(workspace, key));
  }

  /**
   * Takes tags away and adds others, all or nothing. Taking away a tag that is not there and adding
   * one that is succeed and change nothing.
   */
  public Outcome<Chart> changeTags(WorkspaceId workspace, String key, TagChange change) {
    for (String tag : change.add()) {
      if (!TagChange.isTag(tag)) {
        return Outcome.refused(new Refusal.UnusableTag(tag));
      }
    }
    return switch (catalog.changeTags(workspace, key, change)) {
      case TagAnswer.Changed(Chart chart) -> Outcome.accepted(chart);
      case TagAnswer.TooMany _ -> Outcome.refused(new Refusal.TooManyTags(TagChange.MAX_TAGS));
      case TagAnswer.NoSuchChart _ -> Outcome.refused(new Refusal.UnknownChart());
    };
  }

  /**
   * Makes a chart that is the same under a new key, named after this one: the same draft and tags.
   * While this one is published the copy is so at once, by the very same layout, which may be older
   * than the draft; so a copy can be put on sale without another step.
   */
  public Outcome<Chart> copy(WorkspaceId workspace, String key) {
    return orUnknown(
        catalog
            .findChart(workspace, key)
            .flatMap(
                chart -> catalog.copyChart(workspace, key, newKey(), nameOfCopy(chart.name()))));
  }

  /** The name may lose its end, so that the copy's is no longer than a name may be. */
  static String nameOfCopy(String name) {
    int room = Chart.MAX_NAME - COPY.length();
    if (name.length() <= room) {
      return name + COPY;
    }
    boolean splitsPair = Character.isHighSurrogate(name.charAt(room - 1));
    return name.substring(0, splitsPair ? room - 1 : room) + COPY;
  }

  private String newKey() {
    return newKey(ids);
  }

  static String newKey(IdSource ids) {
    return "chart_" + ids.text(20);
  }

  /** Deletes a chart that no event uses. */
  public Outcome<String> delete(WorkspaceId workspace, String key) {
    return switch (catalog.deleteChart(workspace, key)) {
      case DELETED -> Outcome.accepted(key);
      case IN_USE -> Outcome.refused(new Refusal.ChartInUse());
      case NO_SUCH_CHART -> Outcome.refused(new Refusal.UnknownChart());
    };
  }

  private static <T> Outcome<T> orUnknown(Optional<T> found) {
    return found
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownChart()));
  }
}
