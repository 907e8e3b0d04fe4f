package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Single seats that nobody buys later (seats.io dialect, section 17, steps 3 and 4). */
final class OrphanTest {
  private static Wish careless(int number) {
    return new Wish(number, Set.of(), null, Set.of(), false, 0);
  }

  @Test
  void no_single_seat_is_left_on_the_left() {
    House house = new House().row("A", 6, 1, 1, 5, 5, 5);
    assertEquals("A-3 A-4 TOGETHER", house.chosen(Wish.of(2)));
    assertEquals("A-2 A-3 TOGETHER", house.chosen(careless(2)));
  }

  @Test
  void no_single_seat_is_left_on_the_right() {
    House house = new House().row("A", 5, 5, 5, 1, 1, 5);
    assertEquals("A-3 A-4 TOGETHER", house.chosen(Wish.of(2)));
    assertEquals("A-4 A-5 TOGETHER", house.chosen(careless(2)));
  }

  @Test
  void two_seats_may_be_left_and_none_may() {
    House two = new House().row("A", 5, 5, 1, 1, 5, 5);
    assertEquals("A-3 A-4 TOGETHER", two.chosen(Wish.of(2)));
    House none = new House().row("A", 2, 2).row("B", 3, 3, 9, 9);
    assertEquals("A-1 A-2 TOGETHER", none.chosen(Wish.of(2)));
  }

  @Test
  void who_comes_alone_leaves_no_single_seat_either() {
    House house = new House().row("A", 1, 2).row("B", 5, 5, 3, 5, 5).row("C", 4);
    assertEquals("B-3 TOGETHER", house.chosen(Wish.of(1)));
    assertEquals("A-1 TOGETHER", house.chosen(careless(1)));
    assertEquals("C-1 TOGETHER", house.take("B-3", "B-1").chosen(Wish.of(1)));
  }

  @Test
  void a_window_far_away_that_leaves_none_comes_before_a_close_one_that_does() {
    House house = new House().row("A", 1, 1, 1).row("B", 800, 800);
    assertEquals("B-1 B-2 TOGETHER", house.chosen(Wish.of(2)));
    assertEquals("A-1 A-2 TOGETHER", house.chosen(careless(2)));
  }

  @Test
  void where_every_window_leaves_one_the_closest_is_chosen_all_the_same() {
    House house = new House().row("A", 3, 2, 1).row("B", 5, 5, 5);
    assertEquals("A-2 A-3 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void what_is_taken_is_not_left() {
    House house = new House().row("A", 9, 1, 1, 9, 9).take("A-1");
    assertEquals("A-2 A-3 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void a_single_seat_beside_a_taken_one_is_left_as_well() {
    House house = new House().row("A", 5, 5, 1, 1, 5, 5).take("A-1");
    assertEquals("A-2 A-3 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void what_is_no_candidate_of_this_wish_is_not_left() {
    House house = new House().category("1").row("A", 9, 1, 1, 9, 9).sell("2", "A-1");
    Wish stalls = new Wish(2, Set.of("Stalls"), null, Set.of(), true, 0);
    assertEquals("A-2 A-3 TOGETHER", house.chosen(stalls));
    assertEquals("A-1 A-2 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void accessible_seats_are_left_as_others_are() {
    House house = new House().row("A", 9, 1, 1, 5, 5, 5).accessible("A-1");
    assertEquals("A-3 A-4 TOGETHER", house.chosen(Wish.of(2)));
    House two = new House().row("A", 9, 9, 1, 1, 5, 5).accessible("A-1");
    assertEquals("A-3 A-4 TOGETHER", two.chosen(Wish.of(2)));
  }

  @Test
  void seats_with_as_many_accessible_ones_as_wished_come_before_seats_without_orphans() {
    House house = new House().row("A", 1, 1, 1).row("B", 5, 5).accessible("A-1");
    Wish oneAccessible = new Wish(2, Set.of(), null, Set.of(), true, 1);
    assertEquals("A-1 A-2 TOGETHER", house.chosen(oneAccessible));
  }
}
