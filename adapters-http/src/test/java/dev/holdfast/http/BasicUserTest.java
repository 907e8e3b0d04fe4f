package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BasicUserTest {
  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk_1:", "sk_1:null", "sk_1", "sk_1:a:b", "sk_1:\u00e9"})
  void the_user_stands_before_the_first_colon_whatever_the_password(String pair) {
    assertEquals(Optional.of("sk_1"), BasicUser.of(basic(pair)));
  }

  @Test
  void the_scheme_is_named_in_any_case() {
    assertEquals(Optional.of("sk_1"), BasicUser.of(basic("sk_1:").replace("Basic", "bASIC")));
    assertEquals(Optional.of("sk_1"), BasicUser.of(basic("sk_1:").replace(" ", "   ")));
  }

  @Test
  void base64_may_come_without_its_padding() {
    assertEquals(Optional.of("s"), BasicUser.of(basic("s:").replace("=", "")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic ***",
        "Basic c2sx:",
        "Basic c2tfMTo===",
        "Basic c",
        "Bearer c2tfMTo=",
        "c2tfMTo=",
        "Basic Og==", // :
        "Basic OnNrXzE=", // :sk_1
      })
  void anything_else_names_nobody(String header) {
    assertEquals(Optional.empty(), BasicUser.of(header));
  }
}
