package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import java.util.List;
import java.util.Optional;

/** What an event's own rules say of the objects of its chart (sections 12 to 14). */
interface Offer {
  /** Whether it is sold under this label: a table or its seats, whichever the event sells. */
  boolean isOffered(Spot spot);

  /** Whether it is for sale; an area is while some of its places may be. */
  boolean isForSale(Spot spot);

  /** How many places of an area are kept back. */
  int placesNotForSale(Spot area);

  /** Key of the channel it is in. */
  Optional<String> channel(Spot spot);

  /** The spot in the category that the event sells it in. */
  PricedSpot priced(Spot spot);

  /** The categories of chart and event, in order. */
  List<Category> categories();

  /** Keys of the event's channels, in order. */
  List<String> channels();
}
