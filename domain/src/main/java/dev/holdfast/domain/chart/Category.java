package dev.holdfast.domain.chart;

import org.jspecify.annotations.Nullable;

/**
 * A pricing zone.
 *
 * @param key as text, whatever it was drawn as
 * @param color as it was drawn, which may be any text; null when the layout gave none
 * @param accessible whether it is meant for wheelchair users
 * @param numbered whether the layout has its key as a number: 9, rather than "9"
 */
public record Category(
    String key, String label, @Nullable String color, boolean accessible, boolean numbered) {
  /** A category under a text. */
  public Category(String key, String label, @Nullable String color) {
    this(key, label, color, false, false);
  }

  /** A category without a colour. */
  public Category(String key, String label) {
    this(key, label, null);
  }
}
