package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.http.json.InvalidRequest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorsTest {
  private static Slice.Request of(Map<String, String> query) {
    return Cursors.of(Asked.query(query));
  }

  @Test
  void a_page_has_a_thousand_items_from_the_beginning_unless_something_else_is_asked_for() {
    assertEquals(new Slice.Request(1_000, new Beside.Beginning()), of(Map.of()));
    assertEquals(
        new Slice.Request(7, new Beside.After(912)),
        of(Map.of("limit", "7", "start_after_id", "912")));
    assertEquals(new Slice.Request(1_000, new Beside.Before(0)), of(Map.of("end_before_id", "0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1001", "999999999999999999"})
  void a_page_has_no_more_than_a_thousand_items(String limit) {
    assertEquals(1_000, of(Map.of("limit", limit)).limit());
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, -1",
    "limit, ''",
    "limit, 1.5",
    "limit, ten",
    "limit, 1000000000000000000",
    "start_after_id, abc",
    "start_after_id, ''",
    "end_before_id, -4",
  })
  void what_is_no_number_is_refused(String name, String value) {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> of(Map.of(name, value)));
    assertEquals(Set.of(name), refused.errors().keySet());
  }

  @Test
  void a_page_cannot_be_after_one_item_and_before_another() {
    InvalidRequest refused =
        assertThrows(
            InvalidRequest.class, () -> of(Map.of("start_after_id", "9", "end_before_id", "1")));
    assertEquals(Set.of("end_before_id"), refused.errors().keySet());
  }
}
