package dev.holdfast.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.domain.port.Slice.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SliceTest {
  private static final List<Long> NEWEST_FIRST = List.of(9L, 7L, 5L, 3L);

  private static Slice<Long> after(int limit, long id) {
    return newestFirst(limit, new Beside.After(id));
  }

  private static Slice<Long> before(int limit, long id) {
    return newestFirst(limit, new Beside.Before(id));
  }

  private static Slice<Long> newestFirst(int limit, Beside beside) {
    return Slice.of(
        NEWEST_FIRST, new Slice.Request(limit, beside), Order.newestFirst(Long::longValue));
  }

  private static Slice<Long> slice(boolean earlier, boolean later, Long... items) {
    return new Slice<>(List.of(items), earlier, later);
  }

  @Test
  void the_beginning_is_there_without_a_cursor() {
    Beside beginning = new Beside.Beginning();
    assertEquals(slice(false, true, 9L, 7L), newestFirst(2, beginning));
    assertEquals(slice(false, false, 9L, 7L, 5L, 3L), newestFirst(4, beginning));
    assertEquals(
        slice(false, false),
        Slice.of(
            List.<Long>of(), new Slice.Request(1, beginning), Order.newestFirst(Long::longValue)));
  }

  @Test
  void what_stands_after_an_item_follows_it_in_the_list() {
    assertEquals(slice(true, true, 7L, 5L), after(2, 9));
    assertEquals(slice(true, false, 5L, 3L), after(2, 7));
    assertEquals(slice(true, false), after(2, 3));
  }

  @Test
  void what_stands_before_an_item_are_its_nearest_in_the_order_of_the_list() {
    assertEquals(slice(true, true, 7L, 5L), before(2, 3));
    assertEquals(slice(true, true, 5L), before(1, 3));
    assertEquals(slice(false, true, 9L), before(2, 7));
    assertEquals(slice(false, true), before(2, 9));
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "8, 1", "4, 3", "0, 4"})
  void an_item_that_is_not_there_has_its_place_all_the_same(long id, int earlier) {
    assertEquals(NEWEST_FIRST.subList(earlier, 4), after(9, id).items());
    assertEquals(NEWEST_FIRST.subList(0, earlier), before(9, id).items());
  }

  @Test
  void a_list_may_have_its_oldest_first_or_another_order() {
    Slice.Request all = new Slice.Request(9, new Beside.After(5));
    List<Long> oldestFirst = NEWEST_FIRST.reversed();
    assertEquals(
        List.of(7L, 9L), Slice.of(oldestFirst, all, Order.oldestFirst(Long::longValue)).items());
    List<Long> sorted = List.of(5L, 9L, 3L, 7L);
    Order<Long> placed = (item, id) -> Integer.compare(sorted.indexOf(item), sorted.indexOf(id));
    assertEquals(List.of(9L, 3L, 7L), Slice.of(sorted, all, placed).items());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void slice_by_slice_the_whole_list_is_seen_in_both_directions(int limit) {
    List<Long> forth = new ArrayList<>();
    Slice<Long> next = newestFirst(limit, new Beside.Beginning());
    forth.addAll(next.items());
    while (next.hasLater()) {
      next = after(limit, next.items().getLast());
      forth.addAll(next.items());
    }
    assertEquals(NEWEST_FIRST, forth);

    List<Long> back = new ArrayList<>(List.of(3L));
    Slice<Long> previous = before(limit, 3);
    back.addAll(0, previous.items());
    while (previous.hasEarlier()) {
      previous = before(limit, previous.items().getFirst());
      back.addAll(0, previous.items());
    }
    assertEquals(NEWEST_FIRST, back);
  }

  @Test
  void a_slice_is_bounded() {
    Beside beginning = new Beside.Beginning();
    assertThrows(IllegalArgumentException.class, () -> new Slice.Request(0, beginning));
    assertThrows(IllegalArgumentException.class, () -> new Slice.Request(1_001, beginning));
  }
}
