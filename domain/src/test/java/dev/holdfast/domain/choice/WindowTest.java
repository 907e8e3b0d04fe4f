package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seats side by side (seats.io dialect, section 17, steps 2 to 4). */
final class WindowTest {
  private static Wish careless(int number) {
    return new Wish(number, Set.of(), null, Set.of(), false, 0);
  }

  private static Wish accessible(int number, int accessible) {
    return new Wish(number, Set.of(), null, Set.of(), true, accessible);
  }

  @Test
  void the_window_with_the_smallest_sum_of_distances_is_chosen() {
    House house = new House().row("A", 9, 7, 5, 4, 5, 7, 9).row("B", 8, 7, 6, 4, 1, 9, 9);
    assertEquals("B-3 B-4 B-5 TOGETHER", house.chosen(Wish.of(3)));
    house.take("B-4");
    assertEquals("A-3 A-4 A-5 TOGETHER", house.chosen(Wish.of(3)));
  }

  @Test
  void a_row_with_the_closest_seat_of_all_may_not_have_the_closest_window() {
    House house = new House().row("A", 1, 90, 90, 90).row("B", 30, 30, 30, 30);
    assertEquals("B-1 B-2 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void a_window_is_as_wide_as_wished() {
    House house = new House().row("A", 5, 4, 3, 2, 3, 4, 5);
    assertEquals("A-4 TOGETHER", house.chosen(Wish.of(1)));
    assertEquals("A-3 A-4 A-5 TOGETHER", house.chosen(Wish.of(3)));
    assertEquals("A-2 A-3 A-4 A-5 A-6 TOGETHER", house.chosen(careless(5)));
    assertEquals("A-1 A-2 A-3 A-4 A-5 A-6 A-7 TOGETHER", house.chosen(Wish.of(7)));
  }

  @Test
  void a_window_reaches_neither_over_what_is_taken_nor_into_another_row() {
    House house = new House().row("A", 9, 1, 1, 9, 9, 1).row("B", 1, 1, 9).take("A-3", "B-3");
    assertEquals("A-4 A-5 A-6 TOGETHER", house.chosen(careless(3)));
    House before = new House().row("A", 1, 1, 9, 9, 9).take("A-3");
    assertEquals("A-1 A-2 TOGETHER", before.chosen(careless(2)));
  }

  @Test
  void of_windows_as_far_as_each_other_the_first_drawn_is_chosen() {
    House house = new House().row("A", 2, 1, 1, 2).row("B", 1, 1, 1, 1).row("C", 1, 1, 1, 1);
    assertEquals("B-1 B-2 TOGETHER", house.chosen(Wish.of(2)));
    House late = new House().row("A", 3, 3).row("B", 2, 4).row("C", 4, 2);
    assertEquals("A-1 A-2 TOGETHER", late.chosen(Wish.of(2)));
  }

  @Test
  void sums_that_differ_only_by_the_rounding_of_their_adding_up_are_the_same() {
    House house = new House().row("A", 0.3, 0.2, 0.1).row("B", 0.1, 0.2, 0.3);
    assertEquals("A-1 A-2 A-3 TOGETHER", house.chosen(Wish.of(3)));
    House turned = new House().row("A", 0.1, 0.2, 0.3).row("B", 0.3, 0.2, 0.1);
    assertEquals("A-1 A-2 A-3 TOGETHER", turned.chosen(Wish.of(3)));
  }

  @Test
  void the_smallest_difference_that_a_drawing_can_mean_decides() {
    House house = new House().row("A", 88.4082, 88.4082).row("B", 88.4081, 88.4082);
    assertEquals("B-1 B-2 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void without_any_distance_the_drawing_decides() {
    House house = new House().row("B", null, null, null).row("A", null, null, null);
    assertEquals("B-1 B-2 TOGETHER", house.chosen(careless(2)));
    house.take("B-2");
    assertEquals("A-1 A-2 TOGETHER", house.chosen(careless(2)));
  }

  @Test
  void what_has_no_distance_comes_after_all_that_has_one() {
    House house = new House().row("A", null, null).row("B", 1, null).row("C", 90_000, 90_000);
    assertEquals("C-1 C-2 TOGETHER", house.chosen(Wish.of(2)));
    house.take("C-1");
    assertEquals("B-1 B-2 TOGETHER", house.chosen(Wish.of(2)));
    house.take("B-1");
    assertEquals("A-1 A-2 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void even_two_hundred_distant_seats_come_before_one_of_unknown_distance() {
    Number[] far = new Number[200];
    Number[] near = new Number[200];
    Arrays.fill(far, 16_000_000);
    Arrays.fill(near, 0);
    near[100] = null;
    House house = new House().row("A", near).row("B", far);
    assertEquals("B-1", house.choose(Wish.of(200)).orElseThrow().objects().getFirst());
    Number[] unknown = new Number[200];
    House unknownOnly = new House().row("A", unknown).row("B", near);
    assertEquals("B-1", unknownOnly.choose(Wish.of(200)).orElseThrow().objects().getFirst());
  }

  @Test
  void a_distance_that_is_no_number_is_none() {
    House house =
        new House()
            .row("A", Double.NaN)
            .row("B", Double.POSITIVE_INFINITY)
            .row("C", -1e300)
            .row("D", 1e300)
            .row("E", 5);
    assertEquals("E-1 TOGETHER", house.chosen(Wish.of(1)));
    house.take("E-1");
    assertEquals("A-1 TOGETHER", house.chosen(Wish.of(1)));
    house.take("A-1");
    assertEquals("B-1 TOGETHER", house.chosen(Wish.of(1)));
    house.take("B-1");
    assertEquals("C-1 TOGETHER", house.chosen(Wish.of(1)));
    house.take("C-1");
    assertEquals("D-1 TOGETHER", house.chosen(Wish.of(1)));
  }

  @Test
  void a_window_has_exactly_as_many_accessible_seats_as_wished() {
    House house = new House().row("A", 6, 5, 4, 3, 2, 1).accessible("A-5", "A-6");
    assertEquals("A-3 A-4 TOGETHER", house.chosen(Wish.of(2)));
    assertEquals("A-4 A-5 TOGETHER", house.chosen(accessible(2, 1)));
    assertEquals("A-5 A-6 TOGETHER", house.chosen(accessible(2, 2)));
    assertEquals("A-6 TOGETHER", house.chosen(accessible(1, 1)));
    assertEquals("A-3 A-4 A-5 A-6 TOGETHER", house.chosen(accessible(4, 2)));
  }
}
