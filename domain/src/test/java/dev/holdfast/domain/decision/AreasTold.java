package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The places of areas in a journal as it has told of them so far. */
final class AreasTold {
  /** Places under a hold. */
  private record Held(String area, HoldToken token, Instant until, int places) {
    Held with(int nowHeld) {
      return new Held(area, token, until, nowHeld);
    }
  }

  /**
   * Places taken alike.
   *
   * @param hold number of the hold that they were taken from, 0 for those that nobody held
   */
  private record Taken(String area, @Nullable HoldToken token, long hold, String word) {}

  private final Map<Long, Held> open = new HashMap<>();
  private final Map<Taken, Integer> taken = new HashMap<>();

  /**
   * Reads the next entry of an area.
   *
   * @param ended tokens whose holds may end before they lapse
   */
  void read(JournalEntry entry, Predicate<HoldToken> ended) {
    String what = entry.toString();
    assertTrue(entry.quantity() > 0, what);
    boolean wasHeld = entry.previous().equals("held");
    switch (entry.kind()) {
      case HELD -> hold(entry, what);
      case EXTENDED -> {
        Held before = before(entry, what);
        assertTrue(live(before, entry) && entry.quantity() == before.places, what);
        Instant until = Objects.requireNonNull(entry.until(), what);
        open.put(entry.hold(), new Held(before.area, before.token, until, before.places));
      }
      case BOOKED -> {
        if (wasHeld) {
          leave(entry, what);
        } else {
          assertEquals("free", entry.previous(), what);
          assertEquals(0, entry.hold(), () -> "nobody held them: " + what);
        }
        assertFalse(Set.of("free", "held").contains(entry.status()), what);
        taken.merge(taken(entry, entry.status()), entry.quantity(), Integer::sum);
      }
      case EXPIRED -> {
        Held before = before(entry, what);
        assertEquals(before.places, entry.quantity(), () -> "not as it was held: " + what);
        boolean over = !live(before, entry) || ended.test(before.token);
        assertTrue(over, () -> "ended early: " + what);
        assertEquals("free", entry.status(), what);
        open.remove(entry.hold());
      }
      case RELEASED -> {
        assertEquals("free", entry.status(), what);
        if (wasHeld) {
          leave(entry, what);
        } else {
          int left = taken.merge(taken(entry, entry.previous()), -entry.quantity(), Integer::sum);
          assertTrue(left >= 0, () -> "more than was taken: " + what);
        }
      }
      case CHANGED, TAGGED -> throw new AssertionError(what);
    }
  }

  private void hold(JournalEntry entry, String what) {
    assertEquals("free", entry.previous(), what);
    assertEquals("held", entry.status(), what);
    HoldToken token = Objects.requireNonNull(entry.token(), what);
    Instant until = Objects.requireNonNull(entry.until(), what);
    assertTrue(until.isAfter(entry.at()), () -> "never live: " + what);
    Held before = open.get(entry.hold());
    if (before == null) {
      assertEquals(entry.seq(), entry.hold(), () -> "numbered by its first entry: " + what);
      open.put(entry.hold(), new Held(entry.object(), token, until, entry.quantity()));
    } else {
      assertEquals(before.area, entry.object(), what);
      assertEquals(before.token, token, what);
      assertEquals(before.until, until, () -> "adding moves no deadline: " + what);
      open.put(entry.hold(), before.with(before.places + entry.quantity()));
    }
  }

  /** Some places leave a hold that stands. */
  private void leave(JournalEntry entry, String what) {
    Held before = before(entry, what);
    assertTrue(live(before, entry), () -> "a lapsed hold only expires: " + what);
    int left = before.places - entry.quantity();
    assertTrue(left >= 0, () -> "more than there was: " + what);
    if (left == 0) {
      open.remove(entry.hold());
    } else {
      open.put(entry.hold(), before.with(left));
    }
  }

  private Held before(JournalEntry entry, String what) {
    assertEquals("held", entry.previous(), what);
    Held before = open.get(entry.hold());
    assertNotNull(before, () -> "no such hold is open: " + what);
    assertEquals(before.area, entry.object(), what);
    assertEquals(before.token, entry.token(), what);
    return before;
  }

  private static boolean live(Held held, JournalEntry entry) {
    return entry.at().isBefore(held.until);
  }

  private static Taken taken(JournalEntry entry, String word) {
    return new Taken(entry.object(), entry.token(), entry.hold(), word);
  }

  /** How many places of an area are held (lapsed ones included), or taken as whatever. */
  int places(String area, boolean held) {
    return held
        ? open.values().stream().filter(each -> each.area.equals(area)).mapToInt(Held::places).sum()
        : taken.entrySet().stream()
            .filter(each -> each.getKey().area.equals(area))
            .mapToInt(Map.Entry::getValue)
            .sum();
  }

  /** How many places of an area are taken as a word says. */
  int takenAs(String area, String word) {
    return taken.entrySet().stream()
        .filter(each -> each.getKey().area.equals(area) && each.getKey().word.equals(word))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
