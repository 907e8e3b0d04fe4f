package dev.holdfast.domain.chart;

import org.jspecify.annotations.Nullable;

/**
 * A pricing zone.
 *
 * @param color as it was drawn, which may be any text; null when the layout gave none
 */
public record Category(String key, String label, @Nullable String color) {
  /** A category without a colour. */
  public Category(String key, String label) {
    this(key, label, null);
  }
}
