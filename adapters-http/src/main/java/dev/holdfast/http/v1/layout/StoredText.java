package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link FullLayout} wrote.
 *
 * <p>Tables are sold by their seats. One can be sold as a whole where its label is nothing else's
 * in the chart; where it is, the seats are all there is to sell of it.
 */
public final class StoredText {
  private final List<Category> categories = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<GeneralAdmissionArea> areas = new ArrayList<>();
  private final Map<String, Spot> spots = new LinkedHashMap<>();

  /** Labels that no table can have. */
  private final Set<String> labels = new HashSet<>();

  private final Positions positions = new Positions();

  private StoredText() {}

  /**
   * What a stored text says.
   *
   * @throws IllegalArgumentException when it was not written by {@link FullLayout}
   */
  public static StoredText read(JsonNode layout) {
    StoredText text = new StoredText();
    for (JsonNode category : list(layout, "categories")) {
      String key = required(category, "key");
      String label = optional(category, "label");
      text.categories.add(
          new Category(key, label == null ? key : label, optional(category, "color")));
    }
    text.noteLabels(layout);
    text.rows(layout, "", null);
    JsonNode sections = list(layout, "sections");
    for (int i = 0; i < sections.size(); i++) {
      text.rows(sections.get(i), "sections." + i + ".", optional(sections.get(i), "label"));
    }
    text.tables(list(layout, "tables"));
    text.areas(list(layout, "gaAreas"));
    return text;
  }

  /** What of it can be sold. */
  public Layout layout() {
    return new Layout(categories, places, areas);
  }

  /** Where it stands. It has no focal point, so nothing has a distance. */
  public Venue venue() {
    return new Venue(spots, List.of());
  }

  private void noteLabels(JsonNode layout) {
    noteSeats(list(layout, "rows"));
    list(layout, "sections").forEach(section -> noteSeats(list(section, "rows")));
    noteSeats(list(layout, "tables"));
    list(layout, "gaAreas").forEach(area -> labels.add(required(area, "key")));
  }

  private void noteSeats(JsonNode lines) {
    lines.forEach(
        line -> list(line, "seats").forEach(seat -> labels.add(required(seat, "objectLabel"))));
  }

  private void rows(JsonNode parent, String path, @Nullable String section) {
    JsonNode rows = list(parent, "rows");
    for (int i = 0; i < rows.size(); i++) {
      SeatLine row = SeatLine.row(rows.get(i), section);
      seats(row, path + "rows." + i);
    }
  }

  private void tables(JsonNode tables) {
    for (int i = 0; i < tables.size(); i++) {
      JsonNode node = tables.get(i);
      String label = list(node, "seats").isEmpty() ? null : optional(node, "label");
      if (label != null && !labels.add(label)) {
        label = null;
      }
      SeatLine table = SeatLine.table(node, label);
      if (label != null) {
        places.add(new Place("tables." + i, label, table.firstCategory(), label, false));
        spots.putIfAbsent(label, table.asAWhole(label, positions.middle(node)));
      }
      seats(table, "tables." + i);
    }
  }

  private void seats(SeatLine line, String path) {
    positions.nextLine(line.node());
    for (int at = 0; at < line.size(); at++) {
      String label = line.label(at);
      places.add(
          new Place(path + ".seats." + at, label, line.category(at), line.sellableTable(), true));
      spots.putIfAbsent(label, line.spot(at, positions.seat(line.seat(at), at)));
    }
  }

  private void areas(JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode area = list.get(i);
      List<String> more = new ArrayList<>();
      area.path("categoryKeys").forEach(key -> more.add(key.asText()));
      String key = required(area, "key");
      int capacity = area.path("capacity").asInt();
      String category = optional(area, "categoryKey");
      areas.add(new GeneralAdmissionArea("gaAreas." + i, key, capacity, category, more));
      String usual = category == null && !more.isEmpty() ? more.getFirst() : category;
      spots.putIfAbsent(key, area(area, key, capacity, usual));
    }
  }

  private static Spot area(JsonNode area, String key, int capacity, @Nullable String category) {
    String label = optional(area, "label");
    String displayed = key.equals(label) ? null : label;
    return new Spot(
        key,
        Spot.Kind.AREA,
        new Spot.Naming(key, displayed, null, null, null, null, null),
        Positions.area(area).standing(null, null),
        category,
        Set.of(),
        new Spot.Size(capacity, 0, false, false, 1));
  }

  static JsonNode list(JsonNode parent, String member) {
    JsonNode list = parent.path(member);
    if (!list.isArray()) {
      throw new IllegalArgumentException("a stored layout has a list of " + member);
    }
    return list;
  }

  static String required(JsonNode object, String member) {
    String text = optional(object, member);
    if (text == null) {
      throw new IllegalArgumentException("a stored layout tells each " + member);
    }
    return text;
  }

  static @Nullable String optional(JsonNode object, String member) {
    return object.path(member).textValue();
  }
}
