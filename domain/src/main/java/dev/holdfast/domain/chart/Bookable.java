package dev.holdfast.domain.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be sold under one label. */
public sealed interface Bookable {
  /** Its label in the chart. */
  String label();

  /** Whether the chart itself sells it; an event may have its tables sold otherwise. */
  boolean usual();

  /** Key of the category it is sold in unless another is asked for; null when it has none. */
  default @Nullable String usualCategory() {
    return switch (this) {
      case NamedSeat seat -> seat.category();
      case Places places -> places.categories().isEmpty() ? null : places.categories().getFirst();
    };
  }

  /**
   * A named seat, or a table that is sold under one label, with all that stand at it.
   *
   * @param category key of its category, if it has one
   * @param table label of the table that it stands at, or is; null otherwise
   * @param usual of a table, whether the chart sells it as a whole; of a seat at a table, whether
   *     the chart sells its seats; otherwise true
   */
  record NamedSeat(String label, @Nullable String category, @Nullable String table, boolean usual)
      implements Bookable {
    /** A seat that stands at no table. */
    public NamedSeat(String label, @Nullable String category) {
      this(label, category, null, true);
    }

    /** Whether it is a table as a whole. */
    public boolean isTable() {
      return label.equals(table);
    }
  }

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

    @Override
    public boolean usual() {
      return true;
    }
  }
}
