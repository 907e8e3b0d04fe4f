package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.seat.ExtraData;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyReaderTest {
  @Test
  void only_an_object_is_a_body() {
    for (String other : List.of("[]", "'x'", "1", "true", "null")) {
      assertThrows(InvalidRequest.class, () -> reader(other), other);
    }
    assertEquals(
        Map.of("_root", List.of("Expected object, received array")),
        assertThrows(InvalidRequest.class, () -> reader("[]")).errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                 | Required",
        "{'name':null}      | Expected string, received null",
        "{'name':5}         | Expected string, received number",
        "{'name':true}      | Expected string, received boolean",
        "{'name':[]}        | Expected string, received array",
        "{'name':{}}        | Expected string, received object",
        "{'name':'ab'}      | String must contain at least 3 character(s)",
        "{'name':'abcdef'}  | String must contain at most 5 character(s)",
      })
  void a_text_has_a_type_and_bounds(String body, String text) {
    assertProblem("name", text, body, reader -> reader.text("name", 3, 5));
  }

  @Test
  void an_optional_text_may_be_absent_but_not_null() {
    assertEquals(Optional.empty(), reader("{}").optionalText("name", 0, 5));
    assertEquals(Optional.of(""), reader("{'name':''}").optionalText("name", 0, 5));
    assertProblem(
        "name",
        "Expected string, received null",
        "{'name':null}",
        reader -> reader.optionalText("name", 0, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null       | Expected number, received null",
        "'5'        | Expected number, received string",
        "1.5        | Expected integer, received float",
        "0          | Number must be greater than or equal to 1",
        "-7         | Number must be greater than or equal to 1",
        "11         | Number must be less than or equal to 10",
        "1e300      | Number must be less than or equal to 10",
        "1e-300     | Expected integer, received float",
        "99999999999999999999 | Number must be less than or equal to 10",
      })
  void an_integer_has_a_type_and_bounds(String value, String text) {
    assertProblem("n", text, "{'n':" + value + "}", reader -> reader.optionalInteger("n", 1, 10));
  }

  @Test
  void whole_numbers_are_integers_however_they_are_written() {
    for (String ten : List.of("10", "10.0", "1e1", "1.0E+1", "100e-1")) {
      assertEquals(Optional.of(10), reader("{'n':" + ten + "}").optionalInteger("n", 1, 10), ten);
    }
  }

  @Test
  void zero_is_not_positive() {
    assertProblem(
        "n", "Number must be greater than 0", "{'n':0}", reader -> reader.optionalPositive("n", 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "labels   | {}                     | Required",
        "labels   | {'labels':'A-1'}       | Expected array, received string",
        "labels   | {'labels':[]}          | Array must contain at least 1 element(s)",
        "labels   | {'labels':['a','b','c']} | Array must contain at most 2 element(s)",
        "labels.1 | {'labels':['a',5]}     | Expected string, received number",
        "labels.0 | {'labels':['','a']}    | String must contain at least 1 character(s)",
      })
  void labels_are_a_list_of_texts(String path, String body, String text) {
    assertProblem(path, text, body, reader -> reader.labels("labels", 2));
  }

  @Test
  void a_choice_names_what_is_allowed() {
    assertProblem(
        "kind",
        "Invalid enum value. Expected 'public' | 'secret', received 'admin'",
        "{'kind':'admin'}",
        reader -> reader.optionalChoice("kind", List.of("public", "secret")));
  }

  @Test
  void a_switch_is_off_unless_it_is_true() {
    assertFalse(reader("{}").flag("on"));
    assertFalse(reader("{'on':false}").flag("on"));
    assertTrue(reader("{'on':true}").flag("on"));
    assertProblem(
        "on", "Expected boolean, received string", "{'on':'true'}", reader -> reader.flag("on"));
  }

  @Test
  void all_problems_are_told_at_once_by_their_paths() {
    BodyReader body = reader("{'name':5,'rows':[{'label':'A'},7,{'label':''}],'x':2}");

    body.text("name", 1, 9);
    body.text("key", 1, 9);
    body.eachObject("rows", row -> row.text("label", 1, 9));
    body.checkNumber("x", 3, 4);
    body.problem("The whole is wrong");

    assertEquals(
        Map.of(
            "name", List.of("Expected string, received number"),
            "key", List.of("Required"),
            "rows.1", List.of("Expected object, received number"),
            "rows.2.label", List.of("String must contain at least 1 character(s)"),
            "x", List.of("Number must be greater than or equal to 3"),
            "_root", List.of("The whole is wrong")),
        assertThrows(InvalidRequest.class, body::check).errors());
  }

  @Test
  void an_answer_about_problems_stays_small() {
    BodyReader body = reader("{'rows':[" + "{},".repeat(1_000) + "{}]}");

    body.eachObject("rows", row -> row.text("label", 1, 9));

    InvalidRequest refused = assertThrows(InvalidRequest.class, body::check);
    assertEquals(Problems.MAX_PATHS, refused.errors().size());
  }

  @Test
  void what_is_right_is_read() {
    BodyReader body = reader("{'name':'Hall','labels':['A','B'],'n':2.5,'extraData':{'a':1}}");

    assertEquals("Hall", body.text("name", 1, 9));
    assertEquals(List.of("A", "B"), body.labels("labels", 2));
    assertEquals(Optional.of(new BigDecimal("2.5")), body.optionalNumber("n"));
    assertEquals(new ExtraData(Map.of("\"a\"", "1")), body.extraData("extraData"));
    assertEquals(ExtraData.NONE, body.extraData("absent"));
    body.check();
    assertTrue(body.sound());
  }

  private static void assertProblem(
      String path, String text, String body, Consumer<BodyReader> read) {
    BodyReader reader = reader(body);
    read.accept(reader);
    InvalidRequest refused = assertThrows(InvalidRequest.class, reader::check, body);
    assertEquals(Map.of(path, List.of(text)), refused.errors(), body);
  }

  private static BodyReader reader(String body) {
    return BodyReader.of(
        Json.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false));
  }
}
