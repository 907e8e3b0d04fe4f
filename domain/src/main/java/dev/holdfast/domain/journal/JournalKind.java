package dev.holdfast.domain.journal;

import java.util.Locale;

/** What happened. The lower-case name is its stable word in stores and on the wire. */
public enum JournalKind {
  HELD,
  EXTENDED,
  BOOKED,
  RELEASED,
  EXPIRED;

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
