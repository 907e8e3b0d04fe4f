package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a choice asks: nothing that the wish rules out, nothing twice, and little in a large house.
 */
final class QuestionsTest {
  private static final int ROWS = 800;
  private static final int SEATS = 100;

  /** 80,000 seats in rows that lie ever farther from the stage. */
  private static House largeHouse() {
    House house = new House();
    for (int row = 0; row < ROWS; row++) {
      Number[] distances = new Number[SEATS];
      for (int seat = 0; seat < SEATS; seat++) {
        distances[seat] = Math.hypot(20 * (row + 1), 20 * (seat - SEATS / 2.0));
      }
      house.row("R" + row, distances);
    }
    return house;
  }

  private static void assertNothingTwice(House house) {
    assertEquals(new HashSet<>(house.asked).size(), house.asked.size());
  }

  @Test
  void only_what_the_wish_agrees_with_is_asked_about() {
    House house =
        new House().category("1").row("A", 1, 1).category("2").row("B", 1, 1).table("T", 1, 1);
    house.category("1").table("T1", 2, 1).area("GA1", 1, 1);
    house.category("2").area("GA2", 100, 1).area("GA3", 2, 1);
    house.chosen(new Wish(3, Set.of("2"), null, Set.of(), true, 0));
    assertEquals(List.of("B-1", "B-2", "T", "GA2"), house.asked);
  }

  @Test
  void seats_at_tables_are_not_asked_about() {
    House house = new House().table("T1", 3, 1);
    house.chosen(Wish.of(2));
    assertEquals(List.of("T1"), house.asked);
  }

  @Test
  void a_row_that_is_too_short_is_asked_about_only_when_no_window_is_left() {
    House house = new House().row("A", 1, 1).row("B", 5, 5, 5);
    house.chosen(Wish.of(3));
    assertEquals(List.of("B-1", "B-2", "B-3"), house.asked);
  }

  @Test
  void nothing_is_asked_twice_even_when_every_step_is_in_vain() {
    House house = new House().row("A", 1, 2, 3).row("B", 1, 2, 3).take("A-2", "B-2", "T1");
    house.table("T1", 2, 1).table("T2", 2, 1).area("GA", 2, 1);
    assertEquals("nothing", house.chosen(Wish.of(5)));
    assertNothingTwice(house);
    assertFalse(house.asked.contains("GA"), "an area that is too small was asked about");
  }

  @Test
  void a_fresh_house_is_asked_about_few_of_its_seats() {
    House house = largeHouse();
    assertTrue(house.choose(Wish.of(4)).isPresent());
    assertTrue(house.asked.size() <= 10 * SEATS, house.asked.size() + " questions");
    assertNothingTwice(house);
  }

  @Test
  void a_house_without_distances_is_asked_about_its_first_rows_only() {
    House house = new House();
    for (int row = 0; row < 100; row++) {
      house.row("R" + row, new Number[10]);
    }
    assertEquals("R0-1 R0-2 R0-3 R0-4 TOGETHER", house.chosen(Wish.of(4)));
    assertEquals(10, house.asked.size());
  }

  @Test
  void a_house_of_scattered_seats_is_asked_about_each_of_them_once() {
    House house = largeHouse();
    List<String> seats = new ArrayList<>(house.spots.keySet());
    for (int i = 0; i < seats.size(); i += 2) {
      house.take(seats.get(i));
    }
    Choice choice = house.choose(Wish.of(200)).orElseThrow();
    assertEquals(Adjacency.APART, choice.adjacency());
    assertEquals(
        200, choice.objects().stream().filter(each -> !house.taken.contains(each)).count());
    assertEquals(ROWS * SEATS, house.asked.size());
    assertNothingTwice(house);
  }
}
