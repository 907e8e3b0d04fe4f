package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.http.seatsio.drawing.Drawing.Area;
import dev.holdfast.http.seatsio.drawing.Drawing.Floor;
import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import dev.holdfast.http.seatsio.drawing.Drawing.Section;
import dev.holdfast.http.seatsio.drawing.Drawing.SubChart;
import dev.holdfast.http.seatsio.drawing.Drawing.Table;
import dev.holdfast.http.seatsio.drawing.Drawing.Thing;
import dev.holdfast.http.thumbnail.Sketch;
import java.util.List;

/** Reads a drawing for a picture: floors below each other, a table sold as a whole as one seat. */
public final class DrawingSketch {
  /** Between two floors, in the drawing's unit. */
  private static final float BETWEEN_FLOORS = 40;

  private final Sketch sketch = new Sketch();

  /** How much further down the current floor is than it was drawn. */
  private float down;

  private float top = Float.POSITIVE_INFINITY;
  private float bottom = Float.NEGATIVE_INFINITY;

  private DrawingSketch() {}

  /**
   * A sketch of the drawing in a stored text.
   *
   * @throws IllegalArgumentException when it is no drawing
   */
  public static Sketch read(String text) {
    Drawing drawing = DrawingReader.read(text);
    DrawingSketch reader = new DrawingSketch();
    for (Category category : drawing.categories()) {
      if (category.color() != null) {
        reader.sketch.category(category.key(), category.color());
      }
    }
    drawing.floors().forEach(reader::floor);
    return reader.sketch;
  }

  private void floor(Floor floor) {
    float above = bottom;
    top = Float.POSITIVE_INFINITY;
    bottom = Float.NEGATIVE_INFINITY;
    each(floor, this::measure);
    if (bottom < top) {
      // Nothing is drawn on it.
      bottom = above;
      return;
    }
    down = above > Float.NEGATIVE_INFINITY ? above + BETWEEN_FLOORS - top : 0;
    bottom += down;
    each(floor, this::draw);
  }

  /** What is done with a sub-chart that stands somewhere. */
  private interface Visit {
    void visit(SubChart chart, Surroundings around, Point corner);
  }

  private static void each(Floor floor, Visit visit) {
    Surroundings around = Surroundings.of(floor);
    visit.visit(floor.chart(), around, new Point(0, 0));
    List<Section> sections = floor.chart().sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      visit.visit(section.chart(), around.in(section, i, null), section.topLeft());
    }
  }

  private void measure(SubChart chart, Surroundings around, Point corner) {
    chart.rows().forEach(row -> row.seats().forEach(seat -> reach(seat, corner, 0)));
    for (Table table : chart.tables()) {
      reach(table.thing(), corner, 0);
      table.seats().forEach(seat -> reach(seat, corner, 0));
    }
    chart.booths().forEach(booth -> reach(booth, corner, 0));
    chart.areas().forEach(area -> reach(area.thing(), corner, area.halfHeight()));
  }

  private void reach(Thing thing, Point corner, float half) {
    float y = corner.y() + thing.point().y();
    top = Math.min(top, y - half);
    bottom = Math.max(bottom, y + half);
  }

  private void draw(SubChart chart, Surroundings around, Point corner) {
    chart.rows().forEach(row -> line(row.seats(), around, corner));
    for (Table table : chart.tables()) {
      boolean whole = table.terms().whole() || table.seats().isEmpty();
      line(whole ? List.of(table.thing()) : table.seats(), around, corner);
    }
    chart.booths().forEach(booth -> line(List.of(booth), around, corner));
    chart.areas().forEach(area -> area(area, around, corner));
  }

  private void line(List<Thing> seats, Surroundings around, Point corner) {
    for (Thing seat : seats) {
      Point at = at(seat, corner);
      sketch.seat(around.category(seat), within(at.x()), within(at.y()));
    }
    sketch.endLine();
  }

  private void area(Area area, Surroundings around, Point corner) {
    Point at = at(area.thing(), corner);
    sketch.area(
        around.category(area.thing()),
        within(at.x() - area.halfWidth()),
        within(at.y() - area.halfHeight()),
        2 * area.halfWidth(),
        2 * area.halfHeight());
  }

  private Point at(Thing thing, Point corner) {
    return thing.point().plus(corner).plus(new Point(0, down));
  }

  private static double within(float coordinate) {
    return Math.abs(coordinate) <= Sketch.MAX_COORDINATE ? coordinate : Double.NaN;
  }
}
