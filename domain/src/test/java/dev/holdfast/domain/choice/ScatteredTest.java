package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seats that are not side by side (seats.io dialect, section 17, step 5). */
final class ScatteredTest {
  private static Wish accessible(int number, int accessible) {
    return new Wish(number, Set.of(), null, Set.of(), true, accessible);
  }

  @Test
  void the_closest_seats_are_chosen_and_told_row_by_row() {
    House house = new House().row("A", 9, 5, 1).row("B", 2, 7, 8).take("A-2", "B-2");
    assertEquals("A-3 B-1 B-3 APART", house.chosen(Wish.of(3)));
    assertEquals("A-1 A-3 B-1 B-3 APART", house.chosen(Wish.of(4)));
  }

  @Test
  void more_than_any_row_has_are_seated_in_several() {
    House house = new House().row("A", 1, 1, 9).row("B", 2, 2, 2);
    assertEquals("A-1 A-2 B-1 B-2 APART", house.chosen(Wish.of(4)));
    assertEquals("A-1 A-2 A-3 B-1 B-2 B-3 APART", house.chosen(Wish.of(6)));
    assertEquals("nothing", house.chosen(Wish.of(7)));
  }

  @Test
  void seats_side_by_side_come_first_however_far_they_are() {
    House house = new House().row("A", 1).row("B", 1).row("C", 800, 800, 800);
    assertEquals("C-1 C-2 TOGETHER", house.chosen(Wish.of(2)));
  }

  @Test
  void of_seats_as_far_as_each_other_the_first_drawn_is_chosen() {
    House house = new House().row("C", 3).row("A", 2).row("B", 2).row("D", 2);
    assertEquals("A-1 B-1 APART", house.chosen(Wish.of(2)));
    House without = new House().row("C", (Number) null).row("A", (Number) null).row("B", 1);
    assertEquals("C-1 B-1 APART", without.chosen(Wish.of(2)));
  }

  @Test
  void exactly_as_many_are_accessible_as_wished() {
    House house =
        new House().row("A", 1).row("B", 2).row("C", 3).row("D", 4).row("E", 5).row("F", 6);
    house.accessible("A-1", "C-1", "F-1");
    assertEquals("B-1 D-1 APART", house.chosen(Wish.of(2)));
    assertEquals("A-1 B-1 APART", house.chosen(accessible(2, 1)));
    assertEquals("A-1 C-1 APART", house.chosen(accessible(2, 2)));
    assertEquals("A-1 B-1 C-1 D-1 APART", house.chosen(accessible(4, 2)));
    assertEquals("nothing", house.chosen(accessible(4, 4)));
    assertEquals("nothing", house.chosen(accessible(4, 0)));
  }

  @Test
  void a_window_with_too_many_accessible_seats_is_given_up_for_seats_apart() {
    House house = new House().row("A", 1, 2, 3).accessible("A-2");
    assertEquals("A-1 A-3 APART", house.chosen(Wish.of(2)));
  }

  @Test
  void they_are_in_one_section_if_any_has_enough() {
    House house =
        new House()
            .section("Left")
            .row("L-A", 1)
            .row("L-B", 40)
            .section("Right")
            .row("R-A", 20)
            .row("R-B", 20)
            .section(null)
            .row("A", 2)
            .row("B", 90);
    assertEquals("R-A-1 R-B-1 APART", house.chosen(Wish.of(2)));
    house.take("R-A-1");
    assertEquals("L-A-1 L-B-1 APART", house.chosen(Wish.of(2)));
    house.take("L-B-1");
    assertEquals("A-1 B-1 APART", house.chosen(Wish.of(2)));
    house.take("B-1");
    assertEquals("L-A-1 A-1 APART", house.chosen(Wish.of(2)));
  }

  @Test
  void a_section_is_one_whatever_zones_and_categories_are_in_it() {
    House house =
        new House().section("Left").category("1").zone("z").row("A", 10).category("2").row("B", 10);
    house.zone(null).row("C", 10).section("Right").row("D", 1).row("E", 1);
    assertEquals("A-1 B-1 C-1 APART", house.chosen(Wish.of(3)));
  }

  @Test
  void sections_of_one_name_on_two_floors_are_two() {
    House house =
        new House()
            .section("Left")
            .floor("1")
            .row("A", 1)
            .floor("2")
            .row("B", 2)
            .floor("3")
            .row("C", 9)
            .row("D", 9);
    assertEquals("C-1 D-1 APART", house.chosen(Wish.of(2)));
  }

  @Test
  void of_sections_as_close_as_each_other_the_first_drawn_is_chosen() {
    House house =
        new House().section("Z").row("A", 4).row("B", 2).section("Y").row("C", 3).row("D", 3);
    assertEquals("A-1 B-1 APART", house.chosen(Wish.of(2)));
    House begun = new House().row("A", 9).section("Y").row("B", 3).row("C", 3);
    begun.section(null).row("D", 3).row("E", 3);
    assertEquals("D-1 E-1 APART", begun.chosen(Wish.of(2)));
  }

  @Test
  void a_section_has_enough_only_with_its_accessible_seats() {
    House house =
        new House()
            .section("Left")
            .row("A", 1)
            .row("B", 1)
            .section("Right")
            .row("C", 5)
            .row("D", 5);
    house.accessible("D-1");
    assertEquals("C-1 D-1 APART", house.chosen(accessible(2, 1)));
    assertEquals("A-1 B-1 D-1 APART", house.chosen(accessible(3, 1)));
  }
}
