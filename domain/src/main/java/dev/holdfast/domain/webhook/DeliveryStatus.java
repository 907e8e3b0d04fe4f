package dev.holdfast.domain.webhook;

import java.util.Locale;

/** Where a delivery stands. The lower-case name is its stable word. */
public enum DeliveryStatus {
  /** Not tried yet. */
  QUEUED,
  /** Tried in vain, and to be tried again. */
  RETRYING,
  /** Answered with 2xx. */
  SUCCESS,
  /** Given up, or its webhook is gone; a replay revives it. */
  FAILED;

  /** The stable word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of this word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static DeliveryStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
