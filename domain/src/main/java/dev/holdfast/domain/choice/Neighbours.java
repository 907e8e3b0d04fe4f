package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a venue by who sits beside whom, and not by name: two rows of one name stand on two
 * floors, and one row may have names for its halves. Two seats are neighbours where each says so.
 */
final class Neighbours {
  private final Map<String, Spot> spots;

  private Neighbours(Map<String, Spot> spots) {
    this.spots = spots;
  }

  /**
   * Every seat that is at no table, once: the row first of which a seat was drawn first, each from
   * left to right. A ring begins where it was begun to be drawn.
   */
  static List<List<Spot>> rows(Venue venue) {
    Neighbours neighbours = new Neighbours(venue.spots());
    Set<String> seated = new HashSet<>();
    List<List<Spot>> rows = new ArrayList<>();
    for (Spot spot : venue.spots().values()) {
      if (isOfARow(spot) && !seated.contains(spot.label())) {
        rows.add(neighbours.row(spot, seated));
      }
    }
    return rows;
  }

  private static boolean isOfARow(Spot spot) {
    return spot.kind() == Spot.Kind.SEAT && spot.naming().parentKind() != Spot.ParentKind.TABLE;
  }

  private List<Spot> row(Spot any, Set<String> seated) {
    List<Spot> row = new ArrayList<>();
    Spot seat = leftmost(any);
    while (seat != null && seated.add(seat.label())) {
      row.add(seat);
      seat = right(seat);
    }
    return row;
  }

  private Spot leftmost(Spot any) {
    Spot leftmost = any;
    for (Spot seat = left(any); seat != null; seat = left(seat)) {
      if (seat.label().equals(any.label())) {
        return any;
      }
      leftmost = seat;
    }
    return leftmost;
  }

  private @Nullable Spot left(Spot seat) {
    return neighbour(seat, seat.standing().left(), beside -> beside.standing().right());
  }

  private @Nullable Spot right(Spot seat) {
    return neighbour(seat, seat.standing().right(), beside -> beside.standing().left());
  }

  private @Nullable Spot neighbour(
      Spot seat, @Nullable String label, Function<Spot, @Nullable String> back) {
    Spot beside = label == null ? null : spots.get(label);
    return beside != null && isOfARow(beside) && seat.label().equals(back.apply(beside))
        ? beside
        : null;
  }
}
