package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.http.json.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalQueryTest {
  private static final String NOT_A_NUMBER = "Expected number, received nan";

  @Test
  void without_words_it_is_the_first_hundred() {
    assertEquals(new JournalQuery(0, 100), JournalQuery.of(Calls.of(Map.of(), Map.of())));
  }

  @Test
  void it_is_what_is_asked_for() {
    assertEquals(new JournalQuery(7, 3), query("7", "3"));
    assertEquals(new JournalQuery(0, 1), query("0", "1"));
    assertEquals(new JournalQuery(7, 3), query("7.0", "3.00"));
    assertEquals(
        new JournalQuery(999_999_999_999_999_999L, 1_000), query("999999999999999999", "1000"));
  }

  private static JournalQuery query(String after, String limit) {
    return JournalQuery.of(Calls.of(Map.of("after", after, "limit", limit), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "after | ''   | Expected number, received nan",
        "after | x    | Expected number, received nan",
        "after | ' 7' | Expected number, received nan",
        "after | 0x7  | Expected number, received nan",
        "after | 1e3  | Expected number, received nan",
        "after | 1000000000000000000 | Expected number, received nan",
        "after | -1   | Number must be greater than or equal to 0",
        "after | 1.5  | Expected integer, received float",
        "limit | ''   | Expected number, received nan",
        "limit | x    | Expected number, received nan",
        "limit | 1.5  | Expected integer, received float",
        "limit | -1   | Number must be greater than or equal to 1",
        "limit | 0    | Number must be greater than or equal to 1",
        "limit | 1001 | Number must be less than or equal to 1000",
        "limit | 99999999999 | Number must be less than or equal to 1000",
      })
  void what_is_wrong_is_named_with_its_reason(String name, String value, String text) {
    InvalidRequest refused =
        assertThrows(
            InvalidRequest.class, () -> JournalQuery.of(Calls.of(Map.of(name, value), Map.of())));
    assertEquals(Map.of(name, List.of(text)), refused.errors());
  }

  @Test
  void all_that_is_wrong_is_named_at_once() {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> query("x", "0"));
    assertEquals(
        Map.of(
            "after", List.of(NOT_A_NUMBER),
            "limit", List.of("Number must be greater than or equal to 1")),
        refused.errors());
  }

  @Test
  void a_stream_begins_anew_without_words() {
    assertEquals(OptionalLong.empty(), inStream(Map.of(), Map.of()));
  }

  @Test
  void a_stream_goes_on_by_the_header_rather_than_by_the_query() {
    Map<String, String> after = Map.of("after", "5");
    assertEquals(OptionalLong.of(5), inStream(after, Map.of()));
    assertEquals(OptionalLong.of(0), inStream(Map.of("after", "0"), Map.of()));
    assertEquals(OptionalLong.of(9), inStream(after, Map.of("Last-Event-ID", "9")));
    assertEquals(OptionalLong.of(9), inStream(Map.of("after", "x"), Map.of("Last-Event-ID", "9")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "1000000000000000000"})
  void a_header_of_another_stream_is_passed_over(String header) {
    Map<String, String> headers = Map.of("Last-Event-ID", header);
    assertEquals(OptionalLong.empty(), inStream(Map.of(), headers));
    assertEquals(OptionalLong.of(5), inStream(Map.of("after", "5"), headers));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''  | Expected number, received nan",
        "x   | Expected number, received nan",
        "1.5 | Expected integer, received float",
        "-1  | Number must be greater than or equal to 0",
      })
  void a_stream_refuses_what_is_no_number(String after, String text) {
    InvalidRequest refused =
        assertThrows(InvalidRequest.class, () -> inStream(Map.of("after", after), Map.of()));
    assertEquals(Map.of("after", List.of(text)), refused.errors());
  }

  private static OptionalLong inStream(Map<String, String> query, Map<String, String> headers) {
    return JournalQuery.afterInStream(Calls.of(query, headers));
  }
}
