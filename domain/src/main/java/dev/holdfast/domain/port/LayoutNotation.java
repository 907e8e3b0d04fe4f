package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Venue;

/** Reads and writes stored layouts in one notation. */
public interface LayoutNotation {
  /** The notation's name, as stored with each layout. */
  String name();

  /**
   * The layout that a stored text describes.
   *
   * @param text one that was accepted when it was stored
   * @throws IllegalArgumentException when it is none of this notation
   */
  Layout read(String text);

  /**
   * The same as one walks through it. It has every object of the layout's plan, under the same
   * label.
   *
   * @param text one that was accepted when it was stored
   * @throws IllegalArgumentException when it is none of this notation
   */
  Venue venue(String text);

  /**
   * A layout of another notation in this one: the same objects under the same labels, and whatever
   * else this notation has words for.
   *
   * @param venue of the same layout
   * @return a text that this notation can read
   */
  String write(Layout layout, Venue venue);

  /**
   * Whether a layout may be published whatever its {@link Layout#problems()} are, as long as it is
   * not too large. What can be sold of it is then the {@link Layout#planDespiteProblems()}.
   */
  default boolean publishesDespiteProblems() {
    return false;
  }
}
