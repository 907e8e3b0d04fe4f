package dev.holdfast.http.thumbnail;

import dev.holdfast.http.thumbnail.Sketch.Box;
import dev.holdfast.http.thumbnail.Sketch.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a place to what nobody placed: rows below each other, areas below these. A row counts as
 * not placed when a seat of it has no position, and when it begins where another row began: a row
 * that was written as a number of seats lies at the very top, like every other such row.
 */
final class Arrangement {
  /** Between two seats, and between two rows: that of seats that a number made. */
  private static final double SPACING = 20;

  /** Seats in one line of the picture; a longer row goes on below. */
  private static final int LONGEST_LINE = 200;

  private static final double AREA_HEIGHT = 3 * SPACING;
  private static final double NARROWEST = 10 * SPACING;

  private final Sketch sketch;
  private final Frame frame = new Frame();

  private Arrangement(Sketch sketch) {
    this.sketch = sketch;
  }

  private record Point(double x, double y) {}

  /** Arranges a sketch, and gives the frame around all of it. */
  static Frame of(Sketch sketch) {
    Arrangement arrangement = new Arrangement(sketch);
    sketch.shapes().forEach(arrangement.frame::include);
    for (Sketch.Area area : sketch.areas()) {
      if (area.box() != null) {
        arrangement.frame.include(area.box());
      }
    }
    arrangement.arrangeLines();
    arrangement.arrangeAreas();
    return arrangement.frame;
  }

  private void arrangeLines() {
    List<Line> loose = new ArrayList<>();
    Set<Point> begun = new HashSet<>();
    for (Line line : sketch.lines()) {
      Point start = new Point(sketch.x(line.first()), sketch.y(line.first()));
      if (isPlaced(line) && begun.add(start)) {
        for (int seat = line.first(); seat < line.end(); seat++) {
          frame.include(sketch.x(seat), sketch.y(seat));
        }
      } else {
        loose.add(line);
      }
    }
    double left = frame.left();
    double y = below();
    for (Line line : loose) {
      for (int seat = line.first(); seat < line.end(); seat++) {
        int at = (seat - line.first()) % LONGEST_LINE;
        if (at == 0 && seat > line.first()) {
          y += SPACING;
        }
        sketch.moveSeat(seat, left + at * SPACING, y);
        frame.include(sketch.x(seat), y);
      }
      y += SPACING;
    }
  }

  private boolean isPlaced(Line line) {
    for (int seat = line.first(); seat < line.end(); seat++) {
      if (!sketch.isPlaced(seat)) {
        return false;
      }
    }
    return true;
  }

  private double below() {
    return frame.isEmpty() ? 0 : frame.bottom() + SPACING;
  }

  /** A few side by side, many in a grid. */
  private void arrangeAreas() {
    int[] loose = new int[sketch.areas().size()];
    int count = 0;
    for (int area = 0; area < loose.length; area++) {
      if (sketch.areas().get(area).box() == null) {
        loose[count++] = area;
      }
    }
    int columns = count <= 4 ? count : (int) Math.ceil(Math.sqrt(count));
    double left = frame.left();
    double top = below();
    double cell = Math.max(frame.width(), NARROWEST) / Math.max(columns, 1);
    for (int each = 0; each < count; each++) {
      int row = each / columns;
      double x = left + each % columns * cell;
      double y = top + row * (AREA_HEIGHT + SPACING);
      Box box = new Box(x + cell * 0.05, y, cell * 0.9, AREA_HEIGHT);
      sketch.placeArea(loose[each], box);
      frame.include(box);
    }
  }

  /**
   * How far seats are apart as a rule: the middle one of all distances between neighbours in a
   * line.
   */
  static double pitch(Sketch sketch) {
    double[] distances = new double[sketch.seats()];
    int count = 0;
    for (Line line : sketch.lines()) {
      for (int seat = line.first() + 1; seat < line.end(); seat++) {
        double distance =
            Math.hypot(sketch.x(seat) - sketch.x(seat - 1), sketch.y(seat) - sketch.y(seat - 1));
        if (distance > 0) {
          distances[count++] = distance;
        }
      }
    }
    if (count == 0) {
      return SPACING;
    }
    Arrays.sort(distances, 0, count);
    return distances[count / 2];
  }
}
