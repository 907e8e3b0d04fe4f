package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import org.jspecify.annotations.Nullable;

/**
 * An object of a venue in the category that it is sold in.
 *
 * @param categoryKey null when it has none
 * @param categoryLabel null when it has none, or one that nobody declared
 */
record PricedSpot(Spot spot, @Nullable String categoryKey, @Nullable String categoryLabel) {
  /** What it is, in the dialect's word (section 11). */
  String objectType() {
    return objectType(spot.kind());
  }

  /** The dialect's word for a kind of object. */
  static String objectType(Spot.Kind kind) {
    return switch (kind) {
      case SEAT -> "seat";
      case TABLE -> "table";
      case AREA -> "generalAdmission";
      case BOOTH -> "booth";
    };
  }
}
