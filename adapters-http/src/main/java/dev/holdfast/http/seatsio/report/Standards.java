package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.List;
import java.util.stream.Stream;

/** Groups that reports tell of when nobody is in them, too (section 22). */
final class Standards {
  /** The kinds of objects. */
  static final List<String> OBJECT_TYPES =
      Stream.of(Spot.Kind.SEAT, Spot.Kind.TABLE, Spot.Kind.AREA, Spot.Kind.BOOTH)
          .map(PricedSpot::objectType)
          .toList();

  /**
   * Why something can or cannot be had. The last never comes true here, and is told all the same.
   */
  static final List<String> REASONS =
      List.of(
          ObjectInfo.AVAILABLE,
          Status.BOOKED,
          Status.HELD,
          ObjectInfo.NOT_FOR_SALE,
          "disabled_by_social_distancing");

  private Standards() {}

  /** Those of a dimension that a chart tells of. */
  static List<String> ofChart(Dimension by, Venue venue, List<Category> categories) {
    return switch (by) {
      case OBJECT_TYPE -> OBJECT_TYPES;
      case CATEGORY_KEY -> and(categories.stream().map(Category::key), Dimension.NO_CATEGORY);
      case CATEGORY_LABEL -> and(categories.stream().map(Category::label), Dimension.NO_CATEGORY);
      case ZONE -> and(venue.zones().stream().map(Venue.Zone::key), Dimension.NO_ZONE);
      case SECTION -> List.of();
      case STATUS, AVAILABILITY, AVAILABILITY_REASON, SELECTABILITY, CHANNEL, LABEL, ORDER_ID ->
          throw new IllegalArgumentException("a chart has no summary " + by.word());
    };
  }

  private static List<String> and(Stream<String> groups, String none) {
    return Stream.concat(groups, Stream.of(none)).toList();
  }
}
