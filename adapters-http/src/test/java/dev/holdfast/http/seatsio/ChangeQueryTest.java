package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.ChangeList.Order;
import dev.holdfast.http.json.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Section 20: which changes are asked for. */
final class ChangeQueryTest {
  private static ChangeList asked(Map<String, String> query) {
    return ChangeQuery.of(Asked.query(query), Optional.empty());
  }

  private static Order sort(String text) {
    return asked(Map.of("sort", text)).order();
  }

  @Test
  void without_a_word_all_are_asked_for_newest_first() {
    assertEquals(
        new ChangeList(
            Optional.empty(), "", new Order(ChangeList.Key.NUMBER, true), "reservedByToken"),
        asked(Map.of()));
  }

  @Test
  void a_filter_is_part_of_a_label_as_it_is_written() {
    assertEquals("a-1 %", asked(Map.of("filter", "a-1 %")).part());
    assertEquals("A", asked(Map.of("filter", "A", "filterType", "CONTAINS")).part());
    assertEquals("A", asked(Map.of("filter", "A", "filterType", "contains")).part());
    assertThrows(InvalidRequest.class, () -> asked(Map.of("filterType", "STARTS_WITH")));
  }

  @Test
  void an_object_is_asked_for_by_its_label() {
    assertEquals(
        Optional.of("A-1"), ChangeQuery.of(Asked.query(Map.of()), Optional.of("A-1")).object());
  }

  @Test
  void the_direction_may_be_in_capitals_and_is_ascending_unless_said() {
    assertEquals(new Order(ChangeList.Key.OBJECT, false), sort("objectLabel"));
    assertEquals(new Order(ChangeList.Key.OBJECT, false), sort("objectLabel:asc"));
    assertEquals(new Order(ChangeList.Key.OBJECT, true), sort("objectLabel:DESC"));
    assertEquals(new Order(ChangeList.Key.STATUS, false), sort("status:ASC"));
    assertEquals(new Order(ChangeList.Key.TIME, true), sort("date:desc"));
    assertEquals(new Order(ChangeList.Key.TIME, false), sort("date"));
  }

  @Test
  void what_cannot_be_sorted_by_is_refused() {
    for (String sort :
        List.of("", "id", "objectlabel", "status:", "status:down", ":asc", "date:a:b")) {
      InvalidRequest refused = assertThrows(InvalidRequest.class, () -> sort(sort), sort);
      assertEquals(List.of("sort"), List.copyOf(refused.errors().keySet()));
    }
  }
}
