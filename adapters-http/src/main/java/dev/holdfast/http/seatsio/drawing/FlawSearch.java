package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.http.seatsio.drawing.Drawing.Area;
import dev.holdfast.http.seatsio.drawing.Drawing.Floor;
import dev.holdfast.http.seatsio.drawing.Drawing.Row;
import dev.holdfast.http.seatsio.drawing.Drawing.Section;
import dev.holdfast.http.seatsio.drawing.Drawing.SubChart;
import dev.holdfast.http.seatsio.drawing.Drawing.Table;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for flaws in a drawing as it was drawn. */
final class FlawSearch {
  private final EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
  private final Set<String> declared = new HashSet<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<String, Kind> kinds = new HashMap<>();

  private FlawSearch() {}

  /** All flaws of the drawing, in the order of their declaration. */
  static Set<Flaw> in(Drawing drawing) {
    FlawSearch search = new FlawSearch();
    drawing.categories().stream().map(Category::key).forEach(search.declared::add);
    for (Floor floor : drawing.floors()) {
      search.floor(floor);
      if (floor.chart().focalPoint() == null) {
        search.flaws.add(Flaw.VALIDATE_FOCAL_POINT);
      }
      if (floor.name() != null && floor.chart().isEmpty()) {
        search.flaws.add(Flaw.VALIDATE_EMPTY_FLOOR);
      }
    }
    return search.flaws;
  }

  private void floor(Floor floor) {
    Surroundings around = Surroundings.of(floor);
    subChart(floor.chart(), around);
    List<Section> sections = floor.chart().sections();
    for (int i = 0; i < sections.size(); i++) {
      subChart(sections.get(i).chart(), around.in(sections.get(i), i, null));
    }
  }

  private void subChart(SubChart chart, Surroundings around) {
    for (Row row : chart.rows()) {
      for (Thing seat : row.seats()) {
        label(around, row.label(), true, seat);
        category(around.category(seat), Kind.SEAT);
      }
    }
    chart.tables().forEach(table -> table(table, around));
    for (Thing booth : chart.booths()) {
      label(around, null, false, booth);
      category(around.category(booth), Kind.BOOTH);
    }
    for (Area area : chart.areas()) {
      label(around, null, false, area.thing());
      String category = around.category(area.thing());
      boolean otherwise = category == null && !area.categories().isEmpty();
      category(otherwise ? area.categories().getFirst() : category, Kind.AREA);
    }
  }

  /** A table's category matters where it is booked as a whole, and else its seats' do. */
  private void table(Table table, Surroundings around) {
    label(around, null, false, table.thing());
    if (table.terms().whole()) {
      category(DrawnHouse.category(table, around), Kind.TABLE);
    }
    for (Thing seat : table.seats()) {
      label(around, table.thing().label(), true, seat);
      if (!table.terms().whole()) {
        category(around.category(seat), Kind.SEAT);
      }
    }
  }

  private void label(Surroundings around, @Nullable String parent, boolean hasParent, Thing thing) {
    if (around.label(parent, hasParent, thing) == null) {
      flaws.add(Flaw.VALIDATE_UNLABELED_OBJECTS);
    }
    if (!labels.add(around.labelAsDrawn(parent, hasParent, thing))) {
      flaws.add(Flaw.VALIDATE_DUPLICATE_LABELS);
    }
  }

  private void category(@Nullable String category, Kind kind) {
    if (category == null || !declared.contains(category)) {
      flaws.add(Flaw.VALIDATE_OBJECTS_WITHOUT_CATEGORIES);
    } else if (kinds.putIfAbsent(category, kind) != null && kinds.get(category) != kind) {
      flaws.add(Flaw.VALIDATE_OBJECT_TYPES_PER_CATEGORY);
    }
  }
}
