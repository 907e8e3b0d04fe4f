package dev.holdfast.http.thumbnail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a picture of a layout shows, noted down while the layout is read, so that the layout itself
 * need not be kept: seats in lines, areas, and shapes that mean nothing. Lengths are in the
 * layout's own units. No text of the layout but its colours gets any further.
 */
public final class Sketch {
  /** Farthest coordinate, to either side of zero; what is farther has no position. */
  public static final double MAX_COORDINATE = 1_000_000;

  /** Most shapes; nobody sells them, so nothing else bounds their number. */
  static final int MAX_SHAPES = 1_000;

  /** The number of what has no category. */
  static final int NO_CATEGORY = -1;

  /**
   * A rectangle.
   *
   * @param width greater than 0
   * @param height greater than 0
   */
  public record Box(double x, double y, double width, double height) {
    /** Empty when a number is missing ({@code NaN}), or when it would have no area. */
    static boolean isWhole(double x, double y, double width, double height) {
      return !Double.isNaN(x) && !Double.isNaN(y) && width > 0 && height > 0;
    }
  }

  /** An area; without a box where nobody drew it. */
  record Area(int category, @Nullable Box box) {}

  /** Places from {@code first} on, up to but without {@code end}. */
  record Line(int first, int end) {}

  private final Map<String, Integer> categories = new HashMap<>();
  private final Map<String, String> colors = new HashMap<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<Box> shapes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int[] seatCategories = new int[256];
  private int seats;
  private int lineBegan;

  /** A category is drawn in this colour, whatever the text is. */
  public void category(String key, String color) {
    colors.put(key, color);
  }

  /**
   * A seat of the current line.
   *
   * @param x its middle, {@code NaN} when nobody said; so {@code y}
   */
  public void seat(@Nullable String category, double x, double y) {
    if (seats == xs.length) {
      xs = Arrays.copyOf(xs, seats * 2);
      ys = Arrays.copyOf(ys, seats * 2);
      seatCategories = Arrays.copyOf(seatCategories, seats * 2);
    }
    seatCategories[seats] = number(category);
    moveSeat(seats, x, y);
    seats++;
  }

  /** The seats since the last line's end are a row, or sit at a table. */
  public void endLine() {
    if (seats > lineBegan) {
      lines.add(new Line(lineBegan, seats));
      lineBegan = seats;
    }
  }

  /** An area; its numbers may be {@code NaN}. */
  public void area(@Nullable String category, double x, double y, double width, double height) {
    boolean drawn = Box.isWhole(x, y, width, height);
    areas.add(new Area(number(category), drawn ? new Box(x, y, width, height) : null));
  }

  /** A shape; it is left out when a number is {@code NaN}, or when there are too many. */
  public void shape(double x, double y, double width, double height) {
    if (shapes.size() < MAX_SHAPES && Box.isWhole(x, y, width, height)) {
      shapes.add(new Box(x, y, width, height));
    }
  }

  private int number(@Nullable String category) {
    return category == null
        ? NO_CATEGORY
        : categories.computeIfAbsent(category, _ -> categories.size());
  }

  int seats() {
    return seats;
  }

  double x(int seat) {
    return xs[seat];
  }

  double y(int seat) {
    return ys[seat];
  }

  int category(int seat) {
    return seatCategories[seat];
  }

  boolean isPlaced(int seat) {
    return !Double.isNaN(xs[seat]) && !Double.isNaN(ys[seat]);
  }

  void moveSeat(int seat, double x, double y) {
    xs[seat] = x;
    ys[seat] = y;
  }

  List<Line> lines() {
    return lines;
  }

  List<Area> areas() {
    return areas;
  }

  void placeArea(int number, Box box) {
    areas.set(number, new Area(areas.get(number).category(), box));
  }

  List<Box> shapes() {
    return shapes;
  }

  /** By the number of the category, what was drawn as its colour. */
  @Nullable String[] drawnColors() {
    @Nullable String[] drawn = new @Nullable String[categories.size()];
    categories.forEach((key, number) -> drawn[number] = colors.get(key));
    return drawn;
  }
}
