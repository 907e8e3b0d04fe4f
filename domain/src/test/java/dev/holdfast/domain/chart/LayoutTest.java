package dev.holdfast.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable.NamedSeat;
import dev.holdfast.domain.chart.Bookable.Places;
import dev.holdfast.domain.chart.LayoutProblem.DuplicateLabel;
import dev.holdfast.domain.chart.LayoutProblem.Empty;
import dev.holdfast.domain.chart.LayoutProblem.TooManyObjects;
import dev.holdfast.domain.chart.LayoutProblem.UnknownCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private static final List<Category> CATEGORIES =
      List.of(new Category("gold", "Gold"), new Category("silver", "Silver"));

  private static Place aSeat(String path, String label, @Nullable String category) {
    return new Place(path, label, category);
  }

  private static GeneralAdmissionArea anArea(
      String path, String key, @Nullable String category, String... more) {
    return new GeneralAdmissionArea(path, key, 100, category, List.of(more));
  }

  private static Layout aLayout(List<Place> places, GeneralAdmissionArea... areas) {
    return new Layout(CATEGORIES, places, List.of(areas));
  }

  private static List<Place> seats(int count) {
    List<Place> seats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seats.add(aSeat("rows.0.seats." + i, "A-" + i, null));
    }
    return seats;
  }

  @Test
  void a_layout_of_seats_and_areas_can_be_published() {
    Layout layout =
        aLayout(
            List.of(aSeat("rows.0.seats.0", "A-1", "gold"), aSeat("rows.0.seats.1", "A-2", null)),
            anArea("areas.0", "floor", "silver", "gold"));
    assertEquals(List.of(), layout.problems());
  }

  @Test
  void an_area_alone_can_be_published() {
    assertEquals(List.of(), aLayout(List.of(), anArea("areas.0", "floor", null)).problems());
  }

  @Test
  void a_layout_with_nothing_to_sell_is_empty() {
    assertEquals(List.of(new Empty()), aLayout(List.of()).problems());
  }

  @Test
  void a_label_that_stands_again_names_both_places() {
    Layout layout =
        aLayout(
            List.of(
                aSeat("rows.0.seats.0", "A-1", null),
                aSeat("rows.0.seats.1", "A-2", null),
                aSeat("rows.1.seats.0", "A-1", null),
                aSeat("rows.2.seats.0", "A-1", null)));
    assertEquals(
        List.of(
            new DuplicateLabel("rows.1.seats.0.label", "A-1", "rows.0.seats.0.label"),
            new DuplicateLabel("rows.2.seats.0.label", "A-1", "rows.0.seats.0.label")),
        layout.problems());
  }

  @Test
  void the_keys_of_areas_are_labels_too() {
    Layout layout =
        aLayout(
            List.of(aSeat("rows.0.seats.0", "floor", null)),
            anArea("areas.0", "floor", null),
            anArea("areas.1", "pit", null),
            anArea("areas.2", "pit", null));
    assertEquals(
        List.of(
            new DuplicateLabel("areas.0.key", "floor", "rows.0.seats.0.label"),
            new DuplicateLabel("areas.2.key", "pit", "areas.1.key")),
        layout.problems());
  }

  @Test
  void labels_are_compared_exactly() {
    Layout layout =
        aLayout(
            List.of(
                aSeat("rows.0.seats.0", "A-1", null),
                aSeat("rows.0.seats.1", "a-1", null),
                aSeat("rows.0.seats.2", "A-1 ", null)));
    assertEquals(List.of(), layout.problems());
  }

  @Test
  void a_category_that_is_not_declared_is_named_where_it_stands() {
    Layout layout =
        aLayout(
            List.of(aSeat("rows.0.seats.0", "A-1", "bronze"), aSeat("rows.0.seats.1", "A-2", "")),
            anArea("areas.0", "floor", "tin", "gold", "lead"));
    assertEquals(
        List.of(
            new UnknownCategory("rows.0.seats.0.categoryKey", "bronze"),
            new UnknownCategory("rows.0.seats.1.categoryKey", ""),
            new UnknownCategory("areas.0.categoryKey", "tin"),
            new UnknownCategory("areas.0.categoryKeys.1", "lead")),
        layout.problems());
  }

  @Test
  void all_problems_are_told_at_once() {
    Layout layout =
        aLayout(
            List.of(
                aSeat("rows.0.seats.0", "A-1", "bronze"), aSeat("rows.0.seats.1", "A-1", null)));
    assertEquals(2, layout.problems().size());
  }

  @Test
  void at_most_100_problems_are_told() {
    List<Place> seats = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      seats.add(aSeat("rows.0.seats." + i, "A-" + i, "bronze"));
    }
    List<LayoutProblem> problems = aLayout(seats).problems();
    assertEquals(100, problems.size());
    assertEquals(new UnknownCategory("rows.0.seats.0.categoryKey", "bronze"), problems.getFirst());
  }

  @Test
  void a_layout_has_at_most_100_000_objects_areas_included() {
    assertEquals(List.of(), aLayout(seats(100_000)).problems());
    assertEquals(
        List.of(new TooManyObjects(100_001)),
        aLayout(seats(100_000), anArea("areas.0", "floor", null)).problems());
  }

  @Test
  void a_layout_does_not_change_when_its_makers_lists_do() {
    List<Place> seats = seats(2);
    Layout layout = aLayout(seats);
    seats.clear();
    assertEquals(2, layout.places().size());
  }

  @Test
  void a_plan_has_every_object_under_its_label_in_the_order_it_was_drawn() {
    Layout layout =
        aLayout(
            List.of(aSeat("rows.0.seats.0", "Z-1", "gold"), aSeat("rows.0.seats.1", "A-2", null)),
            anArea("areas.0", "floor", "silver", "gold", "silver"),
            anArea("areas.1", "balcony", null, "gold"),
            anArea("areas.2", "pit", null));
    SeatingPlan plan = layout.plan();
    assertEquals(
        List.of(
            new NamedSeat("Z-1", "gold"),
            new NamedSeat("A-2", null),
            new Places("floor", 100, List.of("silver", "gold")),
            new Places("balcony", 100, List.of("gold")),
            new Places("pit", 100, List.of())),
        List.copyOf(plan.all()));
    assertEquals(Optional.of(new NamedSeat("A-2", null)), plan.find("A-2"));
    assertEquals(Optional.empty(), plan.find("a-2"));
  }

  @Test
  void a_layout_with_problems_has_no_plan() {
    assertThrows(IllegalStateException.class, () -> aLayout(List.of()).plan());
    Layout unknown = aLayout(List.of(aSeat("rows.0.seats.0", "A-1", "bronze")));
    assertThrows(IllegalStateException.class, unknown::plan);
  }

  @Test
  void a_table_and_its_seats_stand_in_the_plan_and_one_of_the_two_is_sold() {
    Layout layout =
        aLayout(
            List.of(
                new Place("tables.0", "T1", "gold", "T1", true),
                new Place("tables.0.seats.0", "T1-1", "gold", "T1", false),
                new Place("tables.1", "T2", "gold", "T2", false),
                new Place("tables.1.seats.0", "T2-1", "silver", "T2", true)));
    assertEquals(List.of(), layout.problems());
    SeatingPlan plan = layout.plan();
    assertEquals(
        List.of(
            new NamedSeat("T1", "gold", "T1", true),
            new NamedSeat("T1-1", "gold", "T1", false),
            new NamedSeat("T2", "gold", "T2", false),
            new NamedSeat("T2-1", "silver", "T2", true)),
        List.copyOf(plan.every()));
    assertEquals(
        List.of(
            new NamedSeat("T1", "gold", "T1", true), new NamedSeat("T2-1", "silver", "T2", true)),
        List.copyOf(plan.all()));
    assertTrue(plan.find("T1").isPresent());
    assertEquals(Optional.empty(), plan.find("T1-1"));
    assertEquals(Optional.empty(), plan.find("T2"));
    assertTrue(plan.find("T2-1").isPresent());
  }

  @Test
  void the_labels_of_tables_and_of_their_seats_are_labels_too() {
    Layout layout =
        aLayout(
            List.of(
                aSeat("rows.0.seats.0", "T1", null),
                aSeat("rows.0.seats.1", "T1-1", null),
                new Place("tables.0", "T1", null, "T1", false),
                new Place("tables.0.seats.0", "T1-1", null, "T1", true)));
    assertEquals(
        List.of(
            new DuplicateLabel("tables.0.label", "T1", "rows.0.seats.0.label"),
            new DuplicateLabel("tables.0.seats.0.label", "T1-1", "rows.0.seats.1.label")),
        layout.problems());
  }

  @Test
  void a_table_counts_by_its_seats() {
    List<Place> places = seats(99_999);
    places.add(new Place("tables.0", "T1", null, "T1", false));
    places.add(new Place("tables.0.seats.0", "T1-1", null, "T1", true));
    assertEquals(List.of(), aLayout(places).problems());
    places.add(new Place("tables.0.seats.1", "T1-2", null, "T1", true));
    assertEquals(List.of(new TooManyObjects(100_001)), aLayout(places).problems());
  }

  @Test
  void a_table_alone_is_not_nothing() {
    assertEquals(
        List.of(), aLayout(List.of(new Place("tables.0", "T1", null, "T1", true))).problems());
  }

  @Test
  void despite_problems_the_first_of_a_label_is_sold_in_categories_that_are_there() {
    Layout layout =
        aLayout(
            List.of(
                aSeat("rows.0.seats.0", "A-1", "gold"),
                aSeat("rows.1.seats.0", "A-1", "silver"),
                aSeat("rows.1.seats.1", "A-2", "bronze"),
                new Place("tables.0", "T1", "tin", "T1", true)),
            anArea("areas.0", "A-2", "gold"),
            anArea("areas.1", "floor", "tin", "silver", "lead", "gold"));
    SeatingPlan plan = layout.planDespiteProblems();
    assertEquals(
        List.of(
            new NamedSeat("A-1", "gold"),
            new NamedSeat("A-2", null),
            new NamedSeat("T1", null, "T1", true),
            new Places("floor", 100, List.of("silver", "gold"))),
        List.copyOf(plan.every()));
    assertEquals(CATEGORIES, plan.categories());
  }

  @Test
  void despite_its_emptiness_an_empty_layout_has_an_empty_plan() {
    assertEquals(new SeatingPlan(Map.of(), CATEGORIES), aLayout(List.of()).planDespiteProblems());
  }

  @Test
  void nothing_is_found_in_the_empty_plan() {
    assertTrue(SeatingPlan.EMPTY.all().isEmpty());
    assertEquals(Optional.empty(), SeatingPlan.EMPTY.find("A-1"));
  }
}
