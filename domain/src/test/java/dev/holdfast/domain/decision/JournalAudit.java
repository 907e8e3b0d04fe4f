package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a journal from its beginning and complains of what invariant I7 forbids: a gap, a version
 * that jumps, an effect before its cause, a hold (in an area, a place) that ends twice, too early
 * or without having begun.
 */
public final class JournalAudit {
  /** A hold, or what was taken from it, as the journal has told it so far. */
  private record Told(String object, HoldToken token, String word, int places, Instant until) {}

  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Long> seats = new HashMap<>();
  private final Map<Long, Told> open = new HashMap<>();
  private final Set<Long> begun = new HashSet<>();
  private long seq;
  private Instant at = Instant.MIN;

  /** The number of the last entry read. */
  public long seq() {
    return seq;
  }

  /** Reads the next entry. */
  public void read(JournalEntry entry) {
    String what = entry.toString();
    assertEquals(++seq, entry.seq(), "gap: " + what);
    assertEquals(versions.merge(entry.object(), 1L, Long::sum), entry.version(), what);
    assertFalse(entry.at().isBefore(at), () -> "time runs backwards: " + what);
    at = entry.at();
    if (entry.kind() == JournalKind.HELD) {
      begin(entry, what);
    } else {
      goOn(entry, what);
    }
  }

  private void begin(JournalEntry entry, String what) {
    HoldToken token = Objects.requireNonNull(entry.token(), what);
    Instant until = Objects.requireNonNull(entry.until(), what);
    assertEquals("free", entry.previous(), what);
    assertTrue(until.isAfter(entry.at()), () -> "never live: " + what);
    Told before = open.get(entry.hold());
    int places = entry.quantity();
    if (before == null) {
      assertEquals(seq, entry.hold(), () -> "a hold is numbered by its first entry: " + what);
      assertTrue(begun.add(entry.hold()), what);
    } else {
      assertTrue(entry.area() && before.word.equals("held"), () -> "held twice: " + what);
      assertEquals(token, before.token, what);
      assertEquals(until, before.until, () -> "adding moves no deadline: " + what);
      assertTrue(until.isAfter(entry.at()), () -> "a lapsed hold grows: " + what);
      places += before.places;
    }
    if (!entry.area()) {
      assertEquals(null, seats.put(entry.object(), entry.hold()), () -> "not free: " + what);
    }
    open.put(entry.hold(), new Told(entry.object(), token, "held", places, until));
  }

  private void goOn(JournalEntry entry, String what) {
    Told before = open.remove(entry.hold());
    assertNotNull(before, () -> "no such hold is open: " + what);
    assertEquals(before.object, entry.object(), what);
    assertEquals(before.token, entry.token(), what);
    assertEquals(before.word, entry.previous(), what);
    assertEquals(before.places, entry.quantity(), what);
    boolean live = entry.at().isBefore(before.until);
    switch (entry.kind()) {
      case EXTENDED -> {
        assertTrue(live && before.word.equals("held"), what);
        open.put(
            entry.hold(),
            new Told(before.object, before.token, "held", before.places, until(entry)));
      }
      case BOOKED -> {
        assertTrue(live && before.word.equals("held"), what);
        open.put(
            entry.hold(),
            new Told(before.object, before.token, "booked", before.places, Instant.MAX));
      }
      case EXPIRED -> {
        assertTrue(!live && before.word.equals("held"), () -> "ended early: " + what);
        seats.remove(entry.object());
      }
      case RELEASED -> {
        assertTrue(live, () -> "a lapsed hold is not released but expired: " + what);
        seats.remove(entry.object());
      }
      case HELD -> throw new AssertionError(what);
    }
  }

  private static Instant until(JournalEntry entry) {
    return Objects.requireNonNull(entry.until(), entry::toString);
  }

  /** Places of an object that stand in a state, "held" (lapsed ones included) or "booked". */
  public int places(String object, String word) {
    return open.values().stream()
        .filter(each -> each.object.equals(object) && each.word.equals(word))
        .mapToInt(Told::places)
        .sum();
  }

  /** The version an object was brought to, 0 if it was never touched. */
  public long version(String object) {
    return versions.getOrDefault(object, 0L);
  }
}
