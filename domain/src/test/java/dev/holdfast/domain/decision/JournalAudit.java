package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a journal from its beginning and complains of what invariant I7 forbids: a gap, a version
 * that jumps, an effect before its cause, a hold (in an area, a place) that ends twice, too early
 * or without having begun.
 */
public final class JournalAudit {
  private final Map<String, Long> versions = new HashMap<>();
  private final SeatsTold seats = new SeatsTold();
  private final AreasTold areas = new AreasTold();
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
    if (entry.area()) {
      areas.read(entry, ended);
    } else {
      seats.read(entry, ended);
    }
  }

  /** Places of an object that stand in a state, "held" (lapsed ones included) or "booked". */
  public int places(String object, String word) {
    boolean held = word.equals("held");
    return areas.places(object, held) + seats.places(object, held);
  }

  /** The word of a seat's state. */
  String word(String label) {
    return seats.word(label);
  }

  /** How many places of an area are taken as a word says. */
  int takenAs(String area, String word) {
    return areas.takenAs(area, word);
  }

  /** The version an object was brought to, 0 if it was never touched. */
  public long version(String object) {
    return versions.getOrDefault(object, 0L);
  }
}
