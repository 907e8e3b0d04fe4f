package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.http.json.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws what was laid out in another notation, so that everything in it keeps its label. What only
 * drawings have (floors, zones, something to look at) it has none of.
 */
final class DrawingWriter {
  private final Venue venue;
  private final Map<String, List<String>> moreCategories = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Lines outside = new Lines();
  private final Map<String, Lines> sections = new LinkedHashMap<>();

  private DrawingWriter(Layout layout, Venue venue) {
    this.venue = venue;
    for (GeneralAdmissionArea area : layout.areas()) {
      moreCategories.putIfAbsent(area.key(), area.moreCategories());
    }
    layout.places().forEach(place -> places.putIfAbsent(place.objectLabel(), place));
    venue.spots().values().forEach(this::sort);
  }

  /** The drawing as text. */
  static String text(Layout layout, Venue venue) {
    DrawingWriter writer = new DrawingWriter(layout, venue);
    String blank = SeatsioDrawings.blank("", VenueType.SIMPLE, layout.categories()).text();
    DrawingText text = DrawingText.of(blank).with("subChart", writer::subChart);
    return (writer.sections.isEmpty()
            ? text
            : text.with(
                "venueType", json -> json.writeString(VenueType.WITH_SECTIONS_AND_FLOORS.name())))
        .text();
  }

  /** Objects of a sub-chart, by the lists that they are drawn in. */
  private static final class Lines {
    private final List<List<Spot>> rows = new ArrayList<>();
    private final Map<String, List<Spot>> tables = new LinkedHashMap<>();
    private final List<Spot> booths = new ArrayList<>();
    private final List<Spot> areas = new ArrayList<>();

    private void addToRow(Spot seat) {
      if (rows.isEmpty() || !belongsWith(rows.getLast().getLast(), seat)) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(seat);
    }

    private static boolean belongsWith(Spot last, Spot seat) {
      Naming one = last.naming();
      Naming other = seat.naming();
      boolean atOneTable =
          one.parentKind() == ParentKind.TABLE
              && other.parentKind() == ParentKind.TABLE
              && Objects.equals(one.parent(), other.parent());
      return atOneTable || seat.follows(last);
    }
  }

  private void sort(Spot spot) {
    String section = spot.naming().section();
    Lines lines = section == null ? outside : sections.computeIfAbsent(section, _ -> new Lines());
    switch (spot.kind()) {
      case TABLE -> lines.tables.put(spot.label(), new ArrayList<>());
      case BOOTH -> lines.booths.add(spot);
      case AREA -> lines.areas.add(spot);
      case SEAT -> {
        Place place = places.get(spot.label());
        List<Spot> table = place == null ? null : lines.tables.get(String.valueOf(place.table()));
        if (table == null) {
          // The label of its table is something else's: as a table it would take that away.
          lines.addToRow(spot);
        } else {
          table.add(spot);
        }
      }
    }
  }

  private void subChart(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("height", 0);
    json.writeNumberField("width", 0);
    lines(json, outside);
    json.writeArrayFieldStart("sections");
    for (Map.Entry<String, Lines> section : sections.entrySet()) {
      json.writeStartObject();
      json.writeStringField("label", section.getKey());
      point(json, "topLeft", 0, 0);
      json.writeObjectFieldStart("subChart");
      lines(json, section.getValue());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNullField("focalPoint");
    json.writeEndObject();
  }

  private void lines(JsonGenerator json, Lines lines) throws IOException {
    json.writeArrayFieldStart("rows");
    for (List<Spot> row : lines.rows) {
      json.writeStartObject();
      String parent = row.getFirst().naming().parent();
      json.writeStringField("label", parent == null ? "" : parent);
      json.writeStringField("objectType", "row");
      seats(json, row);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tables");
    for (Map.Entry<String, List<Spot>> table : lines.tables.entrySet()) {
      table(json, venue.find(table.getKey()).orElseThrow(), table.getValue());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("booths");
    for (Spot booth : lines.booths) {
      json.writeStartObject();
      named(json, booth);
      point(json, "center", booth.standing().x(), booth.standing().y());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("generalAdmissionAreas");
    for (Spot area : lines.areas) {
      area(json, area);
    }
    json.writeEndArray();
  }

  private static void seats(JsonGenerator json, List<Spot> seats) throws IOException {
    json.writeArrayFieldStart("seats");
    for (Spot seat : seats) {
      json.writeStartObject();
      named(json, seat);
      Numbers.write(json, "x", seat.standing().x());
      Numbers.write(json, "y", seat.standing().y());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void table(JsonGenerator json, Spot table, List<Spot> seats) throws IOException {
    json.writeStartObject();
    named(json, table);
    point(json, "center", table.standing().x(), table.standing().y());
    json.writeBooleanField("bookAsAWhole", table.size().asAWhole());
    json.writeStringField("objectType", "table");
    seats(json, seats);
    json.writeEndObject();
  }

  private void area(JsonGenerator json, Spot area) throws IOException {
    json.writeStartObject();
    named(json, area);
    point(json, "center", area.standing().x(), area.standing().y());
    json.writeNumberField("capacity", area.size().places());
    json.writeStringField("objectType", "generalAdmission");
    List<String> more = moreCategories.getOrDefault(area.label(), List.of());
    if (!more.isEmpty()) {
      json.writeArrayFieldStart("categoryKeys");
      for (String category : more) {
        json.writeString(category);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Its label, its category and what is particular about it. */
  private static void named(JsonGenerator json, Spot spot) throws IOException {
    Naming naming = spot.naming();
    json.writeStringField("label", naming.own());
    optional(json, "displayLabel", naming.displayed());
    if (!isByRule(spot)) {
      json.writeStringField("objectLabel", spot.label());
    }
    optional(json, "categoryKey", spot.category());
    optional(json, "entrance", spot.standing().entrance());
    for (Trait trait : Trait.values()) {
      if (spot.traits().contains(trait)) {
        json.writeBooleanField(Values.nameOf(trait), true);
      }
    }
  }

  /** Whether a reader finds out its label in the whole chart without being told. */
  private static boolean isByRule(Spot spot) {
    Naming naming = spot.naming();
    boolean inLine = spot.kind() == Kind.SEAT;
    return Surroundings.isLabeled(naming.own())
        && (!inLine || Surroundings.isLabeled(naming.parent()))
        && (naming.section() == null || Surroundings.isLabeled(naming.section()))
        && Surroundings.byRule(naming.section(), inLine ? naming.parent() : null, naming.own())
            .equals(spot.label());
  }

  private static void optional(JsonGenerator json, String member, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(member, text);
    }
  }

  private static void point(JsonGenerator json, String member, double x, double y)
      throws IOException {
    json.writeObjectFieldStart(member);
    Numbers.write(json, "x", x);
    Numbers.write(json, "y", y);
    json.writeEndObject();
  }
}
