package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.seatsio.drawing.Drawing.Area;
import dev.holdfast.http.seatsio.drawing.Drawing.Floor;
import dev.holdfast.http.seatsio.drawing.Drawing.Row;
import dev.holdfast.http.seatsio.drawing.Drawing.Section;
import dev.holdfast.http.seatsio.drawing.Drawing.SubChart;
import dev.holdfast.http.seatsio.drawing.Drawing.Table;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import dev.holdfast.http.seatsio.drawing.Drawing.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a drawing comes down to (seats.io dialect, section 11): a house in which every object has
 * one label and no label two objects.
 *
 * <p>seats.io publishes drawings with faults, and sells what it can. So of objects under one label
 * the first is there, what nobody labeled is not, an area without places is not, and a category
 * that is not declared is none. A table whose label was something else's before is not there
 * either, and its seats stand by themselves.
 */
final class DrawnHouse {
  private final Set<String> categories = new HashSet<>();
  private final Map<String, Zone> zones = new LinkedHashMap<>();
  private final Map<String, Spot> spots = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final List<GeneralAdmissionArea> areas = new ArrayList<>();
  private final List<Category> declared;

  private DrawnHouse(Drawing drawing) {
    declared = drawing.categories();
    declared.forEach(category -> categories.add(category.key()));
    drawing.zones().forEach(zone -> zones.put(zone.key(), zone));
    drawing.floors().forEach(this::floor);
  }

  /**
   * The house of a drawing.
   *
   * @throws OutOfBounds when the label of an object in the whole chart is too long
   */
  static DrawnHouse of(Drawing drawing) {
    return new DrawnHouse(drawing);
  }

  /** What of it can be sold. */
  Layout layout() {
    return new Layout(declared, places, areas);
  }

  /** Where it stands. */
  Venue venue() {
    return new Venue(
        spots,
        zones.values().stream().map(zone -> new Venue.Zone(zone.key(), zone.label())).toList());
  }

  private void floor(Floor floor) {
    Surroundings around = Surroundings.of(floor);
    subChart(floor.chart(), around);
    List<Section> sections = floor.chart().sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      Zone zone = section.zone() == null ? null : zones.get(section.zone());
      subChart(section.chart(), around.in(section, i, zone));
    }
  }

  private void subChart(SubChart chart, Surroundings around) {
    for (int i = 0; i < chart.rows().size(); i++) {
      row(chart.rows().get(i), around, around.path() + ".rows." + i);
    }
    for (int i = 0; i < chart.tables().size(); i++) {
      table(chart.tables().get(i), around, around.path() + ".tables." + i);
    }
    for (int i = 0; i < chart.booths().size(); i++) {
      booth(chart.booths().get(i), around, around.path() + ".booths." + i);
    }
    for (int i = 0; i < chart.areas().size(); i++) {
      String path = around.path() + ".generalAdmissionAreas." + i;
      area(chart.areas().get(i), around, path);
    }
  }

  /** Whether the label is an object's now that was no object's before. */
  private boolean isNew(@Nullable String label, String path) {
    if (label != null && label.length() > Layout.MAX_LABEL) {
      throw new OutOfBounds(
          path + ".label", "In the whole chart: " + Wording.atMostCharacters(Layout.MAX_LABEL));
    }
    return label != null && !spots.containsKey(label);
  }

  private @Nullable String declared(@Nullable String category) {
    return category != null && categories.contains(category) ? category : null;
  }

  private void row(Row row, Surroundings around, String path) {
    String before = null;
    String label = row.seats().isEmpty() ? null : label(row, around, 0);
    for (int at = 0; at < row.seats().size(); at++) {
      String after = at + 1 < row.seats().size() ? label(row, around, at + 1) : null;
      String seatPath = path + ".seats." + at;
      if (label != null && isNew(label, seatPath)) {
        Thing seat = row.seats().get(at);
        String category = declared(around.category(seat));
        places.add(new Place(seatPath, label, category));
        spots.put(
            label,
            new Spot(
                label,
                Kind.SEAT,
                around.naming(label, seat, row.label(), row.displayed(), ParentKind.ROW),
                around.standing(seat, before, after),
                category,
                seat.traits(),
                Size.ONE));
      }
      before = label;
      label = after;
    }
  }

  private static @Nullable String label(Row row, Surroundings around, int seat) {
    return around.label(row.label(), true, row.seats().get(seat));
  }

  private void table(Table table, Surroundings around, String path) {
    String label = around.label(null, false, table.thing());
    if (!isNew(label, path)) {
      label = null;
    }
    if (label != null) {
      String category = declared(category(table, around));
      places.add(new Place(path, label, category, label, table.terms().whole()));
      spots.put(
          label,
          new Spot(
              label,
              Kind.TABLE,
              around.naming(label, table.thing()),
              around.standing(table.thing(), null, null),
              category,
              Set.of(),
              new Size(
                  1,
                  table.seats().size(),
                  table.terms().whole(),
                  table.terms().variable(),
                  table.terms().fewest())));
    }
    for (int at = 0; at < table.seats().size(); at++) {
      tableSeat(table, around, table.seats().get(at), label, path + ".seats." + at);
    }
  }

  /** Its own, else that of the first seat that has one, else the section's. */
  static @Nullable String category(Table table, Surroundings around) {
    if (table.thing().category() != null) {
      return table.thing().category();
    }
    return table.seats().stream()
        .map(Thing::category)
        .filter(category -> category != null)
        .findFirst()
        .orElseGet(() -> around.category(table.thing()));
  }

  private void tableSeat(
      Table table, Surroundings around, Thing seat, @Nullable String tableLabel, String path) {
    String label = around.label(table.thing().label(), true, seat);
    if (label == null || !isNew(label, path)) {
      return;
    }
    Thing at = table.thing();
    String category = declared(around.category(seat));
    boolean usual = tableLabel == null || !table.terms().whole();
    places.add(new Place(path, label, category, tableLabel, usual));
    spots.put(
        label,
        new Spot(
            label,
            Kind.SEAT,
            around.naming(label, seat, at.label(), at.displayed(), ParentKind.TABLE),
            around.standing(seat, null, null),
            category,
            seat.traits(),
            Size.ONE));
  }

  private void booth(Thing booth, Surroundings around, String path) {
    String label = around.label(null, false, booth);
    if (label != null && isNew(label, path)) {
      String category = declared(around.category(booth));
      places.add(new Place(path, label, category));
      spots.put(
          label,
          new Spot(
              label,
              Kind.BOOTH,
              around.naming(label, booth),
              around.standing(booth, null, null),
              category,
              Set.of(),
              Size.ONE));
    }
  }

  private void area(Area area, Surroundings around, String path) {
    Thing thing = area.thing();
    String label = around.label(null, false, thing);
    if (label == null || !isNew(label, path) || area.capacity() == 0) {
      return;
    }
    String category = declared(around.category(thing));
    List<String> more = area.categories().stream().filter(categories::contains).toList();
    areas.add(new GeneralAdmissionArea(path, label, area.capacity(), category, more));
    spots.put(
        label,
        new Spot(
            label,
            Kind.AREA,
            around.naming(label, thing),
            around.standing(thing, null, null),
            category == null && !more.isEmpty() ? more.getFirst() : category,
            Set.of(),
            new Size(
                area.capacity(),
                0,
                area.terms().whole(),
                area.terms().variable(),
                area.terms().fewest())));
  }
}
