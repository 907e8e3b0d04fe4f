package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Charts and events with all that stands in them, for those who tell of it. */
public final class Houses {
  /** How often a published version is looked for again because it was replaced meanwhile. */
  private static final int ATTEMPTS = 5;

  private final CatalogPort catalog;
  private final Sales sales;
  private final Notations notations;

  /**
   * Of a catalog.
   *
   * @param notations those that its layouts are stored in
   */
  public Houses(CatalogPort catalog, Sales sales, Notations notations) {
    this.catalog = catalog;
    this.sales = sales;
    this.notations = notations;
  }

  /**
   * A chart.
   *
   * @param categories in order
   */
  public record OfChart(Venue venue, List<Category> categories) {
    public OfChart {
      categories = List.copyOf(categories);
    }
  }

  /**
   * An event.
   *
   * @param categories those of its chart, in order; its own are among the rules
   * @param onSale its rules as they fall on the venue
   */
  public record OfEvent(Event event, Venue venue, List<Category> categories, OnSale onSale) {
    public OfEvent {
      categories = List.copyOf(categories);
    }

    /** Whether it is sold under its own label: a table or its seats, whichever the event sells. */
    public boolean isOffered(Spot spot) {
      return onSale == OnSale.EVERYTHING ? isUsual(spot) : onSale.offers(spot.label());
    }

    /** Without rules it is as the chart says. */
    private boolean isUsual(Spot spot) {
      String table = spot.table();
      return table == null || isWhole(table) == (spot.kind() == Spot.Kind.TABLE);
    }

    private boolean isWhole(String table) {
      return venue.find(table).filter(each -> each.size().asAWhole()).isPresent();
    }
  }

  /** An event as it sells now. */
  public Outcome<OfEvent> ofEvent(WorkspaceId workspace, String key) {
    return catalog
        .findEvent(workspace, key)
        .map(this::ofEvent)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
  }

  /** The same of an event that was found; refused when it is gone meanwhile. */
  public Outcome<OfEvent> ofEvent(Event event) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // What is known of the event may be a moment old.
      Optional<SoldBy> by = catalog.soldBy(event.id());
      if (by.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownEvent());
      }
      Optional<OfEvent> house = read(event, by.get());
      if (house.isPresent()) {
        return Outcome.accepted(house.get());
      }
    }
    throw tooFast();
  }

  private Optional<OfEvent> read(Event event, SoldBy by) {
    return sales
        .onSale(event.id(), by)
        .flatMap(current ->
            published(by.layout())
                .map(chart ->
                    new OfEvent(event, chart.venue(), chart.categories(), current.onSale())));
  }

  /** A chart as it is published. */
  public Outcome<OfChart> published(WorkspaceId workspace, String key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Chart> chart = catalog.findChart(workspace, key);
      if (chart.isEmpty()) {
        return Outcome.refused(new Refusal.UnknownChart());
      }
      Integer version = chart.get().publishedVersion();
      if (version == null) {
        return Outcome.refused(new Refusal.ChartNotPublished());
      }
      Optional<OfChart> house = published(new LayoutVersion(chart.get().id(), version));
      if (house.isPresent()) {
        return Outcome.accepted(house.get());
      }
    }
    throw tooFast();
  }

  private Optional<OfChart> published(LayoutVersion layout) {
    return sales
        .venue(layout)
        .flatMap(venue -> plan(layout).map(plan -> new OfChart(venue, plan.categories())));
  }

  private Optional<SeatingPlan> plan(LayoutVersion layout) {
    return layout.version() == 0 ? Optional.of(SeatingPlan.EMPTY) : catalog.plan(layout);
  }

  /** A chart as it is drawn by now, published or not; read anew each time, which takes a while. */
  public Outcome<OfChart> draft(WorkspaceId workspace, String key) {
    Optional<StoredLayout> draft = catalog.draft(workspace, key);
    return draft.isEmpty()
        ? Outcome.refused(new Refusal.UnknownChart())
        : Outcome.accepted(
            new OfChart(notations.venue(draft.get()), notations.layout(draft.get()).categories()));
  }

  private static StoreFailure tooFast() {
    return new StoreFailure.Unavailable("the chart is republished faster than it is read", null);
  }
}
