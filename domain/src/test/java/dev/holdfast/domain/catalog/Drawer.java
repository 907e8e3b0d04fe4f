package dev.holdfast.domain.catalog;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.LayoutNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A notation for tests: labels with blanks between, all in one category. */
final class Drawer implements LayoutNotation {
  /** Happens each time a layout is read. */
  Runnable whileReading = () -> {};

  static NewDraft draft(String labels) {
    return new NewDraft("labels", labels);
  }

  @Override
  public String name() {
    return "labels";
  }

  @Override
  public Layout read(String text) {
    whileReading.run();
    List<Place> places = new ArrayList<>();
    for (String label : text.isEmpty() ? new String[0] : text.split(" ")) {
      places.add(new Place("seats." + places.size(), label, "gold"));
    }
    return new Layout(List.of(new Category("gold", "Gold")), places, List.of());
  }

  @Override
  public Venue venue(String text) {
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (Place place : read(text).places()) {
      spots.put(
          place.objectLabel(),
          new Spot(
              place.objectLabel(),
              Spot.Kind.SEAT,
              Spot.Naming.alone(place.objectLabel()),
              new Spot.Standing(0, 0, null, null, null, null, null, null),
              place.category(),
              Set.of(),
              Spot.Size.ONE));
    }
    return new Venue(spots, List.of());
  }

  @Override
  public String write(Layout layout, Venue venue) {
    return String.join(" ", venue.spots().keySet());
  }
}
