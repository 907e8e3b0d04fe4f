package dev.holdfast.domain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WishTest {
  private static Wish wish(int number, int accessible) {
    return new Wish(number, Set.of(), null, Set.of(), true, accessible);
  }

  @Test
  void without_more_said_it_is_for_seats_anywhere_none_accessible_and_no_orphan_left() {
    assertEquals(wish(3, 0), Wish.of(3));
  }

  @Test
  void it_is_for_one_to_two_hundred() {
    assertEquals(1, Wish.of(1).number());
    assertEquals(200, Wish.of(200).number());
    assertThrows(IllegalArgumentException.class, () -> Wish.of(0));
    assertThrows(IllegalArgumentException.class, () -> Wish.of(201));
  }

  @Test
  void no_more_accessible_seats_are_wanted_than_seats() {
    assertEquals(3, wish(3, 3).accessible());
    assertThrows(IllegalArgumentException.class, () -> wish(3, 4));
    assertThrows(IllegalArgumentException.class, () -> wish(3, -1));
  }

  @Test
  void nobody_changes_it_afterwards() {
    Set<String> categories = new HashSet<>(Set.of("1"));
    Set<String> sections = new HashSet<>(Set.of("Left"));
    Wish wish = new Wish(1, categories, null, sections, true, 0);
    categories.clear();
    sections.clear();
    assertEquals(new Wish(1, Set.of("1"), null, Set.of("Left"), true, 0), wish);
  }
}
