package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Spot;

/**
 * What can be had of a venue at one instant, by whoever asks: its answers must not change while a
 * choice is made. A choice asks about nothing that the wish itself rules out, and at most once
 * about each spot.
 */
public interface Availability {
  /**
   * Whether this seat of a row, this table as a whole or this booth can be had now: it is offered
   * under this label at all, free, for sale, not put up for resale, and in a channel that fits.
   */
  boolean isOpen(Spot spot);

  /** How many places of this area can be had now, in the same sense; 0 or more. */
  int freePlaces(Spot area);
}
