package dev.holdfast.http.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptBytesTest {
  private final KeptBytes<String> kept = new KeptBytes<>(100);
  private final List<String> made = new ArrayList<>();

  @Test
  void what_is_kept_is_not_made_again() {
    get("a", 50);
    get("a", 50);

    assertEquals(List.of("a"), made);
  }

  @Test
  void what_was_not_asked_for_the_longest_goes_first() {
    get("a", 40);
    get("b", 40);
    get("a", 40);
    get("c", 40);
    get("a", 40);
    get("c", 40);
    assertEquals(List.of("a", "b", "c"), made);

    get("b", 40);
    assertEquals(List.of("a", "b", "c", "b"), made);
  }

  @Test
  void bytes_are_counted_not_names() {
    for (int i = 0; i < 10; i++) {
      get("small " + i, 10);
    }
    get("small 0", 10);
    assertEquals(10, made.size());

    get("large", 95);
    get("small 9", 10);
    assertEquals(12, made.size());
  }

  @Test
  void what_is_larger_than_all_the_room_is_given_and_not_kept() {
    get("small", 100);
    get("huge", 101);
    get("huge", 101);
    get("small", 100);

    assertEquals(List.of("small", "huge", "huge"), made);
  }

  private void get(String name, int bytes) {
    byte[] given =
        kept.get(
            name,
            () -> {
              made.add(name);
              return new byte[bytes];
            });
    assertArrayEquals(new byte[bytes], given);
  }
}
