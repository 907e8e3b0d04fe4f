package dev.holdfast.http.thumbnail;

import dev.holdfast.http.memory.PackedJson.TextContent;
import dev.holdfast.http.thumbnail.Sketch.Box;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sketch as SVG: one path a colour, whatever the number of seats, in whole numbers of a grid. A
 * seat takes at most 14 characters of it and an area at most 30, so the largest chart comes to 3 MB
 * and a usual one of 100,000 seats to a third of that.
 */
final class SvgPicture implements TextContent {
  /** The longer side of the grid. */
  private static final int SIZE = 2_000;

  private final Sketch sketch;
  private final Frame frame;
  private final String[] colors;
  private final double margin;
  private final double scale;
  private final int seatWidth;

  private SvgPicture(Sketch sketch) {
    this.sketch = sketch;
    this.frame = Arrangement.of(sketch);
    this.colors = Colors.of(sketch.drawnColors());
    double pitch = Arrangement.pitch(sketch);
    this.margin = pitch;
    this.scale = SIZE / (Math.max(frame.width(), frame.height()) + 2 * margin);
    this.seatWidth = Math.max(1, (int) Math.round(pitch * scale * 0.8));
  }

  /** A picture of a sketch, which it arranges. */
  static SvgPicture of(Sketch sketch) {
    return new SvgPicture(sketch);
  }

  @Override
  public void writeTo(Writer out) throws IOException {
    long width = Math.max(1, Math.round((frame.width() + 2 * margin) * scale));
    long height = Math.max(1, Math.round((frame.height() + 2 * margin) * scale));
    out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height);
    out.write("\" role=\"img\" aria-label=\"Seating chart\">");
    out.write("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#fff\"/>");
    shapes(out);
    areas(out);
    seats(out);
    out.write("</svg>\n");
  }

  private void shapes(Writer out) throws IOException {
    StringBuilder path = new StringBuilder();
    sketch.shapes().forEach(shape -> box(path, shape));
    if (!path.isEmpty()) {
      out.write("<path fill=\"#dfe3e7\" d=\"" + path + "\"/>");
    }
  }

  /** The corners are rounded by a line of the same colour around them. */
  private void areas(Writer out) throws IOException {
    Map<String, StringBuilder> paths = new LinkedHashMap<>();
    for (Sketch.Area area : sketch.areas()) {
      Box box = area.box();
      if (box != null) {
        box(paths.computeIfAbsent(color(area.category()), _ -> new StringBuilder()), box);
      }
    }
    for (Map.Entry<String, StringBuilder> each : paths.entrySet()) {
      String color = each.getKey();
      out.write("<path fill=\"" + color + "\" stroke=\"" + color + "\" stroke-width=\"");
      out.write(seatWidth + "\" stroke-linejoin=\"round\" opacity=\".45\" d=\"");
      out.append(each.getValue()).write("\"/>");
    }
  }

  private void box(StringBuilder path, Box box) {
    int x = x(box.x());
    int y = y(box.y());
    int width = Math.max(1, x(box.x() + box.width()) - x);
    int height = Math.max(1, y(box.y() + box.height()) - y);
    path.append('M').append(x).append(' ').append(y);
    path.append('h').append(width).append('v').append(height).append('h').append(-width);
    path.append('z');
  }

  /** A line without length and with round ends is a dot. */
  private void seats(Writer out) throws IOException {
    Map<String, Dots> paths = new LinkedHashMap<>();
    for (int seat = 0; seat < sketch.seats(); seat++) {
      paths
          .computeIfAbsent(color(sketch.category(seat)), _ -> new Dots())
          .add(x(sketch.x(seat)), y(sketch.y(seat)));
    }
    for (Map.Entry<String, Dots> each : paths.entrySet()) {
      out.write("<path fill=\"none\" stroke=\"" + each.getKey() + "\" stroke-width=\"" + seatWidth);
      out.append("\" stroke-linecap=\"round\" d=\"").append(each.getValue().path).write("\"/>");
    }
  }

  /** Each is told by its distance from the one before. */
  private static final class Dots {
    private final StringBuilder path = new StringBuilder();
    private int x;
    private int y;

    void add(int nextX, int nextY) {
      int down = nextY - y;
      path.append('m').append(nextX - x).append(down < 0 ? "" : " ").append(down).append("h0");
      x = nextX;
      y = nextY;
    }
  }

  private String color(int category) {
    return category == Sketch.NO_CATEGORY ? Colors.NEUTRAL : colors[category];
  }

  private int x(double x) {
    return (int) Math.round((x - frame.left() + margin) * scale);
  }

  private int y(double y) {
    return (int) Math.round((y - frame.top() + margin) * scale);
  }
}
