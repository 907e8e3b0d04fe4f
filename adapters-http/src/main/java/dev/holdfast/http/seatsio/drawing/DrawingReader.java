package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.seatsio.drawing.Drawing.Area;
import dev.holdfast.http.seatsio.drawing.Drawing.Floor;
import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import dev.holdfast.http.seatsio.drawing.Drawing.Row;
import dev.holdfast.http.seatsio.drawing.Drawing.Section;
import dev.holdfast.http.seatsio.drawing.Drawing.SubChart;
import dev.holdfast.http.seatsio.drawing.Drawing.Table;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import dev.holdfast.http.seatsio.drawing.Drawing.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drawing as it comes: the largest have 100,000 seats of a dozen members each, of which
 * most mean nothing here.
 */
final class DrawingReader {
  /** Most categories, and most zones, of one drawing. */
  static final int MAX_CATEGORIES = 1_000;

  private final Members members;
  private final boolean wanted;
  private int objects;

  private @Nullable String name;
  private @Nullable String type;
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, Zone> zones = new LinkedHashMap<>();
  private @Nullable SubChart only;
  private final List<Floor> floors = new ArrayList<>();

  /**
   * A reader.
   *
   * @param wanted whether the objects are
   */
  private DrawingReader(Members members, boolean wanted) {
    this.members = members;
    this.wanted = wanted;
  }

  /**
   * The drawing in a text.
   *
   * @throws OutOfBounds when it has too many objects, categories or zones, or a label, a coordinate
   *     or a capacity beyond its bound
   * @throws IllegalArgumentException when it is no drawing
   */
  static Drawing read(String text) {
    return read(text, true);
  }

  /**
   * The drawing in a text as if nothing were drawn in it.
   *
   * @throws IllegalArgumentException when it is no drawing
   */
  static Drawing readWithoutObjects(String text) {
    return read(text, false);
  }

