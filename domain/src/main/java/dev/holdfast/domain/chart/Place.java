package dev.holdfast.domain.chart;

import org.jspecify.annotations.Nullable;

/**
 * A seat as it stands in a row or at a table, or a table that can be sold as a whole.
 *
 * @param path where it stands in the layout as its author wrote it, by dots: {@code
 *     sections.0.rows.2.seats.4}
 * @param objectLabel its label in the whole chart: the explicit one, or made by the rule
 * @param category key of its category, null when the layout gave none
 * @param table label in the whole chart of the table that it stands at, or is; null otherwise
 * @param usual whether the layout itself sells it, see {@link Bookable.NamedSeat}
 */
public record Place(
    String path,
    String objectLabel,
    @Nullable String category,
    @Nullable String table,
    boolean usual) {
  /** A seat of a row. */
  public Place(String path, String objectLabel, @Nullable String category) {
    this(path, objectLabel, category, null, true);
  }

  /** Whether it is a table as a whole. */
  public boolean isTable() {
    return objectLabel.equals(table);
  }
}
