package dev.holdfast.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyHashTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void is_the_sha_256_of_the_keys_utf_8() {
    assertEquals(ABC, KeyHash.of("abc").hex());
    assertEquals(
        "dfa574c11e0cac8d39c332d51dfa6eeb3f05b2d3c634c4fb671e08eae615b23b",
        KeyHash.of("\u00e4\ud83c\udfad").hex());
  }

  @Test
  void equal_keys_have_equal_hashes() {
    assertEquals(new KeyHash(ABC), KeyHash.of("abc"));
    assertEquals(new KeyHash(ABC).hashCode(), KeyHash.of("abc").hashCode());
    assertEquals(1, Set.copyOf(List.of(new KeyHash(ABC), KeyHash.of("abc"))).size());
  }

  @Test
  void one_digit_makes_another_hash() {
    assertNotEquals(new KeyHash(ABC), new KeyHash(ABC.substring(0, 63) + "c"));
    assertNotEquals(new KeyHash(ABC), new KeyHash("c" + ABC.substring(1)));
    assertNotEquals(new KeyHash(ABC), (Object) ABC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void anything_but_64_lower_case_hexadecimal_digits_is_no_hash(String hex) {
    assertThrows(IllegalArgumentException.class, () -> new KeyHash(hex));
  }

  @Test
  void a_log_shows_only_its_beginning() {
    assertFalse(KeyHash.of("abc").toString().contains(ABC.substring(0, 9)));
  }
}
