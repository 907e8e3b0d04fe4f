package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A venue made ready for choices: all that does not depend on what is free. Immutable, so one is
 * made for a layout and an event's categories, and shared by all who choose; it takes the time of
 * sorting the seats, and some 35 bytes a seat beside the venue itself.
 */
public final class Seating {
  private final Lots lots;
  private final Spots seats;
  private final Rows rows;
  private final Spots wholes;
  private final Spots areas;

  private Seating(Venue venue, List<Category> categories, Map<String, String> ofObjects) {
    Map<Lot, Integer> numbers = new LinkedHashMap<>();
    ToIntFunction<Spot> lotOf =
        spot -> {
          String category = ofObjects.getOrDefault(spot.label(), spot.category());
          return numbers.computeIfAbsent(Lot.of(spot, category), _ -> numbers.size());
        };
    List<List<Spot>> inRows = Neighbours.rows(venue);
    seats = new Spots(inRows.stream().flatMap(List::stream).toList(), lotOf);
    rows = new Rows(inRows, seats);
    wholes = new Spots(some(venue, Spot.Kind.TABLE, Spot.Kind.BOOTH), lotOf);
    areas = new Spots(some(venue, Spot.Kind.AREA), lotOf);
    lots = new Lots(numbers.keySet(), categories);
  }

  private static List<Spot> some(Venue venue, Spot.Kind... kinds) {
    List<Spot.Kind> wanted = List.of(kinds);
    return venue.spots().values().stream().filter(spot -> wanted.contains(spot.kind())).toList();
  }

  /**
   * The seating of a venue in which every object is sold in its own category.
   *
   * @param categories those whose labels a wish may name; others can be named by their keys
   */
  public static Seating of(Venue venue, List<Category> categories) {
    return new Seating(venue, categories, Map.of());
  }

  /**
   * The seating of a venue in which an event sells some objects in another category.
   *
   * @param categories those whose labels a wish may name; others can be named by their keys
   * @param ofObjects keys of the categories of these objects, by label
   */
  public static Seating of(Venue venue, List<Category> categories, Map<String, String> ofObjects) {
    return new Seating(venue, categories, ofObjects);
  }

  /** How many objects it has to choose from: what a choice takes is in proportion to it. */
  public int size() {
    return seats.count() + wholes.count() + areas.count();
  }

  /** Keys of the areas that a wish agrees with, whether they have room or not. */
  public List<String> areasFor(Wish wish) {
    if (wish.accessible() > 0 || areas.count() == 0) {
      return List.of();
    }
    boolean[] matching = lots.matching(wish);
    return IntStream.range(0, areas.count())
        .filter(area -> matching[areas.lot(area)])
        .mapToObj(area -> areas.at(area).label())
        .toList();
  }

  Lots lots() {
    return lots;
  }

  /** Seats that are at no table, row by row from left to right. */
  Spots seats() {
    return seats;
  }

  Rows rows() {
    return rows;
  }

  /** Tables and booths. */
  Spots wholes() {
    return wholes;
  }

  Spots areas() {
    return areas;
  }
}
