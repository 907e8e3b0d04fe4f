package dev.holdfast.domain.hold;

/**
 * How much of one event may be held at a time through one API key, so that a browser's key in a
 * bot's hands cannot lock up a house.
 *
 * @param key the key's number, as {@link dev.holdfast.domain.seat.SeatState.Held#via}; more than
 *     zero
 * @param most in places, a seat counting one; 1 to {@value #MOST}
 */
public record KeyCap(long key, int most) {
  /** The largest cap. */
  public static final int MOST = 1_000_000;

  public KeyCap {
    if (key < 1 || most < 1 || most > MOST) {
      throw new IllegalArgumentException("a cap is of a key, and 1 to " + MOST);
    }
  }
}
