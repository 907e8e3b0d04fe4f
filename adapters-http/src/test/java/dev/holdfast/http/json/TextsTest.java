package dev.holdfast.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TextsTest {
  @Test
  void text_of_any_script_is_usable() {
    assertTrue(Texts.usable(""));
    assertTrue(Texts.usable("Reihe 7, Platz \u00e9 \u4e2d \ud83c\udfab"));
    assertTrue(Texts.usable("\u0001\uffff"), "only NUL cannot be stored");
  }

  @Test
  void nul_and_lone_surrogates_are_not() {
    assertFalse(Texts.usable("a\0b"));
    assertFalse(Texts.usable("\ud83c"));
    assertFalse(Texts.usable("\ud83cx"));
    assertFalse(Texts.usable("\udfab"));
    assertFalse(Texts.usable("\udfab\ud83c"), "the right two in the wrong order");
    assertFalse(Texts.usable("\ud83c\udfab\udfab"));
  }

  @Test
  void every_value_and_name_of_a_body_is_looked_at_and_named() {
    String body =
        "{'a':'\\u0000','b':[1,{'c':['x','\\ud800']}],'d':{'k\\u0000':1},'e':'\\ud83c\\udfab'}";

    InvalidRequest refused =
        assertThrows(InvalidRequest.class, () -> Json.parse(utf8(body), false));

    List<String> told = List.of(Texts.UNUSABLE);
    assertEquals(Map.of("a", told, "b.1.c.1", told, "d", told), refused.errors());
  }

  private static byte[] utf8(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
