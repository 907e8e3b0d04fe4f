package dev.holdfast.app.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or a line of the journal says of one object at one of its versions.
 *
 * @param token who held or booked it; null where that is not told
 * @param quantity places; 1 for a seat
 * @param until a hold's deadline by the ledger's clock, cut to the millisecond
 * @param at when it came to be so by the ledger's clock, cut to the millisecond; null: not told
 */
public record Sight(
    String object,
    long version,
    Standing standing,
    @Nullable String token,
    int quantity,
    @Nullable Instant until,
    @Nullable Instant at) {

  /** A seat that is held. */
  public static Sight held(String object, long version, String token, @Nullable Instant until) {
    return new Sight(object, version, Standing.HELD, token, 1, until, null);
  }

  /** A seat that is booked. */
  public static Sight booked(
      String object, long version, @Nullable String token, @Nullable Instant at) {
    return new Sight(object, version, Standing.BOOKED, token, 1, null, at);
  }

  /** A seat that is free. */
  public static Sight free(String object, long version, @Nullable Instant at) {
    return new Sight(object, version, Standing.FREE, null, 1, null, at);
  }

  /** Something of which only the version is told. */
  public static Sight unsaid(String object, long version) {
    return new Sight(object, version, Standing.UNSAID, null, 1, null, null);
  }

  /** The same for so many places. */
  public Sight places(int places) {
    return new Sight(object, version, standing, token, places, until, at);
  }
}
