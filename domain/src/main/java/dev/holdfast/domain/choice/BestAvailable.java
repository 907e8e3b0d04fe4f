package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The best that can be had now (seats.io dialect, section 17). A pure function of what is free: who
 * asks it under the lock under which he takes what it names is refused only when nothing is left,
 * however many ask at once.
 *
 * <p>In this order, the closest to the focal point first: seats side by side that leave no orphan;
 * seats side by side; seats in one section, or on one floor outside of sections; seats anywhere;
 * tables and booths as wholes; places of one area. Of what is as far as each other, what was drawn
 * first; what has no distance comes after all that has one. Who wants accessible seats gets exactly
 * so many, and neither tables nor areas.
 */
public final class BestAvailable {
  private final Seating seating;
  private final Wish wish;
  private final Availability availability;
  private final boolean[] matching;

  private BestAvailable(Seating seating, Wish wish, Availability availability) {
    this.seating = seating;
    this.wish = wish;
    this.availability = availability;
    this.matching = seating.lots().matching(wish);
  }

  /**
   * The best choice; empty when the wish cannot be met. Takes time in proportion to the venue at
   * most, and much less while good seats are left.
   */
  public static Optional<Choice> choose(Seating seating, Wish wish, Availability availability) {
    BestAvailable best = new BestAvailable(seating, wish, availability);
    return best.seats().or(best::wholes).or(best::places);
  }

  /** The same for who chooses in this venue only once. */
  public static Optional<Choice> choose(
      Venue venue, List<Category> categories, Wish wish, Availability availability) {
    return choose(Seating.of(venue, categories), wish, availability);
  }

  private Optional<Choice> seats() {
    Candidates seats = new Candidates(seating.seats(), matching, availability);
    OptionalInt window = new Windows(seating.rows(), seats, wish).best();
    if (window.isPresent()) {
      int first = window.getAsInt();
      return choice(
          seats.spots(), IntStream.range(first, first + wish.number()), Adjacency.TOGETHER);
    }
    return choice(
        seats.spots(), new Scattered(seating.lots(), seats, wish).best(), Adjacency.APART);
  }

  /** The wish's number is one of objects here, whoever sits at them. */
  private Optional<Choice> wholes() {
    if (wish.accessible() > 0) {
      return Optional.empty();
    }
    Candidates wholes = new Candidates(seating.wholes(), matching, availability);
    int[] closest =
        IntStream.range(0, wholes.spots().count())
            .map(wholes.spots()::nthByNearness)
            .filter(wholes::has)
            .limit(wish.number())
            .toArray();
    return closest.length < wish.number()
        ? Optional.empty()
        : choice(wholes.spots(), IntStream.of(closest), Adjacency.UNTOLD);
  }

  private Optional<Choice> places() {
    if (wish.accessible() > 0) {
      return Optional.empty();
    }
    Spots areas = seating.areas();
    return IntStream.range(0, areas.count())
        .map(areas::nthByNearness)
        .filter(area -> matching[areas.lot(area)] && hasRoom(areas.at(area)))
        .mapToObj(area -> areas.at(area).label())
        .findFirst()
        .map(area -> new Choice(List.of(area), Adjacency.UNTOLD, wish.number()));
  }

  /**
   * Whether an area takes so many. One that is sold as a whole does only while nobody is in it, and
   * then as many as it has places, or as it may have if that varies.
   */
  private boolean hasRoom(Spot area) {
    Spot.Size size = area.size();
    if (!size.asAWhole()) {
      return size.places() >= wish.number() && availability.freePlaces(area) >= wish.number();
    }
    int fewest = size.variable() ? size.fewest() : size.places();
    return wish.number() >= fewest
        && wish.number() <= size.places()
        && availability.freePlaces(area) >= size.places();
  }

  private static Optional<Choice> choice(Spots spots, IntStream numbers, Adjacency adjacency) {
    List<String> labels = spots.labels(numbers);
    return labels.isEmpty() ? Optional.empty() : Optional.of(new Choice(labels, adjacency, 1));
  }
}
