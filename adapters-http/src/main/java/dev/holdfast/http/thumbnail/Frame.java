package dev.holdfast.http.thumbnail;

/** The smallest frame around what was included so far, in the layout's own units. */
final class Frame {
  private double left = Double.POSITIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  void include(double x, double y) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }

  void include(Sketch.Box box) {
    include(box.x(), box.y());
    include(box.x() + box.width(), box.y() + box.height());
  }

  boolean isEmpty() {
    return left > right;
  }

  double left() {
    return isEmpty() ? 0 : left;
  }

  double top() {
    return isEmpty() ? 0 : top;
  }

  double bottom() {
    return isEmpty() ? 0 : bottom;
  }

  double width() {
    return isEmpty() ? 0 : right - left;
  }

  double height() {
    return isEmpty() ? 0 : bottom - top;
  }
}
