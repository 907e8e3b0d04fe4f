package dev.holdfast.domain.journal;

import dev.holdfast.domain.seat.SeatState;
import java.util.Locale;

/** What happened. The lower-case name is its stable word in stores and on the wire. */
public enum JournalKind {
  HELD,
  EXTENDED,
  /** It became taken, as whatever; what was on resale was sold again. */
  BOOKED,
  RELEASED,
  EXPIRED,
  /** Another status in the same hands: a sale is now called otherwise, what was free is free. */
  CHANGED,
  /** What hangs on it is another; whose it is stays. */
  TAGGED;

  /**
   * The word of the state that it leads to, where nothing else is said.
   *
   * @param previous the word of the state before
   */
  public String usualStatus(String previous) {
    return switch (this) {
      case HELD, EXTENDED -> SeatState.Held.WORD;
      case BOOKED -> SeatState.Taken.BOOKED;
      case RELEASED, EXPIRED -> SeatState.Free.WORD;
      case CHANGED, TAGGED -> previous;
    };
  }

  /** Whether the object has another status after it, or has the same one anew. */
  public boolean changesStatus() {
    return switch (this) {
      case HELD, BOOKED, RELEASED, EXPIRED, CHANGED -> true;
      case EXTENDED, TAGGED -> false;
    };
  }

  /** The stable word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind a word stands for.
   *
   * @throws IllegalArgumentException when it stands for none
   */
  public static JournalKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
