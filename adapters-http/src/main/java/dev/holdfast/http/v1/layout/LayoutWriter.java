package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.json.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was drawn in another notation, in full: what the chart itself sells, under its label
 * in the whole chart. A table that is sold as a whole is a table of one seat, and so is a booth.
 */
public final class LayoutWriter implements JsonContent {
  private final Layout layout;
  private final Venue venue;
  private final List<List<Spot>> rows = new ArrayList<>();
  private final Map<String, List<List<Spot>>> sections = new LinkedHashMap<>();
  private final Map<String, List<Spot>> tables = new LinkedHashMap<>();

  private LayoutWriter(Layout layout, Venue venue) {
    this.layout = layout;
    this.venue = venue;
    for (Place place : layout.places()) {
      Spot spot = venue.spots().get(place.objectLabel());
      if (spot != null && place.usual()) {
        sort(place, spot);
      }
    }
  }

  /**
   * A layout that is still to be written.
   *
   * @param venue of the same layout
   */
  public static LayoutWriter of(Layout layout, Venue venue) {
    return new LayoutWriter(layout, venue);
  }

  private void sort(Place place, Spot spot) {
    String section = spot.naming().section();
    if (spot.naming().parentKind() != Spot.ParentKind.ROW) {
      String table = place.table() == null ? spot.label() : place.table();
      tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(spot);
    } else if (section == null) {
      addToRow(rows, spot);
    } else {
      addToRow(sections.computeIfAbsent(section, _ -> new ArrayList<>()), spot);
    }
  }

  private static void addToRow(List<List<Spot>> rows, Spot seat) {
    if (rows.isEmpty() || !seat.follows(rows.getLast().getLast())) {
      rows.add(new ArrayList<>());
    }
    rows.getLast().add(seat);
  }

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    categories(json);
    json.writeArrayFieldStart("sections");
    for (Map.Entry<String, List<List<Spot>>> section : sections.entrySet()) {
      json.writeStartObject();
      json.writeStringField("label", section.getKey());
      rows(json, section.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    rows(json, rows);
    json.writeArrayFieldStart("tables");
    for (Map.Entry<String, List<Spot>> table : tables.entrySet()) {
      line(json, table.getKey(), table.getValue(), venue.spots().get(table.getKey()));
    }
    json.writeEndArray();
    areas(json);
    json.writeArrayFieldStart("shapes");
    json.writeEndArray();
    json.writeEndObject();
  }

  private void categories(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("categories");
    for (Category category : layout.categories()) {
      json.writeStartObject();
      json.writeStringField("key", category.key());
      json.writeStringField("label", category.label());
      optional(json, "color", category.color());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rows(JsonGenerator json, List<List<Spot>> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (List<Spot> row : rows) {
      String parent = row.getFirst().naming().parent();
      line(json, parent == null ? row.getFirst().label() : parent, row, null);
    }
    json.writeEndArray();
  }

  private static void line(
      JsonGenerator json, String label, List<Spot> seats, @Nullable Spot placed)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("label", label);
    if (placed != null) {
      point(json, placed);
    }
    json.writeArrayFieldStart("seats");
    for (Spot seat : seats) {
      json.writeStartObject();
      json.writeStringField("label", seat.naming().own());
      json.writeStringField("objectLabel", seat.label());
      optional(json, "categoryKey", seat.category());
      point(json, seat);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void areas(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("gaAreas");
    for (GeneralAdmissionArea area : layout.areas()) {
      Spot spot = venue.spots().get(area.key());
      json.writeStartObject();
      json.writeStringField("key", area.key());
      String displayed = spot == null ? null : spot.naming().displayed();
      json.writeStringField("label", displayed == null ? area.key() : displayed);
      json.writeNumberField("capacity", area.capacity());
      optional(json, "categoryKey", area.category());
      if (!area.moreCategories().isEmpty()) {
        json.writeArrayFieldStart("categoryKeys");
        for (String category : area.moreCategories()) {
          json.writeString(category);
        }
        json.writeEndArray();
      }
      if (spot != null) {
        point(json, spot);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void point(JsonGenerator json, Spot spot) throws IOException {
    Numbers.write(json, "x", spot.standing().x());
    Numbers.write(json, "y", spot.standing().y());
  }

  private static void optional(JsonGenerator json, String member, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(member, text);
    }
  }
}
