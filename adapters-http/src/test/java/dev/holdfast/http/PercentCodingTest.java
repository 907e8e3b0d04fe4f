package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PercentCodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/api/v1/events/evt_1",
        "/a%2Fb%252f",
        "/%C3%A9%F0%9F%8E%AB",
        "a=1&b=+%20",
        "/a;b=c"
      })
  void decodes_to_text(String coded) {
    assertTrue(PercentCoding.sound(coded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%2",
        "/%zz",
        "/%-1",
        "/%00",
        "/a%00b",
        "/%ff",
        "/%C3",
        "/%C0%80",
        "/%ED%A0%80",
        "/\u00e9",
        "/a b",
        "/a\u007f",
        "/%F5%80%80%80"
      })
  void does_not(String coded) {
    assertFalse(PercentCoding.sound(coded));
  }
}
