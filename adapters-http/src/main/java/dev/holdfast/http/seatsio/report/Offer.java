package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SaleRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue as an event sells it: which of its objects, in which categories, and by whom (sections 12
 * to 14). Immutable.
 */
final class Offer {
  private final Venue venue;
  private final OnSale sale;
  private final List<Category> categories;
  private final CategoryLabels labels;

  /**
   * A venue under an event's rules.
   *
   * @param chartCategories those of the venue's chart, in order
   */
  Offer(Venue venue, List<Category> chartCategories, SaleRules rules) {
    this.venue = venue;
    this.sale = OnSale.of(rules, venue, chartCategories);
    List<Category> all = new ArrayList<>(chartCategories);
    all.addAll(rules.categories().list());
    this.categories = List.copyOf(all);
    this.labels = new CategoryLabels(all);
  }

  Venue venue() {
    return venue;
  }

  /** Whether it is sold under its own label: a table or its seats, whichever the event sells. */
  boolean isOffered(Spot spot) {
    return sale.offers(spot.label());
  }

  /** An object of this event, however it stands. */
  ObjectInfo info(Spot spot, Stand stand) {
    String label = spot.label();
    String channel = sale.channelOf(label).map(Channel::key).orElse(null);
    return new ObjectInfo(priced(spot), sale.isForSale(label), channel, stand);
  }

  /** How many places of an area are kept back. */
  int placesNotForSale(Spot area) {
    return sale.notForSale(area.label());
  }

  private PricedSpot priced(Spot spot) {
    return sale.rules()
        .categories()
        .of(spot.label())
        .map(own -> labels.priced(spot, own.text()))
        .orElseGet(() -> labels.priced(spot, spot.category()));
  }

  /** The categories of chart and event, in order. */
  List<Category> categories() {
    return categories;
  }

  /** Keys of the event's channels, in order. */
  List<String> channels() {
    return sale.rules().channels().all().stream().map(Channel::key).toList();
  }
}
