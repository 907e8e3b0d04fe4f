package dev.holdfast.domain.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HoldTokenTest {
  @Test
  void a_token_has_1_to_255_characters() {
    assertEquals("x", new HoldToken("x").value());
    assertEquals(255, new HoldToken("x".repeat(255)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new HoldToken(""));
    assertThrows(IllegalArgumentException.class, () -> new HoldToken("x".repeat(256)));
  }

  @Test
  void tokens_are_compared_exactly() {
    assertEquals(new HoldToken("ann"), new HoldToken("ann"));
    assertNotEquals(new HoldToken("ann"), new HoldToken("Ann"));
    assertNotEquals(new HoldToken("ann"), new HoldToken("ann "));
  }

  @Test
  void a_token_never_shows_in_a_log() {
    assertFalse(new HoldToken("s3cret").toString().contains("s3cret"));
  }

  @Test
  void tokens_have_an_order() {
    List<String> sorted =
        Stream.of("b", "a", "B").map(HoldToken::new).sorted().map(HoldToken::value).toList();
    assertEquals(List.of("B", "a", "b"), sorted);
  }
}