  private static Drawing read(String text, boolean wanted) {
    try (JsonParser json = Json.storedParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a drawing is an object");
      }
      return new DrawingReader(new Members(json), wanted).drawing();
    } catch (IOException e) {
      throw new IllegalArgumentException("a drawing is JSON", e);
    }
  }

  private Drawing drawing() throws IOException {
    members.object(this::root);
    if (floors.isEmpty()) {
      floors.add(new Floor("subChart", null, only == null ? SubChart.EMPTY : only));
    }
    return new Drawing(
        name,
        VenueType.of(type),
        List.copyOf(categories.values()),
        List.copyOf(zones.values()),
        floors);
  }

  private void root(String member) throws IOException {
    switch (member) {
      case "name" -> name = members.text();
      case "venueType" -> type = members.text();
      case "categories" -> members.member("list", () -> members.eachObject(this::category));
      case "zones" -> members.member("list", () -> members.eachObject(this::zone));
      default -> {
        if (wanted) {
          drawn(member);
        } else {
          members.skip();
        }
      }
    }
  }

  private void drawn(String member) throws IOException {
    switch (member) {
      case "subChart" -> only = subChart();
      case "subChartFloors" -> members.eachObject(this::floor);
      default -> members.skip();
    }
  }

  /** The members of a category or a zone. */
  private final class Declared {
    private @Nullable String key;
    private @Nullable String label;
    private @Nullable String color;
    private @Nullable Point focalPoint;
    private boolean accessible;
    private boolean numbered;

    private void read(String member) throws IOException {
      switch (member) {
        case "key" -> {
          numbered = members.isNumber();
          key = members.word();
        }
        case "label" -> label = members.label();
        case "color" -> color = members.label();
        case "accessible" -> accessible = members.flag();
        case "focalPoint" -> focalPoint = members.point();
        default -> members.skip();
      }
    }
  }

  private void category() throws IOException {
    Declared read = new Declared();
    members.object(read::read);
    if (read.key != null) {
      String label = read.label == null ? read.key : read.label;
      categories.putIfAbsent(
          read.key, new Category(read.key, label, read.color, read.accessible, read.numbered));
      bound(categories.size(), MAX_CATEGORIES);
    }
  }

  private void zone() throws IOException {
    Declared read = new Declared();
    members.object(read::read);
    if (read.key != null) {
      String label = read.label == null ? read.key : read.label;
      zones.putIfAbsent(read.key, new Zone(read.key, label, read.focalPoint));
      bound(zones.size(), MAX_CATEGORIES);
    }
  }

  private void bound(int size, int max) {
    if (size > max) {
      throw members.outOfBounds(Wording.atMostElements(max));
    }
  }

  private void floor() throws IOException {
    @Nullable String[] names = new @Nullable String[2];
    Parts parts = new Parts();
    members.object(member -> {
      switch (member) {
        case "floorName" -> names[0] = members.label();
        case "floorDisplayName" -> names[1] = members.label();
        default -> parts.read(member);
      }
    });
    String path = "subChartFloors." + floors.size();
    String called = names[0] == null ? Integer.toString(floors.size() + 1) : names[0];
    floors.add(new Floor(path, new Spot.Floor(called, names[1]), parts.subChart()));
  }

  private SubChart subChart() throws IOException {
    Parts parts = new Parts();
    members.object(parts::read);
    return parts.subChart();
  }

  /** The lists of a floor or a section. */
  private final class Parts {
    private final List<Row> rows = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Thing> booths = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private @Nullable Point focalPoint;

    private void read(String member) throws IOException {
      switch (member) {
        case "sections" -> members.eachObject(() -> sections.add(section()));
        case "focalPoint" -> focalPoint = members.point();
        default -> readInSection(member);
      }
    }

    /** A section has no sections of its own, and nothing to look at. */
    private void readInSection(String member) throws IOException {
      switch (member) {
        case "rows" -> members.eachObject(() -> rows.add(row()));
        case "tables" -> members.eachObject(() -> tables.add(table()));
        case "booths" -> members.eachObject(() -> booths.add(thing()));
        case "generalAdmissionAreas" -> members.eachObject(() -> areas.add(area()));
        default -> members.skip();
      }
    }

    private SubChart subChart() {
      return new SubChart(rows, tables, booths, areas, sections, focalPoint);
    }
  }

  private Section section() throws IOException {
    Values values = new Values(members);
    Parts parts = new Parts();
    members.object(member -> {
      if (member.equals("subChart")) {
        members.object(parts::readInSection);
      } else {
        values.read(member);
      }
    });
    return new Section(
        values.label(),
        values.displayed(),
        values.category(),
        values.zone(),
        values.entrance(),
        values.outline().topLeft().orElse(new Point(0, 0)),
        parts.subChart());
  }

  private Row row() throws IOException {
    Values values = new Values(members);
    List<Thing> seats = new ArrayList<>();
    members.object(member -> readWithSeats(member, values, seats));
    return new Row(values.label(), values.displayed(), seats);
  }

  private Table table() throws IOException {
    count();
    Values values = new Values(members);
    List<Thing> seats = new ArrayList<>();
    members.object(member -> readWithSeats(member, values, seats));
    return new Table(values.thing(), values.terms(), seats);
  }

  private void readWithSeats(String member, Values values, List<Thing> seats) throws IOException {
    if (member.equals("seats")) {
      members.eachObject(() -> seats.add(thing()));
    } else {
      values.read(member);
    }
  }

  private Thing thing() throws IOException {
    count();
    Values values = new Values(members);
    members.object(values::read);
    return values.thing();
  }

  private Area area() throws IOException {
    count();
    Values values = new Values(members);
    members.object(values::read);
    return new Area(
        values.thing(),
        values.terms(),
        values.capacity(),
        List.copyOf(values.categories()),
        values.outline().halfWidth(),
        values.outline().halfHeight());
  }

  private void count() {
    if (++objects > Layout.MAX_OBJECTS) {
      throw new OutOfBounds("subChart", "A drawing has at most " + Layout.MAX_OBJECTS + " objects");
    }
  }
}
