package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.CatalogPort;
import java.util.List;
import java.util.Optional;

/**
 * What events sell, by whom, and where it stands: made once of each version of a layout and of sale
 * rules, and kept for whoever asks next. An event that never had rules costs no question at all.
 */
public final class Sales {
  /** Objects of venues kept in all, some 400 bytes each. */
  private static final int MAX_SPOTS = 200_000;

  /** Labels kept of rules as they fall on venues, some 50 bytes each. */
  private static final int MAX_LABELS = 1_000_000;

  private final CatalogPort catalog;
  private final Notations notations;
  private final KeptVersions<LayoutVersion, House> houses =
      new KeptVersions<>(MAX_SPOTS, house -> house.venue().spots().size());
  private final KeptVersions<Asked, Current> current =
      new KeptVersions<>(MAX_LABELS, each -> each.onSale().size());

  /**
   * Of a catalog.
   *
   * @param notations those that its layouts are stored in
   */
  public Sales(CatalogPort catalog, Notations notations) {
    this.catalog = catalog;
    this.notations = notations;
  }

  /** Of a catalog whose events have no rules. */
  public static Sales withoutRules(CatalogPort catalog) {
    return new Sales(catalog, new Notations(List.of()));
  }

  private record Asked(EventId event, SoldBy by) {}

  /**
   * What is on sale.
   *
   * @param by the layout asked about, and the rules as they are
   */
  public record Current(SoldBy by, OnSale onSale) {}

  /**
   * What an event has on sale on a layout by its rules as they are now, which may be later ones
   * than the caller knows.
   *
   * @return empty when there is no such event, or when that is not the published layout (any more)
   */
  public Optional<Current> onSale(EventId event, SoldBy by) {
    return by.rules() == 0
        ? Optional.of(new Current(by, OnSale.EVERYTHING))
        : current.find(new Asked(event, by), () -> read(event, by.layout()));
  }

  private Optional<Current> read(EventId event, LayoutVersion layout) {
    Optional<SaleRules.Versioned> found = catalog.rules(event);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    SaleRules rules = found.get().rules();
    SoldBy now = new SoldBy(layout, found.get().version());
    if (rules.equals(SaleRules.NONE)) {
      return Optional.of(new Current(now, OnSale.EVERYTHING));
    }
    return venue(layout)
        .flatMap(venue ->
            plan(layout).map(plan -> new Current(now, OnSale.of(rules, venue, plan.categories()))));
  }

  private Optional<SeatingPlan> plan(LayoutVersion layout) {
    return layout.version() == 0 ? Optional.of(SeatingPlan.EMPTY) : catalog.plan(layout);
  }

  /** A layout's objects, where they stand, and that made ready for choosing among them. */
  private record House(Venue venue, Seating seating) {}

  private static final House NOTHING = new House(Venue.EMPTY, Seating.of(Venue.EMPTY, List.of()));

  /**
   * Where the objects of a published layout stand.
   *
   * @return empty when that is not the published layout (any more)
   */
  public Optional<Venue> venue(LayoutVersion layout) {
    return house(layout).map(House::venue);
  }

  /**
   * The same made ready for choices, in which every object is sold in its own category.
   *
   * @return empty when that is not the published layout (any more)
   */
  public Optional<Seating> seating(LayoutVersion layout) {
    return house(layout).map(House::seating);
  }

  private Optional<House> house(LayoutVersion layout) {
    return layout.version() == 0
        ? Optional.of(NOTHING)
        : houses.find(layout, () -> catalog.layout(layout).map(this::read));
  }

  private House read(StoredLayout stored) {
    Venue venue = notations.venue(stored);
    return new House(venue, Seating.of(venue, notations.layout(stored).categories()));
  }
}
