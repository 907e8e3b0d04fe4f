package dev.holdfast.domain.choice;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small houses and wishes of every kind. */
final class RandomHouse {
  private final Random random;
  private final House house = new House();

  /** Of few distances many are the same. */
  private final int distances;

  private RandomHouse(Random random) {
    this.random = random;
    this.distances = 1 + random.nextInt(40);
  }

  static House draw(Random random) {
    return new RandomHouse(random).draw();
  }

  /** A house of rows alone, without sections, of this many seats or a few more. */
  static House rows(Random random, int seats) {
    RandomHouse draft = new RandomHouse(random);
    for (int row = 0; draft.house.spots.size() < seats; row++) {
      draft.row("R" + row, 1 + random.nextInt(20));
    }
    return draft.house;
  }

  private House draw() {
    int objects = random.nextInt(9);
    for (int i = 0; i < objects; i++) {
      house
          .section(one("Left", "Right", null, null))
          .floor(one("1", "2", null, null))
          .zone(one("north", "south", null))
          .category(one("1", "2", null));
      object(i);
    }
    for (String label : house.spots.keySet()) {
      if (random.nextInt(4) == 0) {
        house.take(label);
      }
      if (random.nextInt(5) == 0) {
        house.accessible(label);
      }
      if (random.nextInt(8) == 0) {
        house.sell(one("1", "2", null), label);
      }
    }
    return house;
  }

  private void object(int i) {
    switch (random.nextInt(9)) {
      case 0 -> house.table("T" + i, random.nextInt(4), distance());
      case 1 -> house.booth("B" + i, distance());
      case 2 -> house.area("G" + i, 1 + random.nextInt(9), distance()).takePlaces("G" + i, 1);
      default -> row("R" + i, 1 + random.nextInt(12));
    }
  }

  private void row(String label, int seats) {
    house.row(label, IntStream.range(0, seats).mapToObj(_ -> distance()).toArray(Number[]::new));
  }

  /** In quarters of a unit, which any notation of numbers can tell exactly. */
  private @Nullable Number distance() {
    return random.nextInt(12) == 0 ? null : random.nextInt(distances) / 4.0;
  }

  static Wish wish(Random random) {
    int number = 1 + random.nextInt(random.nextInt(4) == 0 ? 14 : 5);
    return new Wish(
        number,
        some(random, "1", "2", "stalls", "BALCONY", "x"),
        random.nextInt(6) == 0 ? List.of("north", "south").get(random.nextInt(2)) : null,
        some(random, "Left", "Right", "nowhere"),
        random.nextBoolean(),
        random.nextInt(3) == 0 ? random.nextInt(number + 1) : 0);
  }

  private static Set<String> some(Random random, String... words) {
    Set<String> some = new HashSet<>();
    for (String word : words) {
      if (random.nextInt(12) == 0) {
        some.add(word);
      }
    }
    return some;
  }

  private @Nullable String one(@Nullable String... words) {
    return words[random.nextInt(words.length)];
  }
}
