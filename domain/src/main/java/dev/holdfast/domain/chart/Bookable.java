package dev.holdfast.domain.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be sold under one label. */
public sealed interface Bookable {
  /** Its label in the chart. */
  String label();

  /** Key of the category it is sold in unless another is asked for; null when it has none. */
  default @Nullable String usualCategory() {
    return switch (this) {
      case NamedSeat seat -> seat.category();
      case Places places -> places.categories().isEmpty() ? null : places.categories().getFirst();
    };
  }

  /**
   * A named seat.
   *
   * @param category key of its category, if it has one
   */
  record NamedSeat(String label, @Nullable String category) implements Bookable {}

  /**
   * A general admission area, sold by quantity.
   *
   * @param capacity places
   * @param categories keys of the categories its places may be held in, the usual one first; may be
   *     empty
   */
  record Places(String label, int capacity, List<String> categories) implements Bookable {
    public Places {
      categories = List.copyOf(categories);
    }
  }
}
