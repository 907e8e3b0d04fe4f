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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its beginning and complains of what invariant I7 forbids: a gap, a version
 * that jumps, an effect before its cause, a hold (in an area, a place) that ends twice, too early
 * or without having begun.
 */
public final class JournalAudit {
  /**
   * A hold as the journal has told it so far.
   *
   * @param held places still under it
   * @param booked places taken from it and not released
   */
  private record Told(String object, HoldToken token, Instant until, int held, int booked) {
    Told with(int nowHeld, int nowBooked) {
      return new Told(object, token, until, nowHeld, nowBooked);
    }
  }

  /** In whose name places were booked that nobody held. */
  private record WalkIn(String object, @Nullable HoldToken token) {}

  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Long> seats = new HashMap<>();
  private final Map<Long, Told> open = new HashMap<>();
  private final Set<Long> begun = new HashSet<>();
  private final Map<WalkIn, Integer> walkIns = new HashMap<>();
  private Predicate<HoldToken> ended = _ -> false;
  private long seq;
  private Instant at = Instant.MIN;

  /** The number of the last entry read. */
  public long seq() {
    return seq;
  }

  /** Tokens that somebody ended: from now on their holds may expire before they lapse. */
  public JournalAudit ended(Set<HoldToken> tokens) {
    return ended(Set.copyOf(tokens)::contains);
  }

  /** The same of tokens that are told by and by. */
  public JournalAudit ended(Predicate<HoldToken> tokens) {
    ended = tokens;
    return this;
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
    assertTrue(places > 0, what);
    if (before == null) {
      assertEquals(seq, entry.hold(), () -> "a hold is numbered by its first entry: " + what);
      assertTrue(begun.add(entry.hold()), what);
      open.put(entry.hold(), new Told(entry.object(), token, until, places, 0));
    } else {
      assertTrue(entry.area() && before.held > 0, () -> "held twice: " + what);
      assertEquals(token, before.token, what);
      assertEquals(until, before.until, () -> "adding moves no deadline: " + what);
      open.put(entry.hold(), before.with(before.held + places, before.booked));
    }
    if (!entry.area()) {
      assertEquals(null, seats.put(entry.object(), entry.hold()), () -> "not free: " + what);
    }
  }

  private void goOn(JournalEntry entry, String what) {
    if (entry.hold() == 0) {
      walkIn(entry, what);
      return;
    }
    Told before = open.remove(entry.hold());
    assertNotNull(before, () -> "no such hold is open: " + what);
    assertEquals(before.object, entry.object(), what);
    assertEquals(before.token, entry.token(), what);
    Told after = after(before, entry, what);
    assertTrue(after.held >= 0 && after.booked >= 0, () -> "more than there was: " + what);
    if (after.held + after.booked > 0) {
      open.put(entry.hold(), after);
    } else if (!entry.area()) {
      seats.remove(entry.object());
    }
  }

  private Told after(Told before, JournalEntry entry, String what) {
    int places = entry.quantity();
    boolean wasHeld = entry.previous().equals("held");
    boolean live = entry.at().isBefore(before.until);
    assertTrue(places > 0, what);
    assertTrue(wasHeld || entry.previous().equals("booked"), what);
    return switch (entry.kind()) {
      case EXTENDED -> {
        assertTrue(live && wasHeld && places == before.held, what);
        yield new Told(before.object, before.token, until(entry), before.held, before.booked);
      }
      case BOOKED -> {
        assertTrue(live && wasHeld, what);
        yield before.with(before.held - places, before.booked + places);
      }
      case EXPIRED -> {
        assertTrue(wasHeld && places == before.held, () -> "not as it was held: " + what);
        assertTrue(!live || ended.test(before.token), () -> "ended early: " + what);
        yield before.with(0, before.booked);
      }
      case RELEASED -> {
        assertTrue(live || !wasHeld, () -> "a lapsed hold is not released but expired: " + what);
        yield wasHeld
            ? before.with(before.held - places, before.booked)
            : before.with(before.held, before.booked - places);
      }
      case HELD, CHANGED, TAGGED -> throw new AssertionError(what);
    };
  }

  /** Places that go from free to booked, and back, without a hold. */
  private void walkIn(JournalEntry entry, String what) {
    boolean booked = entry.kind() == JournalKind.BOOKED;
    assertTrue(entry.area() && (booked || entry.kind() == JournalKind.RELEASED), what);
    assertEquals(booked ? "free" : "booked", entry.previous(), what);
    assertTrue(entry.quantity() > 0, what);
    int change = booked ? entry.quantity() : -entry.quantity();
    int left = walkIns.merge(new WalkIn(entry.object(), entry.token()), change, Integer::sum);
    assertTrue(left >= 0, () -> "more than was booked: " + what);
  }

  private static Instant until(JournalEntry entry) {
    return Objects.requireNonNull(entry.until(), entry::toString);
  }

  /** Places of an object that stand in a state, "held" (lapsed ones included) or "booked". */
  public int places(String object, String word) {
    boolean held = word.equals("held");
    int ofHolds =
        open.values().stream()
            .filter(each -> each.object.equals(object))
            .mapToInt(each -> held ? each.held : each.booked)
            .sum();
    int ofWalkIns =
        walkIns.entrySet().stream()
            .filter(each -> each.getKey().object.equals(object))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return held ? ofHolds : ofHolds + ofWalkIns;
  }

  /** The version an object was brought to, 0 if it was never touched. */
  public long version(String object) {
    return versions.getOrDefault(object, 0L);
  }
}
