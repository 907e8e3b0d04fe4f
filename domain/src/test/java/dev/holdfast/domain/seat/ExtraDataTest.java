package dev.holdfast.domain.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtraDataTest {
  private static ExtraData json(String text) {
    return ExtraData.ofJson(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":1}",
        "{\"b\":1,\"a\":2,\"\":3}",
        "{\"n\":[1.50,1e2,-0,12345678901234567890.1234567890],\"m\":-1E+5}",
        "{\"t\":\"},{]:[,\"}",
        "{\"t\":\"\\\\\",\"u\":\"\\\"\",\"v\":\"\\\\\\\"}\"}",
        "{\"},{\\\"\":\"\\u0000\\ud800\"}",
        "{\"deep\":{\"x\":{\"y\":[[],[{}],{\"z\":[1,{\"q\":null}]}]}},\"after\":true}",
        "{\"a\":[],\"b\":{},\"c\":\"\"}",
        "{\"ä\":\"第3列 🎭\"}"
      })
  void comes_back_to_the_letter(String text) {
    assertEquals(text, json(text).toJson());
  }

  @Test
  void is_kept_member_by_member_in_the_order_they_were_sent() {
    ExtraData data = json("{\"b\":{\"x\":[1,2]},\"a\":\"t\",\"c\":null}");
    assertEquals(List.of("\"b\"", "\"a\"", "\"c\""), List.copyOf(data.members().keySet()));
    assertEquals(List.of("{\"x\":[1,2]}", "\"t\"", "null"), List.copyOf(data.members().values()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "[]",
        "null",
        "\"{}\"",
        "{\"a\"}",
        "{\"a\":\"}",
        "{\"a\":[1}",
        "{\"a\":1]"
      })
  void is_an_object_and_nothing_else(String text) {
    assertThrows(IllegalArgumentException.class, () -> json(text));
  }

  @Test
  void newer_members_win_and_keep_the_older_ones_place() {
    ExtraData merged = json("{\"a\":1,\"b\":2}").mergedWith(json("{\"c\":3,\"a\":9}"));
    assertEquals("{\"a\":9,\"b\":2,\"c\":3}", merged.toJson());
  }

  @Test
  void merging_is_shallow() {
    ExtraData merged = json("{\"a\":{\"x\":1,\"y\":2}}").mergedWith(json("{\"a\":{\"y\":3}}"));
    assertEquals("{\"a\":{\"y\":3}}", merged.toJson());
  }

  @Test
  void merging_with_nothing_changes_nothing() {
    ExtraData some = json("{\"a\":1}");
    assertSame(some, some.mergedWith(ExtraData.NONE));
    assertEquals(some, ExtraData.NONE.mergedWith(some));
    assertEquals("{}", ExtraData.NONE.mergedWith(ExtraData.NONE).toJson());
  }

  @Test
  void merging_leaves_both_as_they_were() {
    ExtraData older = json("{\"a\":1}");
    ExtraData newer = json("{\"a\":2}");
    assertNotEquals(older, older.mergedWith(newer));
    assertEquals("{\"a\":1}", older.toJson());
    assertEquals("{\"a\":2}", newer.toJson());
  }

  @Test
  void does_not_change_when_its_makers_map_does() {
    Map<String, String> members = new LinkedHashMap<>(Map.of("\"a\"", "1"));
    ExtraData data = new ExtraData(members);
    members.put("\"b\"", "2");
    assertEquals("{\"a\":1}", data.toJson());
    assertThrows(UnsupportedOperationException.class, () -> data.members().put("\"b\"", "2"));
  }

  @Test
  void a_tag_merges_extra_data_and_keeps_its_category() {
    Tag tag = new Tag("gold", json("{\"a\":1}")).with(json("{\"b\":2}"));
    assertEquals(new Tag("gold", json("{\"a\":1,\"b\":2}")), tag);
  }
}
