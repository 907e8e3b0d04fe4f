package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand. What nobody placed stands in lines below each other, at the distance of seats
 * that a number made; a number that makes no sense is none.
 */
final class Positions {
  private static final double MAX_COORDINATE = 1_000_000;

  private int lines;
  private double lineY;

  record Point(double x, double y) {
    /** No focal point, no zone, no floor. */
    Spot.Standing standing(@Nullable String left, @Nullable String right) {
      return new Spot.Standing(x, y, null, null, null, null, left, right);
    }
  }

  void nextLine(JsonNode line) {
    lineY = number(line, "y", lines * (double) FullLayout.SPACING);
    lines++;
  }

  /** A seat of the current line. */
  Point seat(JsonNode seat, int at) {
    return new Point(number(seat, "x", at * (double) FullLayout.SPACING), number(seat, "y", lineY));
  }

  /** Where a table says that it is, else amid its seats. */
  Point middle(JsonNode table) {
    JsonNode seats = StoredText.list(table, "seats");
    double y = number(table, "y", lines * (double) FullLayout.SPACING);
    double sumX = 0;
    double sumY = 0;
    for (int at = 0; at < seats.size(); at++) {
      sumX += number(seats.get(at), "x", at * (double) FullLayout.SPACING);
      sumY += number(seats.get(at), "y", y);
    }
    return new Point(number(table, "x", sumX / seats.size()), sumY / seats.size());
  }

  /** The middle of an area, as far as anybody drew it. */
  static Point area(JsonNode area) {
    return new Point(
        number(area, "x", 0) + number(area, "width", 0) / 2,
        number(area, "y", 0) + number(area, "height", 0) / 2);
  }

  private static double number(JsonNode object, String member, double otherwise) {
    JsonNode value = object.path(member);
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    return Math.abs(number) <= MAX_COORDINATE ? number : otherwise;
  }
}
