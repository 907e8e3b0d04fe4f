package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The seats of a journal as it has told of them so far. */
final class SeatsTold {
  /**
   * A seat.
   *
   * @param word of its state
   * @param hold number of the hold that it is under or was taken from, 0 if none
   * @param offered whether it is on resale, or goes back there
   */
  private record Seat(
      String word, @Nullable HoldToken token, long hold, @Nullable Instant until, boolean offered) {
    static final Seat FREE = new Seat("free", null, 0, null, false);

    boolean isHeld() {
      return word.equals("held");
    }

    boolean isTaken() {
      return !isHeld() && !word.equals("free");
    }

    boolean liveAt(Instant at) {
      return until != null && at.isBefore(until);
    }
  }

  private final Map<String, Seat> seats = new HashMap<>();

  /**
   * Reads the next entry of a seat.
   *
   * @param ended tokens whose holds may end before they lapse
   */
  void read(JournalEntry entry, Predicate<HoldToken> ended) {
    String what = entry.toString();
    Seat before = seats.getOrDefault(entry.object(), Seat.FREE);
    assertEquals(before.word, entry.previous(), what);
    assertEquals(1, entry.quantity(), what);
    Seat after =
        switch (entry.kind()) {
          case HELD -> held(before, entry, what);
          case EXTENDED -> stillHeld(before, entry, what);
          case TAGGED -> {
            assertEquals(before.until, entry.until(), () -> "tagging moves no deadline: " + what);
            yield tagged(before, entry, what);
          }
          case BOOKED -> booked(before, entry, what);
          case CHANGED -> changed(before, entry, what);
          case RELEASED -> {
            boolean live = !before.isHeld() || before.liveAt(entry.at());
            assertTrue(live, () -> "a lapsed hold is not released but expired: " + what);
            assertFalse(before.equals(Seat.FREE), what);
            yield left(before, entry, what);
          }
          case EXPIRED -> {
            assertTrue(before.isHeld(), what);
            HoldToken token = Objects.requireNonNull(before.token, what);
            boolean over = !before.liveAt(entry.at()) || ended.test(token);
            assertTrue(over, () -> "ended early: " + what);
            yield left(before, entry, what);
          }
        };
    assertEquals(after.word, entry.status(), what);
    seats.put(entry.object(), after);
  }

  /** Of what is free, or taken as anything but sold: then that ends here. */
  private static Seat held(Seat before, JournalEntry entry, String what) {
    assertFalse(before.isHeld() || before.word.equals("booked"), () -> "not free: " + what);
    Instant until = Objects.requireNonNull(entry.until(), what);
    assertTrue(until.isAfter(entry.at()), () -> "never live: " + what);
    assertEquals(entry.seq(), entry.hold(), () -> "numbered by its first entry: " + what);
    HoldToken token = Objects.requireNonNull(entry.token(), what);
    return new Seat("held", token, entry.hold(), until, before.offered);
  }

  private static Seat stillHeld(Seat before, JournalEntry entry, String what) {
    assertTrue(before.isHeld() && before.liveAt(entry.at()), what);
    assertSameHands(before, entry, what);
    Instant until = Objects.requireNonNull(entry.until(), what);
    return new Seat("held", before.token, before.hold, until, before.offered);
  }

  /** It is what it was, whoever has it; a hold that has lapsed was ended before. */
  private static Seat tagged(Seat before, JournalEntry entry, String what) {
    if (before.isHeld()) {
      return stillHeld(before, entry, what);
    }
    assertSameHands(before, entry, what);
    return before;
  }

  private static Seat booked(Seat before, JournalEntry entry, String what) {
    if (before.isHeld()) {
      assertTrue(before.liveAt(entry.at()), what);
      assertSameHands(before, entry, what);
    } else {
      boolean forSale = before.equals(Seat.FREE) || before.word.equals("resale");
      assertTrue(forSale, () -> "sold twice: " + what);
      assertEquals(0, entry.hold(), () -> "nobody held it: " + what);
      assertFalse(before.word.equals("resale") && entry.status().equals("resale"), what);
    }
    return taken(before, entry, what);
  }

  private static Seat changed(Seat before, JournalEntry entry, String what) {
    assertFalse(before.isHeld(), what);
    assertSameHands(before, entry, what);
    if (before.equals(Seat.FREE)) {
      return Seat.FREE;
    }
    boolean leavesResale = before.word.equals("resale") && !entry.status().equals("resale");
    assertFalse(leavesResale, () -> "that is another sale: " + what);
    return taken(before, entry, what);
  }

  private static Seat taken(Seat before, JournalEntry entry, String what) {
    assertNull(entry.until(), what);
    boolean offered = before.offered || entry.status().equals("resale");
    Seat taken = new Seat(entry.status(), entry.token(), entry.hold(), null, offered);
    assertTrue(taken.isTaken(), what);
    return taken;
  }

  /** It is free, or back on resale. */
  private static Seat left(Seat before, JournalEntry entry, String what) {
    assertSameHands(before, entry, what);
    assertNull(entry.until(), what);
    boolean back = before.offered && !before.word.equals("resale");
    return back ? new Seat("resale", null, 0, null, true) : Seat.FREE;
  }

  private static void assertSameHands(Seat before, JournalEntry entry, String what) {
    assertEquals(before.token, entry.token(), () -> "other hands: " + what);
    assertEquals(before.hold, entry.hold(), () -> "another hold: " + what);
  }

  /** Whether it stands so: held (a hold that has lapsed included), or taken as whatever. */
  int places(String label, boolean held) {
    Seat seat = seats.getOrDefault(label, Seat.FREE);
    return (held ? seat.isHeld() : seat.isTaken()) ? 1 : 0;
  }

  /** The word of a seat's state. */
  String word(String label) {
    return seats.getOrDefault(label, Seat.FREE).word;
  }
}
