package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import org.jspecify.annotations.Nullable;

/**
 * An object of an event, as the dialect tells of it (section 18).
 *
 * @param forSale whether the event sells it at all
 * @param channel key of the channel it is in, null when it is in none
 */
record ObjectInfo(PricedSpot priced, boolean forSale, @Nullable String channel, Stand stand) {
  /** Free and for sale. */
  static final String AVAILABLE = "available";

  /** What would be free is kept back. */
  static final String NOT_FOR_SALE = "not_for_sale";

  Spot spot() {
    return priced.spot();
  }

  String label() {
    return priced.spot().label();
  }

  String status() {
    return stand.status();
  }

  /** Of a free object whether it is for sale; of an area whether one of its free places is. */
  boolean isAvailable() {
    return status().equals(Status.FREE)
        && forSale
        && switch (stand) {
          case Stand.Single _ -> true;
          case Stand.Places places -> places.numFree() > places.notForSale();
        };
  }

  /** Why it can or cannot be had; that it is not free says more than that it is not for sale. */
  String availabilityReason() {
    return reason(status(), isAvailable());
  }

  /**
   * Why something of a status can or cannot be had.
   *
   * @param available whether it can
   */
  static String reason(String status, boolean available) {
    if (available) {
      return AVAILABLE;
    }
    return status.equals(Status.FREE) ? NOT_FOR_SALE : status;
  }

  /** The order it was last changed under; areas have several and tell of none. */
  @Nullable String order() {
    return switch (stand) {
      case Stand.Single single -> single.tag().order();
      case Stand.Places _ -> null;
    };
  }
}
