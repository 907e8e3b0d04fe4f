package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Venue;

/** Reads a stored layout in the notation it was written in. */
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
}
