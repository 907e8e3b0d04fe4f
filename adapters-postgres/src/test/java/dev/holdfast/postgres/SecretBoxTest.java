package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretBoxTest {
  private static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";

  private final SecretBox box = new SecretBox(key(1));

  private static byte[] key(int fill) {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void what_was_sealed_comes_out_again_for_its_owner() {
    for (String text : new String[] {SECRET, "", "ünï 🎟"}) {
      assertEquals(text, box.open(box.seal(text, "wh_a"), "wh_a"));
    }
    assertEquals(SECRET, new SecretBox(key(1)).open(box.seal(SECRET, "wh_a"), "wh_a"));
  }

  @Test
  void the_same_secret_never_looks_the_same_twice() {
    assertNotEquals(box.seal(SECRET, "wh_a"), box.seal(SECRET, "wh_a"));
  }

  @Test
  void what_is_sealed_is_nowhere_in_it() {
    byte[] sealed = Base64.getDecoder().decode(box.seal(SECRET, "wh_a"));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains(SECRET.substring(6, 12)));
    assertEquals(12 + SECRET.length() + 16, sealed.length);
  }

  @Test
  void what_is_sealed_for_one_is_nothing_to_another() {
    String sealed = box.seal(SECRET, "wh_a");
    StoreFailure trouble =
        assertThrows(StoreFailure.Unavailable.class, () -> box.open(sealed, "wh_b"));
    assertTrue(String.valueOf(trouble.getMessage()).contains("wh_b"));
  }

  @Test
  void another_key_opens_nothing_and_that_is_said() {
    String sealed = box.seal(SECRET, "wh_a");
    SecretBox other = new SecretBox(key(2));
    StoreFailure trouble =
        assertThrows(StoreFailure.Unavailable.class, () -> other.open(sealed, "wh_a"));
    assertTrue(String.valueOf(trouble.getMessage()).contains("another key"));
  }

  @Test
  void whatever_is_changed_in_it_is_noticed() {
    byte[] sealed = Base64.getDecoder().decode(box.seal(SECRET, "wh_a"));
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      String text = Base64.getEncoder().encodeToString(changed);
      assertThrows(StoreFailure.Unavailable.class, () -> box.open(text, "wh_a"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAA", "not base64!"})
  void what_was_never_sealed_is_trouble_too(String text) {
    assertThrows(StoreFailure.Unavailable.class, () -> box.open(text, "wh_a"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void a_key_has_thirty_two_bytes(int bytes) {
    assertThrows(IllegalArgumentException.class, () -> new SecretBox(new byte[bytes]));
  }

  @Test
  void the_name_of_a_key_tells_it_from_others_and_does_not_tell_it() {
    assertEquals(box.keyName(), new SecretBox(key(1)).keyName());
    assertNotEquals(box.keyName(), new SecretBox(key(2)).keyName());
    assertTrue(box.keyName().matches("[0-9a-f]{16}"));
    assertFalse(box.toString().contains(HexFormat.of().formatHex(key(1), 0, 4)));
  }

  @Test
  void a_key_that_is_wiped_afterwards_was_copied() {
    byte[] key = key(1);
    SecretBox copied = new SecretBox(key);
    Arrays.fill(key, (byte) 0);
    assertEquals(SECRET, copied.open(box.seal(SECRET, "wh_a"), "wh_a"));
  }
}
