package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.OnSale;
import java.util.ArrayList;
import java.util.List;

/** An event's house in the words of its rules: which objects, in which categories, by whom. */
final class Offer {
  private final Houses.OfEvent house;
  private final OnSale sale;
  private final List<Category> categories;
  private final CategoryLabels labels;

  Offer(Houses.OfEvent house) {
    this.house = house;
    this.sale = house.onSale();
    List<Category> all = new ArrayList<>(house.categories());
    all.addAll(sale.rules().categories().list());
    this.categories = List.copyOf(all);
    this.labels = new CategoryLabels(all);
  }

  Venue venue() {
    return house.venue();
  }

  /** Whether it is sold under its own label. */
  boolean isOffered(Spot spot) {
    return house.isOffered(spot);
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
