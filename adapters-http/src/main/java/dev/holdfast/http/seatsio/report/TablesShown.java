package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Venue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a chart report shows tables or the seats at them: its {@code bookWholeTables}. */
public enum TablesShown {
  /** Both, unless asked otherwise. */
  BOTH,
  /** {@code chart}: of each table what the chart sells. */
  AS_DRAWN,
  /** {@code true}: tables only. */
  WHOLE,
  /** {@code false}: seats only. */
  SEATS;

  /**
   * What is asked for.
   *
   * @param word empty when nothing is said
   * @return empty when there is no such choice
   */
  public static Optional<TablesShown> of(Optional<String> word) {
    if (word.isEmpty()) {
      return Optional.of(BOTH);
    }
    return switch (word.get()) {
      case "chart" -> Optional.of(AS_DRAWN);
      case "true" -> Optional.of(WHOLE);
      case "false" -> Optional.of(SEATS);
      default -> Optional.empty();
    };
  }

  /** A table within its section, which is all that its seats know of it. */
  private record Table(@Nullable String section, String name) {}

  /** What is shown of a venue, in the order in which it was drawn. */
  List<Spot> of(Venue venue) {
    Set<Table> whole = new HashSet<>();
    for (Spot spot : venue.spots().values()) {
      if (spot.kind() == Kind.TABLE && spot.size().asAWhole()) {
        whole.add(new Table(spot.naming().section(), spot.naming().own()));
      }
    }
    return venue.spots().values().stream().filter(spot -> shows(spot, whole)).toList();
  }

  private boolean shows(Spot spot, Set<Table> whole) {
    String parent = spot.naming().parent();
    if (spot.kind() == Kind.TABLE) {
      return this == BOTH || this == WHOLE || (this == AS_DRAWN && spot.size().asAWhole());
    }
    if (parent == null || spot.naming().parentKind() != ParentKind.TABLE) {
      return true;
    }
    return switch (this) {
      case BOTH, SEATS -> true;
      case WHOLE -> false;
      case AS_DRAWN -> !whole.contains(new Table(spot.naming().section(), parent));
    };
  }
}
