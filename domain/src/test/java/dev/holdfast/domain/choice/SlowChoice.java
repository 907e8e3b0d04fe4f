package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.ParentKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Section 17 of the seats.io dialect word by word: every way of choosing is written down, then all
 * are compared. Slow, and easily seen to be right; a venue's rows have to be drawn one after the
 * other from left to right.
 */
final class SlowChoice {
  /** Fewer without a distance first, then closer, then drawn earlier. */
  private static final Comparator<List<Spot>> BETTER =
      Comparator.<List<Spot>>comparingLong(SlowChoice::unknown).thenComparing(SlowChoice::sum);

  private final House house;
  private final Wish wish;
  private final List<Spot> drawn;

  SlowChoice(House house, Wish wish) {
    this.house = house;
    this.wish = wish;
    this.drawn = List.copyOf(house.spots.values());
  }

  Optional<Choice> choose() {
    return Stream.of(
            wish.preventOrphans() ? windows(this::leavesNoOrphan) : windows(_ -> true),
            windows(_ -> true),
            oneSection(),
            whole(seats()),
            wholes(),
            area())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Choice> windows(Predicate<List<Spot>> fine) {
    List<List<Spot>> windows = new ArrayList<>();
    for (Spot first : seats()) {
      List<Spot> window = new ArrayList<>(List.of(first));
      while (window.size() < wish.number()) {
        Optional<Spot> next = candidate(window.getLast().standing().right());
        if (next.isEmpty()) {
          break;
        }
        window.add(next.get());
      }
      boolean enough = window.size() == wish.number() && accessible(window) == wish.accessible();
      if (enough && fine.test(window)) {
        windows.add(window);
      }
    }
    return windows.stream().min(BETTER).map(each -> choice(each, Adjacency.TOGETHER));
  }

  private boolean leavesNoOrphan(List<Spot> window) {
    int left = 0;
    Optional<Spot> seat = candidate(window.getFirst().standing().left());
    while (seat.isPresent()) {
      left++;
      seat = candidate(seat.get().standing().left());
    }
    int right = 0;
    seat = candidate(window.getLast().standing().right());
    while (seat.isPresent()) {
      right++;
      seat = candidate(seat.get().standing().right());
    }
    return left != 1 && right != 1;
  }

  private Optional<Choice> oneSection() {
    record Section(@Nullable String label, @Nullable String floor) {}
    List<List<Spot>> parties = new ArrayList<>();
    drawn.stream()
        .filter(SlowChoice::isOfARow)
        .map(seat -> new Section(seat.naming().section(), floor(seat)))
        .distinct()
        .forEach(section ->
            party(
                    seats().stream()
                        .filter(seat -> Objects.equals(section.label, seat.naming().section()))
                        .filter(seat -> Objects.equals(section.floor, floor(seat)))
                        .toList())
                .ifPresent(parties::add));
    return parties.stream().min(BETTER).map(each -> choice(each, Adjacency.APART));
  }

  private static @Nullable String floor(Spot seat) {
    Spot.Floor floor = seat.standing().floor();
    return floor == null ? null : floor.name();
  }

  private Optional<Choice> whole(List<Spot> seats) {
    return party(seats).map(each -> choice(each, Adjacency.APART));
  }

  /** The closest of these seats, as many accessible ones as wished. */
  private Optional<List<Spot>> party(List<Spot> seats) {
    List<Spot> sorted = seats.stream().sorted(Comparator.comparing(List::of, BETTER)).toList();
    List<Spot> party =
        Stream.concat(
                sorted.stream().filter(SlowChoice::isAccessible).limit(wish.accessible()),
                sorted.stream()
                    .filter(seat -> !isAccessible(seat))
                    .limit(wish.number() - wish.accessible()))
            .toList();
    return party.size() == wish.number() ? Optional.of(party) : Optional.empty();
  }

  private Optional<Choice> wholes() {
    List<Spot> open =
        drawn.stream()
            .filter(spot -> spot.kind() == Kind.TABLE || spot.kind() == Kind.BOOTH)
            .filter(this::isCandidate)
            .sorted(Comparator.comparing(List::of, BETTER))
            .limit(wish.number())
            .toList();
    return open.size() == wish.number() && wish.accessible() == 0
        ? Optional.of(choice(open, Adjacency.UNTOLD))
        : Optional.empty();
  }

  private Optional<Choice> area() {
    return drawn.stream()
        .filter(spot -> spot.kind() == Kind.AREA && matches(spot) && wish.accessible() == 0)
        .filter(area -> house.freePlaces(area) >= wish.number())
        .min(Comparator.comparing(List::of, BETTER))
        .map(area -> new Choice(List.of(area.label()), Adjacency.UNTOLD, wish.number()));
  }

  private List<Spot> seats() {
    return drawn.stream().filter(SlowChoice::isOfARow).filter(this::isCandidate).toList();
  }

  private Optional<Spot> candidate(@Nullable String label) {
    return seats().stream().filter(spot -> spot.label().equals(label)).findFirst();
  }

  private static boolean isOfARow(Spot spot) {
    return spot.kind() == Kind.SEAT && spot.naming().parentKind() == ParentKind.ROW;
  }

  private boolean isCandidate(Spot spot) {
    return matches(spot) && !house.taken.contains(spot.label());
  }

  private boolean matches(Spot spot) {
    boolean zone = wish.zone() == null || wish.zone().equals(spot.standing().zone());
    String section = spot.naming().section();
    boolean inSection =
        wish.sections().isEmpty() || (section != null && wish.sections().contains(section));
    return zone && inSection && (wish.categories().isEmpty() || isOfACategory(spot));
  }

  private boolean isOfACategory(Spot spot) {
    for (Category category : House.CATEGORIES) {
      for (String name : wish.categories()) {
        boolean named =
            name.equalsIgnoreCase(category.key()) || name.equalsIgnoreCase(category.label());
        if (named && category.key().equals(spot.category())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAccessible(Spot seat) {
    return seat.traits().contains(Spot.Trait.ACCESSIBLE);
  }

  private static long accessible(List<Spot> seats) {
    return seats.stream().filter(SlowChoice::isAccessible).count();
  }

  private static long unknown(List<Spot> spots) {
    return spots.stream().filter(spot -> spot.standing().distance() == null).count();
  }

  private static BigDecimal sum(List<Spot> spots) {
    return spots.stream()
        .map(spot -> spot.standing().distance())
        .filter(Objects::nonNull)
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Choice choice(List<Spot> spots, Adjacency adjacency) {
    List<String> labels = drawn.stream().filter(spots::contains).map(Spot::label).toList();
    return new Choice(labels, adjacency, 1);
  }
}
