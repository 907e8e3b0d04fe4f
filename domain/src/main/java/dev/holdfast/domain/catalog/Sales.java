package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.CatalogPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Of events that have categories of their own; beside the venue some 35 bytes an object. */
  private final KeptVersions<Asked, Seating> seatings =
      new KeptVersions<>(MAX_SPOTS, Seating::size);

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
  private record House(Venue venue, List<Category> categories, Seating seating) {
    House(Venue venue, List<Category> categories) {
      this(venue, categories, Seating.of(venue, categories));
    }

    Seating seating(EventCategories own) {
      List<Category> all = Stream.concat(categories.stream(), own.list().stream()).toList();
      Map<String, String> ofObjects = new HashMap<>();
      own.ofObjects().forEach((label, key) -> ofObjects.put(label, key.text()));
      return Seating.of(venue, all, ofObjects);
    }
  }

  private static final House NOTHING = new House(Venue.EMPTY, List.of());

  /**
   * Where the objects of a published layout stand.
   *
   * @return empty when that is not the published layout (any more)
   */
  public Optional<Venue> venue(LayoutVersion layout) {
    return house(layout).map(House::venue);
  }

  /**
   * The same made ready for choices, in which every object is in the category that the event sells
   * it in.
   *
   * @param by the layout, and the rules that {@code own} belongs to
   * @param own what the event has of its own
   * @return empty when that is not the published layout (any more)
   */
  public Optional<Seating> seating(EventId event, SoldBy by, EventCategories own) {
    return own.equals(EventCategories.NONE)
        ? house(by.layout()).map(House::seating)
        : own(event, by, own);
  }

  private Optional<Seating> own(EventId event, SoldBy by, EventCategories own) {
    return seatings.find(
        new Asked(event, by), () -> house(by.layout()).map(house -> house.seating(own)));
  }

  private Optional<House> house(LayoutVersion layout) {
    return layout.version() == 0
        ? Optional.of(NOTHING)
        : houses.find(layout, () -> catalog.layout(layout).map(this::read));
  }

  private House read(StoredLayout stored) {
    return new House(notations.venue(stored), notations.layout(stored).categories());
  }
}
