package dev.holdfast.domain.decision;

import org.jspecify.annotations.Nullable;

/** An object somebody wants to hold, as the published layout has it. */
public sealed interface Wanted {
  /** A seat's label or an area's key. */
  String object();

  /**
   * A named seat.
   *
   * @param category what it is sold in
   */
  record WantedSeat(String object, @Nullable String category) implements Wanted {}

  /**
   * Places of an area.
   *
   * @param category what they are sold in
   * @param quantity at least 1
   * @param capacity what the layout gives the area, 0 if it has none of this key
   */
  record WantedPlaces(String object, @Nullable String category, int quantity, int capacity)
      implements Wanted {}
}
