package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.decision.Seed;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random houses and wishes, against every way of choosing written down and compared. */
final class RandomChoiceTest {
  private static final int HOUSES = 3_000;

  @Test
  void every_choice_is_the_one_that_comparing_all_of_them_finds() {
    Seed seed = Seed.choose();
    seed.play(() -> compare(seed.random()));
  }

  private static void compare(Random random) {
    Map<Adjacency, Integer> seen = new EnumMap<>(Adjacency.class);
    for (int n = 0; n < HOUSES; n++) {
      House house = RandomHouse.draw(random);
      Seating seating = Seating.of(house.venue(), House.CATEGORIES);
      for (int wishes = 0; wishes < 5; wishes++) {
        Wish wish = RandomHouse.wish(random);
        house.asked.clear();
        Optional<Choice> choice = BestAvailable.choose(seating, wish, house);
        String where = "house " + n + ", " + wish + " of " + house.spots.values();
        assertEquals(new HashSet<>(house.asked).size(), house.asked.size(), where);
        assertEquals(new SlowChoice(house, wish).choose(), choice, where);
        choice.ifPresent(each -> seen.merge(each.adjacency(), 1, Integer::sum));
      }
    }
    // Each of the three kinds was really compared.
    for (Adjacency adjacency : Adjacency.values()) {
      assertEquals(true, seen.getOrDefault(adjacency, 0) > HOUSES / 20, seen.toString());
    }
  }
}
