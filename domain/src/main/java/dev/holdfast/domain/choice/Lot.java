package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What a wish can name of a spot, and the floor. A house has few of these and many spots, so a wish
 * is compared with each lot once, and with no spot.
 *
 * @param category a key
 */
record Lot(Part part, @Nullable String zone, @Nullable String category) {

  /** The lot of a spot that an event sells in this category. */
  static Lot of(Spot spot, @Nullable String category) {
    Spot.Floor floor = spot.standing().floor();
    Part part = new Part(floor == null ? null : floor.name(), spot.naming().section());
    return new Lot(part, spot.standing().zone(), category);
  }

  /**
   * A section, which on another floor is another; or all that is in none, of a floor or of the
   * house.
   */
  record Part(@Nullable String floor, @Nullable String section) {}
}
