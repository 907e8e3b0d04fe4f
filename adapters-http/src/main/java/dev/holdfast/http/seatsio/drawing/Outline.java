package dev.holdfast.http.seatsio.drawing;

import dev.holdfast.http.seatsio.drawing.Drawing.Point;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object of a drawing says of where it is and how far it reaches, in whatever way. */
final class Outline {
  private @Nullable Point center;
  private @Nullable Point topLeft;
  private float x = Float.NaN;
  private float y = Float.NaN;
  private float width;
  private float height;
  private float left = Float.POSITIVE_INFINITY;
  private float right = Float.NEGATIVE_INFINITY;
  private float top = Float.POSITIVE_INFINITY;
  private float bottom = Float.NEGATIVE_INFINITY;

  /** Reads a member's value, all of it. */
  void read(String name, Members members) throws IOException {
    switch (name) {
      case "x" -> x = members.coordinate();
      case "y" -> y = members.coordinate();
      case "center" -> center = members.point();
      case "topLeft" -> topLeft = members.point();
      case "points" -> members.eachObject(() -> include(members.point()));
      case "width" -> width = members.coordinate();
      case "height" -> height = members.coordinate();
      case "radius1" -> width = 2 * members.coordinate();
      case "radius2" -> height = 2 * members.coordinate();
      default -> members.skip();
    }
  }

  private void include(@Nullable Point point) {
    if (point != null) {
      left = Math.min(left, point.x());
      right = Math.max(right, point.x());
      top = Math.min(top, point.y());
      bottom = Math.max(bottom, point.y());
    }
  }

  /** A seat says where it is, a table and an area where their middle is; some only their edges. */
  Optional<Point> middle() {
    if (center != null) {
      return Optional.of(center);
    }
    if (!Float.isNaN(x) && !Float.isNaN(y)) {
      return Optional.of(new Point(x, y));
    }
    if (left <= right) {
      return Optional.of(new Point((left + right) / 2, (top + bottom) / 2));
    }
    return topLeft().map(corner -> corner.plus(new Point(halfWidth(), halfHeight())));
  }

  Optional<Point> topLeft() {
    return Optional.ofNullable(topLeft);
  }

  /** 0 when it has none. */
  float halfWidth() {
    return left < right ? (right - left) / 2 : positive(width) / 2;
  }

  /** 0 when it has none. */
  float halfHeight() {
    return top < bottom ? (bottom - top) / 2 : positive(height) / 2;
  }

  private static float positive(float length) {
    return length > 0 ? length : 0;
  }
}
