package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{'a':1",
        "{'a':1}}",
        "{} {}",
        "{},",
        "{'a':NaN}",
        "{'a':01}",
        "{'a':.5}",
        "{a:1}",
        "{'a':1,}",
        "\ufeff{}",
        "{'a':'\t'}",
        "/**/{}"
      })
  void what_is_no_json_is_refused(String text) {
    assertRefused("Invalid JSON", utf8(text));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    assertRefused("Invalid UTF-8", latin1("{'a':'\u00ff'}"));
    assertRefused("Invalid UTF-8", latin1("{'a':'\u00c0\u0080'}"));
    assertRefused("Invalid UTF-8", latin1("{'a':'\u00ed\u00a0\u0080'}"));
    assertRefused("Invalid JSON", "{}".getBytes(StandardCharsets.UTF_16LE));
    assertRefused("Invalid JSON", "{}".getBytes(Charset.forName("UTF-32BE")));
  }

  @Test
  void nesting_tokens_and_numbers_are_bounded() {
    String bounded = "JSON is nested too deeply or has too many values";
    assertRefused(bounded, utf8("[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1)));
    assertRefused(bounded, utf8("[" + "1,".repeat(60_000) + "1]"));
    assertRefused(bounded, utf8("[" + "9".repeat(1_000) + "]"));
    assertRefused("A number is out of range", utf8("[1e99999999999]"));
    Json.parse(utf8("[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH)), false);
    Json.parse(utf8("[" + "1,".repeat(60_000) + "1]"), true);
  }

  @Test
  void the_last_of_several_members_of_one_name_counts() {
    assertEquals(2, Json.parse(utf8("{'a':1,'\\u0061':2}"), false).path("a").intValue());
  }

  @Test
  void numbers_come_back_as_they_were_sent() {
    for (String number : List.of("1.10", "12345678901234567890", "1E+2", "0.1")) {
      assertEquals(number, Json.text(Json.parse(utf8(number), false)));
    }
  }

  @Test
  void an_answer_that_breaks_off_looks_broken() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThrows(
        IOException.class,
        () ->
            Json.write(
                json -> {
                  json.writeStartObject();
                  json.writeArrayFieldStart("objects");
                  throw new IOException("the store is gone");
                },
                out));

    assertEquals("{\"objects\":[", out.toString(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String text, byte[] body) {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> Json.parse(body, false));
    assertEquals(Map.of("_root", List.of(text)), refused.errors());
  }

  private static byte[] utf8(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin1(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
  }
}
