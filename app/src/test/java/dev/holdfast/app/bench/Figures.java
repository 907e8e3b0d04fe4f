package dev.holdfast.app.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Figures over rounds, and how they are written. */
record Figures(double median, double least, double most) {
  static Figures of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Figures(median, sorted.getFirst(), sorted.getLast());
  }

  /** As short as it can be written. */
  static String plain(double figure) {
    return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
  }

  /** With the digits that a measurement has. */
  static String rounded(double figure) {
    String format = figure < 1 ? "%.3f" : figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, figure);
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
