package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Category;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a wish leaves to choose among (seats.io dialect, section 17, step 1). */
final class MatchingTest {
  private static Wish of(String... categories) {
    return new Wish(1, Set.of(categories), null, Set.of(), true, 0);
  }

  private static Wish in(@Nullable String zone, String... sections) {
    return new Wish(1, Set.of(), zone, Set.of(sections), true, 0);
  }

  private static House categories() {
    return new House().row("A", 1).category("1").row("B", 2).category("2").row("C", 3);
  }

  @Test
  void without_categories_any_will_do_and_none() {
    assertEquals("A-1 TOGETHER", categories().chosen(of()));
  }

  @Test
  void a_category_is_named_by_its_key_or_its_label() {
    assertEquals("B-1 TOGETHER", categories().chosen(of("1")));
    assertEquals("B-1 TOGETHER", categories().chosen(of("Stalls")));
    assertEquals("C-1 TOGETHER", categories().chosen(of("Balcony")));
    assertEquals("B-1 TOGETHER", categories().chosen(of("Balcony", "1")));
  }

  @Test
  void upper_and_lower_case_are_the_same_in_categories() {
    assertEquals("C-1 TOGETHER", categories().chosen(of("bALCONY")));
    House vip = new House().category("Vip").row("A", 1);
    assertEquals("A-1 TOGETHER", vip.chosen(of("VIP")));
  }

  @Test
  void a_category_that_nobody_declared_is_named_by_its_key() {
    assertEquals("A-1 TOGETHER", new House().category("x").row("A", 1).chosen(of("X")));
  }

  @Test
  void a_category_of_which_nothing_is_sold_has_nothing() {
    assertEquals("nothing", categories().chosen(of("Royal box")));
  }

  @Test
  void a_category_declared_twice_has_two_labels_and_a_label_may_mean_two_categories() {
    House house = categories().take("A-1");
    List<Category> twice =
        List.of(
            new Category("2", "Upstairs"),
            new Category("2", "Circle"),
            new Category("1", "Circle"));
    Seating seating = Seating.of(house.venue(), twice);
    assertEquals(
        List.of("C-1"),
        BestAvailable.choose(seating, of("upstairs"), house).orElseThrow().objects());
    assertEquals(
        List.of("B-1"), BestAvailable.choose(seating, of("circle"), house).orElseThrow().objects());
    house.take("B-1");
    assertEquals(
        List.of("C-1"), BestAvailable.choose(seating, of("circle"), house).orElseThrow().objects());
  }

  @Test
  void an_event_may_sell_an_object_in_another_category() {
    House house = categories();
    Seating seating =
        Seating.of(house.venue(), House.CATEGORIES, Map.of("C-1", "1", "B-1", "2", "A-1", "1"));
    assertEquals(
        List.of("A-1"), BestAvailable.choose(seating, of("stalls"), house).orElseThrow().objects());
    assertEquals(
        List.of("B-1"), BestAvailable.choose(seating, of("2"), house).orElseThrow().objects());
    house.take("A-1");
    assertEquals(
        List.of("C-1"), BestAvailable.choose(seating, of("stalls"), house).orElseThrow().objects());
  }

  @Test
  void a_zone_is_named_by_its_key() {
    House house = new House().row("A", 1).zone("north").row("B", 2).zone("south").row("C", 3);
    assertEquals("B-1 TOGETHER", house.chosen(in("north")));
    assertEquals("C-1 TOGETHER", house.chosen(in("south")));
    assertEquals("A-1 TOGETHER", house.chosen(in(null)));
    assertEquals("nothing", house.chosen(in("North")));
  }

  @Test
  void a_section_is_named_by_its_label() {
    House house = new House().row("A", 1).section("Left").row("B", 2).section("Right").row("C", 3);
    assertEquals("B-1 TOGETHER", house.chosen(in(null, "Left")));
    assertEquals("C-1 TOGETHER", house.chosen(in(null, "Right")));
    assertEquals("B-1 TOGETHER", house.chosen(in(null, "Left", "Right")));
    assertEquals("A-1 TOGETHER", house.chosen(in(null)));
    assertEquals("nothing", house.chosen(in(null, "left")));
  }

  @Test
  void all_conditions_have_to_be_met() {
    House house = new House().category("1").zone("north").section("Left").row("A", 9);
    house.category("2").row("B", 1).category("1").zone("south").row("C", 1);
    house.zone("north").section("Right").row("D", 1);
    Wish wish = new Wish(1, Set.of("1"), "north", Set.of("Left"), true, 0);
    assertEquals("A-1 TOGETHER", house.chosen(wish));
    assertEquals("nothing", house.take("A-1").chosen(wish));
  }

  @Test
  void tables_booths_and_areas_have_to_meet_them_as_well() {
    House house = new House().category("1").table("T1", 2, 1).booth("B1", 1).area("GA1", 9, 1);
    house.category("2").table("T2", 2, 5).area("GA2", 9, 5);
    assertEquals("T2 UNTOLD", house.chosen(of("2")));
    assertEquals("GA2 UNTOLD x2", house.chosen(new Wish(2, Set.of("2"), null, Set.of(), true, 0)));
  }
}
