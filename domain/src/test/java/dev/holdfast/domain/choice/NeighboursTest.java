package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.ParentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private static House seat(
      House house, String label, @Nullable String left, @Nullable String right) {
    return house.seat(label, "A", ParentKind.ROW, 1, left, right);
  }

  private static List<String> rows(House house) {
    return Neighbours.rows(house.venue()).stream()
        .map(row -> String.join(" ", row.stream().map(Spot::label).toList()))
        .toList();
  }

  @Test
  void rows_follow_each_other_as_they_were_drawn_and_their_seats_from_left_to_right() {
    House house = new House();
    seat(house, "B-2", "B-1", "B-3");
    seat(house, "A-1", null, "A-2");
    seat(house, "B-3", "B-2", null);
    seat(house, "A-2", "A-1", null);
    seat(house, "B-1", null, "B-2");
    assertEquals(List.of("B-1 B-2 B-3", "A-1 A-2"), rows(house));
    assertEquals("B-1 B-2 B-3 TOGETHER", house.chosen(Wish.of(3)));
  }

  @Test
  void rows_of_one_name_on_two_floors_are_two() {
    House house = new House().floor("1");
    seat(house, "1-A-1", null, "1-A-2");
    seat(house, "1-A-2", "1-A-1", null);
    house.floor("2");
    seat(house, "2-A-1", null, "2-A-2");
    seat(house, "2-A-2", "2-A-1", null);
    assertEquals(List.of("1-A-1 1-A-2", "2-A-1 2-A-2"), rows(house));
  }

  @Test
  void a_row_in_which_the_rows_name_changes_is_one() {
    House house =
        new House()
            .seat("A-1", "A", ParentKind.ROW, 1, null, "B-1")
            .seat("B-1", "B", ParentKind.ROW, 1, "A-1", null);
    assertEquals(List.of("A-1 B-1"), rows(house));
  }

  @Test
  void seats_are_neighbours_only_where_each_says_so() {
    House house = new House();
    seat(house, "A-1", null, "A-2");
    seat(house, "A-2", null, "A-3");
    seat(house, "A-3", "A-1", "A-9");
    assertEquals(List.of("A-1", "A-2", "A-3"), rows(house));
  }

  @Test
  void a_ring_is_a_row_that_begins_where_it_was_begun_to_be_drawn() {
    House house = new House();
    seat(house, "A-2", "A-1", "A-3");
    seat(house, "A-3", "A-2", "A-1");
    seat(house, "A-1", "A-3", "A-2");
    seat(house, "B-1", "B-1", "B-1");
    assertEquals(List.of("A-2 A-3 A-1", "B-1"), rows(house));
  }

  @Test
  void a_seat_that_belongs_to_nothing_is_a_row_by_itself() {
    House house = new House().seat("S-1", null, null, 1, null, null);
    assertEquals("S-1 TOGETHER", house.chosen(Wish.of(1)));
  }

  @Test
  void seats_at_tables_and_other_objects_are_in_no_row() {
    House house = new House().table("T1", 2, 1).booth("B", 1).area("GA", 5, 1);
    house.seat("T1-3", "T1", ParentKind.TABLE, 1, null, "A-1");
    house.seat("A-1", "A", ParentKind.ROW, 1, "T1-3", "B");
    assertEquals(List.of("A-1"), rows(house));
  }
}
