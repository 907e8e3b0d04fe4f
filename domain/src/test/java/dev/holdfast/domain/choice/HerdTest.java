package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Seed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everybody wants the best at once, and each chooses among what those before him have left. */
final class HerdTest {
  @Test
  void two_hundred_couples_get_four_hundred_seats() {
    House house = new House();
    for (int row = 1; row <= 20; row++) {
      Number[] distances = new Number[20];
      for (int seat = 0; seat < distances.length; seat++) {
        distances[seat] = Math.hypot(row, seat - 9.5);
      }
      house.row("R" + row, distances);
    }
    Seating seating = Seating.of(house.venue(), House.CATEGORIES);
    Set<String> seated = new HashSet<>();
    for (int caller = 0; caller < 200; caller++) {
      Choice pair = BestAvailable.choose(seating, Wish.of(2), house).orElseThrow();
      assertEquals(hasWindow(house, 2), pair.adjacency() == Adjacency.TOGETHER);
      assertTrue(seated.addAll(pair.objects()), () -> "chosen twice: " + pair);
      assertEquals(seated.size(), 2 * (caller + 1));
      house.take(pair.objects());
    }
    assertEquals(Optional.empty(), BestAvailable.choose(seating, Wish.of(2), house));
  }

  @Test
  void nobody_is_refused_or_parted_while_there_are_seats_together_and_nobody_sits_on_another() {
    Seed seed = Seed.choose();
    seed.play(() -> {
      Random random = seed.random();
      for (int herd = 0; herd < 20; herd++) {
        fill(random, RandomHouse.rows(random, 150));
      }
    });
  }

  /** Chooses and takes until there is no seat left. */
  private static void fill(Random random, House house) {
    Seating seating = Seating.of(house.venue(), House.CATEGORIES);
    while (house.taken.size() < house.spots.size()) {
      Wish wish = Wish.of(1 + random.nextInt(6));
      Optional<Choice> choice = BestAvailable.choose(seating, wish, house);
      if (choice.isEmpty()) {
        assertTrue(house.spots.size() - house.taken.size() < wish.number());
        // Those who are left over come one by one.
        choice = BestAvailable.choose(seating, Wish.of(1), house);
      }
      Choice seats = choice.orElseThrow();
      assertEquals(seats.objects().size(), new HashSet<>(seats.objects()).size());
      assertTrue(house.taken.stream().noneMatch(seats.objects()::contains), seats::toString);
      assertTrue(house.spots.keySet().containsAll(seats.objects()), seats::toString);
      if (seats.adjacency() == Adjacency.APART) {
        assertFalse(hasWindow(house, wish.number()), () -> wish + " was parted in " + house.taken);
      }
      house.take(seats.objects());
    }
    assertEquals(Optional.empty(), BestAvailable.choose(seating, Wish.of(1), house));
  }

  private static boolean hasWindow(House house, int number) {
    int run = 0;
    for (var spot : house.spots.values()) {
      run = spot.standing().left() == null ? 0 : run;
      run = house.taken.contains(spot.label()) ? 0 : run + 1;
      if (run == number) {
        return true;
      }
    }
    return false;
  }
}
