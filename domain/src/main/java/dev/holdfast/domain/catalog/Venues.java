package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.LayoutNotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the objects of published layouts stand, and that made ready for choosing among them. Reading
 * a layout takes a moment and never comes out differently, so it is done once for all who ask, and
 * the result is kept while there is room.
 */
public final class Venues {
  /** Objects kept in all, some 400 bytes each. */
  private static final int MAX_SPOTS = 200_000;

  private final CatalogPort catalog;
  private final Map<String, LayoutNotation> notations;
  private final KeptVersions<LayoutVersion, Known> known =
      new KeptVersions<>(MAX_SPOTS, each -> each.venue.spots().size());

  private record Known(Venue venue, Seating seating) {}

  private static final Known NOTHING = new Known(Venue.EMPTY, Seating.of(Venue.EMPTY, List.of()));

  /**
   * Those of a catalog.
   *
   * @param notations those that layouts may be stored in
   */
  public Venues(CatalogPort catalog, List<LayoutNotation> notations) {
    this.catalog = catalog;
    this.notations =
        notations.stream().collect(Collectors.toMap(LayoutNotation::name, Function.identity()));
  }

  /**
   * Where the objects of a published layout stand.
   *
   * @return empty when that is not the published layout (any more)
   * @throws dev.holdfast.domain.port.StoreFailure.Unavailable when too many are being read
   */
  public Optional<Venue> venue(LayoutVersion layout) {
    return find(layout).map(Known::venue);
  }

  /**
   * The same made ready for choices, in which every object is sold in its own category.
   *
   * @return empty when that is not the published layout (any more)
   * @throws dev.holdfast.domain.port.StoreFailure.Unavailable when too many are being read
   */
  public Optional<Seating> seating(LayoutVersion layout) {
    return find(layout).map(Known::seating);
  }

  private Optional<Known> find(LayoutVersion layout) {
    return layout.version() == 0
        ? Optional.of(NOTHING)
        : known.find(layout, () -> read(layout));
  }

  private Optional<Known> read(LayoutVersion layout) {
    Optional<SeatingPlan> plan = catalog.plan(layout);
    Optional<StoredLayout> stored = catalog.layout(layout);
    if (plan.isEmpty() || stored.isEmpty()) {
      return Optional.empty();
    }
    String name = stored.get().notation();
    LayoutNotation notation = Objects.requireNonNull(notations.get(name), name);
    String text = stored.get().text();
    Venue venue = notation.venue(text);
    // A plan that was published before there were categories in it leaves them to the layout.
    List<Category> categories =
        plan.get().categories().isEmpty()
            ? notation.read(text).categories()
            : plan.get().categories();
    return Optional.of(new Known(venue, Seating.of(venue, categories)));
  }
}
