package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Spot.Size;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables, booths and areas, when the seats are gone (seats.io dialect, section 17, step 5). */
final class WholesTest {
  private static final Wish ACCESSIBLE = new Wish(1, Set.of(), null, Set.of(), true, 1);

  @Test
  void seats_come_first_even_apart_and_far_away() {
    House house = new House().table("T1", 4, 1).table("T2", 4, 1).row("A", 90).row("B", 90);
    assertEquals("A-1 B-1 APART", house.chosen(Wish.of(2)));
  }

  @Test
  void as_many_tables_and_booths_as_wished_are_chosen_the_closest_and_told_as_drawn() {
    House house = new House().table("T1", 4, 5).booth("B1", 2).table("T2", 4, 3).booth("B2", 9);
    assertEquals("B1 UNTOLD", house.chosen(Wish.of(1)));
    assertEquals("B1 T2 UNTOLD", house.chosen(Wish.of(2)));
    assertEquals("T1 B1 T2 UNTOLD", house.chosen(Wish.of(3)));
    assertEquals("nothing", house.chosen(Wish.of(5)));
  }

  @Test
  void of_tables_as_far_as_each_other_the_first_drawn_is_chosen() {
    House house = new House().table("T2", 2, null).table("T3", 2, 4).table("T1", 2, 4);
    assertEquals("T3 UNTOLD", house.chosen(Wish.of(1)));
    assertEquals("T2 T3 T1 UNTOLD", house.chosen(Wish.of(3)));
  }

  @Test
  void a_table_that_is_not_open_is_not_chosen_nor_are_its_seats() {
    House house = new House().table("T1", 2, 1).table("T2", 2, 2).take("T1");
    house.taken.removeAll(Set.of("T1-1", "T1-2"));
    assertEquals("T2 UNTOLD", house.chosen(Wish.of(1)));
    assertEquals("nothing", house.chosen(Wish.of(2)));
  }

  @Test
  void tables_come_before_areas() {
    House house = new House().area("GA", 100, 1).table("T1", 4, 90);
    assertEquals("T1 UNTOLD", house.chosen(Wish.of(1)));
    assertEquals("GA UNTOLD x2", house.chosen(Wish.of(2)));
  }

  @Test
  void the_closest_area_with_places_enough_is_chosen() {
    House house = new House().area("far", 9, 8).area("near", 9, 2).area("unknown", 20, null);
    assertEquals("near UNTOLD x4", house.chosen(Wish.of(4)));
    house.takePlaces("near", 6);
    assertEquals("near UNTOLD x3", house.chosen(Wish.of(3)));
    assertEquals("far UNTOLD x4", house.chosen(Wish.of(4)));
    assertEquals("unknown UNTOLD x10", house.chosen(Wish.of(10)));
    assertEquals("nothing", house.chosen(Wish.of(21)));
  }

  @Test
  void of_areas_as_far_as_each_other_the_first_drawn_is_chosen() {
    House house = new House().area("b", 9, 8).area("a", 9, 8);
    assertEquals("b UNTOLD x4", house.chosen(Wish.of(4)));
  }

  @Test
  void nobody_is_spread_over_two_areas_nor_over_seats_and_an_area() {
    House house = new House().row("A", 1).area("a", 2, 1).area("b", 2, 1).booth("B", 1);
    assertEquals("nothing", house.chosen(Wish.of(3)));
  }

  @Test
  void an_area_that_is_sold_as_a_whole_is_chosen_by_who_fills_it() {
    House house = new House().area("box", new Size(4, 0, true, false, 1), 1);
    assertEquals("nothing", house.chosen(Wish.of(3)));
    assertEquals("box UNTOLD x4", house.chosen(Wish.of(4)));
    assertEquals("nothing", house.chosen(Wish.of(5)));
    assertEquals("nothing", house.takePlaces("box", 1).chosen(Wish.of(4)));
  }

  @Test
  void an_area_of_varying_company_is_chosen_by_who_are_enough_for_it() {
    House house = new House().area("box", new Size(6, 0, true, true, 3), 1);
    assertEquals("nothing", house.chosen(Wish.of(2)));
    assertEquals("box UNTOLD x3", house.chosen(Wish.of(3)));
    assertEquals("box UNTOLD x6", house.chosen(Wish.of(6)));
    assertEquals("nothing", house.takePlaces("box", 1).chosen(Wish.of(3)));
  }

  @Test
  void who_wishes_for_accessible_seats_gets_neither_tables_nor_areas() {
    House house = new House().table("T1", 4, 1).booth("B", 1).area("GA", 100, 1);
    assertEquals("nothing", house.chosen(ACCESSIBLE));
    house.accessible("T1", "B", "GA");
    assertEquals("nothing", house.chosen(ACCESSIBLE));
  }

  @Test
  void nothing_is_in_an_empty_house() {
    assertEquals("nothing", new House().chosen(Wish.of(1)));
  }
}
