package dev.holdfast.http.v1.layout;

/** How a place is called in the whole chart when its author did not say. */
final class PlaceLabels {
  private PlaceLabels() {}

  /**
   * {@code A-12} for seat 12 of row A, {@code VIP-G3} for seat 3 of row G of section VIP.
   *
   * @param section empty for a row outside of sections, or a table
   * @param line the row's or the table's label
   */
  static String of(String section, String line, String seat) {
    return section.isEmpty() ? line + "-" + seat : section + "-" + line + seat;
  }
}
