package dev.holdfast.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CategoryTallyTest {
  private static final Category GOLD = new Category("g", "Platea", "#ffd700");
  private static final Category FLOOR = new Category("f", "Pista");

  private static List<CategoryTally> tallies(List<Category> categories, Bookable... objects) {
    Map<String, Bookable> plan = new LinkedHashMap<>();
    for (Bookable object : objects) {
      plan.put(object.label(), object);
    }
    return CategoryTally.of(new SeatingPlan(plan, categories), categories);
  }

  private static Bookable seat(String label, String category) {
    return new Bookable.NamedSeat(label, category);
  }

  private static Bookable area(String label, int capacity, String... categories) {
    return new Bookable.Places(label, capacity, List.of(categories));
  }

  @Test
  void seats_and_places_are_counted_by_the_label_of_their_category() {
    List<CategoryTally> tallies =
        tallies(
            List.of(GOLD, FLOOR),
            seat("A-1", "g"),
            seat("A-2", "g"),
            area("PISTA", 300, "f"),
            area("BOX", 4, "g"));
    assertEquals(
        List.of(new CategoryTally("Platea", 2, 1, 4), new CategoryTally("Pista", 0, 1, 300)),
        tallies);
    assertEquals(6, tallies.getFirst().places());
  }

  @Test
  void categories_of_one_label_are_told_together_and_those_without_objects_too() {
    Category other = new Category("g2", "Platea");
    assertEquals(
        List.of(new CategoryTally("Platea", 2, 0, 0), new CategoryTally("Pista", 0, 0, 0)),
        tallies(List.of(GOLD, FLOOR, other), seat("A-1", "g"), seat("A-2", "g2")));
  }

  @Test
  void an_area_of_several_categories_counts_once_where_it_is_usually_sold() {
    assertEquals(
        List.of(new CategoryTally("Platea", 0, 0, 0), new CategoryTally("Pista", 0, 1, 300)),
        tallies(List.of(GOLD, FLOOR), area("PISTA", 300, "f", "g")));
  }

  @Test
  void objects_without_a_category_come_last_and_have_no_label() {
    assertEquals(
        List.of(new CategoryTally("Platea", 0, 0, 0), new CategoryTally(null, 1, 1, 7)),
        tallies(List.of(GOLD), new Bookable.NamedSeat("A-1", null), area("PISTA", 7)));
  }

  @Test
  void of_a_table_and_its_seats_what_the_chart_sells_counts() {
    assertEquals(
        List.of(new CategoryTally("Platea", 3, 0, 0)),
        tallies(
            List.of(GOLD),
            new Bookable.NamedSeat("T1", "g", "T1", true),
            new Bookable.NamedSeat("T1-1", "g", "T1", false),
            new Bookable.NamedSeat("T2", "g", "T2", false),
            new Bookable.NamedSeat("T2-1", "g", "T2", true),
            new Bookable.NamedSeat("T2-2", "g", "T2", true)));
  }

  @Test
  void the_places_of_the_largest_chart_can_be_counted() {
    Map<String, Bookable> areas = new LinkedHashMap<>();
    for (int i = 0; i < Layout.MAX_OBJECTS; i++) {
      areas.put("ga-" + i, area("ga-" + i, Layout.MAX_CAPACITY, "f"));
    }
    List<CategoryTally> tallies =
        CategoryTally.of(new SeatingPlan(areas, List.of(FLOOR)), List.of(FLOOR));
    assertEquals(100_000_000_000L, tallies.getFirst().places());
  }
}
