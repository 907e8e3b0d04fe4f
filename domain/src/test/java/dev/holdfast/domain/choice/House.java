package dev.holdfast.domain.choice;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A house that is drawn in a test, and what is taken in it. What is drawn belongs to the section,
 * zone, floor and category that were named last.
 */
final class House implements Availability {
  static final List<Category> CATEGORIES =
      List.of(new Category("1", "Stalls"), new Category("2", "Balcony"));

  final Map<String, Spot> spots = new LinkedHashMap<>();
  final Map<String, Integer> placesTaken = new HashMap<>();
  final Set<String> taken = new HashSet<>();

  /** Labels it was asked about, as often as it was. */
  final List<String> asked = new ArrayList<>();

  private @Nullable String section;
  private @Nullable String zone;
  private @Nullable String floor;
  private @Nullable String category;

  House section(@Nullable String label) {
    section = label;
    return this;
  }

  House zone(@Nullable String key) {
    zone = key;
    return this;
  }

  House floor(@Nullable String name) {
    floor = name;
    return this;
  }

  House category(@Nullable String key) {
    category = key;
    return this;
  }

  /** Seats row-1, row-2 and so on, this far from the focal point; null: without a distance. */
  House row(String row, @Nullable Number... distances) {
    for (int i = 0; i < distances.length; i++) {
      String left = i == 0 ? null : row + "-" + i;
      String right = i == distances.length - 1 ? null : row + "-" + (i + 2);
      seat(row + "-" + (i + 1), row, ParentKind.ROW, distances[i], left, right);
    }
    return this;
  }

  /** A seat with any neighbours. */
  House seat(
      String label,
      @Nullable String parent,
      @Nullable ParentKind parentKind,
      @Nullable Number distance,
      @Nullable String left,
      @Nullable String right) {
    put(label, Kind.SEAT, parent, parentKind, distance, left, right, Size.ONE);
    return this;
  }

  /** A table with this many seats, all as far as the table. */
  House table(String label, int seats, @Nullable Number distance) {
    put(label, Kind.TABLE, null, null, distance, null, null, new Size(1, seats, true, false, 1));
    for (int i = 1; i <= seats; i++) {
      seat(label + "-" + i, label, ParentKind.TABLE, distance, null, null);
      taken.add(label + "-" + i);
    }
    return this;
  }

  House booth(String label, @Nullable Number distance) {
    put(label, Kind.BOOTH, null, null, distance, null, null, Size.ONE);
    return this;
  }

  House area(String label, int capacity, @Nullable Number distance) {
    return area(label, new Size(capacity, 0, false, false, 1), distance);
  }

  House area(String label, Size size, @Nullable Number distance) {
    put(label, Kind.AREA, null, null, distance, null, null, size);
    return this;
  }

  private void put(
      String label,
      Kind kind,
      @Nullable String parent,
      @Nullable ParentKind parentKind,
      @Nullable Number distance,
      @Nullable String left,
      @Nullable String right,
      Size size) {
    Spot.Naming naming = new Spot.Naming(label, null, parent, null, parentKind, section, null);
    Spot.Floor on = floor == null ? null : new Spot.Floor(floor, null);
    Double far = distance == null ? null : distance.doubleValue();
    Spot.Standing standing = new Spot.Standing(0, 0, zone, on, null, far, left, right);
    Spot spot = new Spot(label, kind, naming, standing, category, Set.of(), size);
    if (spots.putIfAbsent(label, spot) != null) {
      throw new IllegalArgumentException(label + " was drawn before");
    }
  }

  House accessible(String... labels) {
    for (String label : labels) {
      spots.computeIfPresent(
          label, (_, spot) -> with(spot, spot.category(), Set.of(Spot.Trait.ACCESSIBLE)));
    }
    return this;
  }

  /** Puts what was drawn into another category. */
  House sell(@Nullable String key, String... labels) {
    for (String label : labels) {
      spots.computeIfPresent(label, (_, spot) -> with(spot, key, spot.traits()));
    }
    return this;
  }

  private static Spot with(Spot spot, @Nullable String key, Set<Spot.Trait> traits) {
    return new Spot(
        spot.label(), spot.kind(), spot.naming(), spot.standing(), key, traits, spot.size());
  }

  House take(String... labels) {
    return take(List.of(labels));
  }

  House take(Collection<String> labels) {
    taken.addAll(labels);
    return this;
  }

  House takePlaces(String area, int places) {
    placesTaken.merge(area, places, Integer::sum);
    return this;
  }

  @Override
  public boolean isOpen(Spot spot) {
    asked.add(spot.label());
    return !taken.contains(spot.label());
  }

  @Override
  public int freePlaces(Spot area) {
    asked.add(area.label());
    return area.size().places() - placesTaken.getOrDefault(area.label(), 0);
  }

  Venue venue() {
    return new Venue(spots, List.of());
  }

  Optional<Choice> choose(Wish wish) {
    return BestAvailable.choose(venue(), CATEGORIES, wish, this);
  }

  /** What is chosen, in one line: labels, adjacency, and a quantity other than 1. */
  String chosen(Wish wish) {
    return choose(wish)
        .map(choice ->
            String.join(" ", choice.objects())
                + " "
                + choice.adjacency()
                + (choice.quantity() == 1 ? "" : " x" + choice.quantity()))
        .orElse("nothing");
  }
}
