package dev.holdfast.app.history;

import org.jspecify.annotations.Nullable;

/**
 * A line of the event's journal, read when the run was over.
 *
 * @param seq its number, from 1
 * @param kind held, extended, booked, released, expired, changed or tagged
 * @param previous what the object, or these places of it, had been
 * @param sight what became of it; its token is the one that had it, also where it became free
 * @param area whether it is about places
 * @param order the order that it was written for through seats.io's dialect; null otherwise
 */
public record Line(
    long seq, String kind, Standing previous, Sight sight, boolean area, @Nullable String order) {
  /** One that no call of seats.io's dialect wrote. */
  public Line(long seq, String kind, Standing previous, Sight sight, boolean area) {
    this(seq, kind, previous, sight, area, null);
  }

  /** Whether a token did something by it; what ends by itself, the ledger did. */
  boolean isActed() {
    return !kind.equals("expired") && !kind.equals("released");
  }
}
