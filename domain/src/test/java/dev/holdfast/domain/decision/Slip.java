package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One slip of paper on the clerk's desk: a hold or a sale.
 *
 * @param number later slips have higher ones
 * @param until deadline of a hold; a sale has none
 * @param sold when it was sold; a hold never was
 * @param key the API key that it counts for, 0 if none
 */
record Slip(
    long number,
    String object,
    @Nullable String category,
    HoldToken token,
    int places,
    Instant since,
    @Nullable Instant until,
    @Nullable Instant sold,
    long key) {
  /** Counts for no API key. */
  Slip(
      long number,
      String object,
      @Nullable String category,
      HoldToken token,
      int places,
      Instant since,
      @Nullable Instant until,
      @Nullable Instant sold) {
    this(number, object, category, token, places, since, until, sold, 0);
  }

  boolean isHeld() {
    return until != null;
  }

  Slip heldTill(Instant deadline) {
    return new Slip(number, object, category, token, places, since, deadline, null, key);
  }

  Slip soldAt(Instant now) {
    return new Slip(number, object, category, token, places, since, null, now, key);
  }

  Slip withPlaces(int count) {
    return new Slip(number, object, category, token, count, since, until, sold, key);
  }

  Slip through(long newKey) {
    return new Slip(number, object, category, token, places, since, until, sold, newKey);
  }

  /** A slip torn from this one, with a number of its own. */
  Slip torn(long newNumber, int count) {
    return new Slip(newNumber, object, category, token, count, since, until, sold, key);
  }

  String told() {
    String word = until == null ? "booked" : "held till " + Told.time(until);
    return object + "*" + places + " " + token.value() + " " + word;
  }
}
