package dev.holdfast.app.rehearsal;

import java.util.List;

/**
 * What a buyer wants.
 *
 * @param labels seats, or one area's key
 * @param places how many, of an area or one for each seat
 */
record Wish(List<String> labels, int places, boolean area) {
  Wish {
    labels = List.copyOf(labels);
  }

  static Wish seats(List<String> labels) {
    return new Wish(labels, labels.size(), false);
  }

  static Wish places(String area, int places) {
    return new Wish(List.of(area), places, true);
  }
}
