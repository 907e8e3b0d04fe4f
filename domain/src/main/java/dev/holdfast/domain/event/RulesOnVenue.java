package dev.holdfast.domain.event;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes once through a venue with an event's sale rules. */
final class RulesOnVenue {
  private final SaleRules rules;
  private final Map<String, String> categoryLabels = new HashMap<>();

  RulesOnVenue(SaleRules rules, List<Category> categories) {
    this.rules = rules;
    categories.forEach(each -> categoryLabels.put(each.key(), each.label()));
    rules.categories().list().forEach(each -> categoryLabels.put(each.key(), each.label()));
  }

  OnSale on(Venue venue) {
    return new OnSale(
        rules,
        notOffered(venue),
        rules.forSale().map(config -> listed(config, venue)).orElse(null),
        capacities(venue),
        channels());
  }

  private Set<String> notOffered(Venue venue) {
    Set<String> notOffered = new HashSet<>();
    for (Spot spot : venue.spots().values()) {
      String table = spot.table();
      if (table != null && isAsAWhole(venue, table) != (spot.kind() == Spot.Kind.TABLE)) {
        notOffered.add(spot.label());
      }
    }
    return Set.copyOf(notOffered);
  }

  private boolean isAsAWhole(Venue venue, String table) {
    boolean inChart = venue.find(table).map(spot -> spot.size().asAWhole()).orElse(false);
    return rules.tables().asAWhole(table, inChart);
  }

  private OnSale.Listed listed(ForSale config, Venue venue) {
    Set<String> objects = Set.copyOf(config.objects());
    Set<String> categories = Set.copyOf(config.categories());
    // What is not drawn is listed as well: it may be asked about while the chart changes.
    Set<String> listed = new HashSet<>(objects);
    for (Spot spot : venue.spots().values()) {
      String section = spot.naming().section();
      String parent = spot.naming().parentLabel();
      if ((section != null && objects.contains(section))
          || (parent != null && objects.contains(parent))
          || isIn(categories, spot)) {
        listed.add(spot.label());
      }
    }
    return new OnSale.Listed(config.forSale(), Set.copyOf(listed), config.areaPlaces());
  }

  private boolean isIn(Set<String> categories, Spot spot) {
    String category =
        rules.categories().of(spot.label()).map(CategoryKey::text).orElse(spot.category());
    return category != null
        && (categories.contains(category)
            || Optional.ofNullable(categoryLabels.get(category))
                .filter(categories::contains)
                .isPresent());
  }

  private static Map<String, Integer> capacities(Venue venue) {
    Map<String, Integer> capacities = new HashMap<>();
    for (Spot spot : venue.spots().values()) {
      if (spot.kind() == Spot.Kind.AREA) {
        capacities.put(spot.label(), spot.size().places());
      }
    }
    return Map.copyOf(capacities);
  }

  private OnSale.ByChannel channels() {
    Map<String, Channel> byKey = new HashMap<>();
    Map<String, Channel> byObject = new HashMap<>();
    Map<String, Long> places = new HashMap<>();
    for (Channel channel : rules.channels().all()) {
      byKey.put(channel.key(), channel);
      channel.objects().forEach(object -> byObject.put(object, channel));
      channel.areaPlaces().forEach((area, number) -> places.merge(area, (long) number, Long::sum));
    }
    return new OnSale.ByChannel(byKey, byObject, places);
  }
}
