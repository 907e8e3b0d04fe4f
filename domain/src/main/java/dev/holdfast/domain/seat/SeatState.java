package dev.holdfast.domain.seat;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose seat it is: free, held by a token until an instant, or taken.
 *
 * <pre>
 *   Free  --hold-->   Held   --book-->    Taken
 *   Free  --book-->                       Taken
 *   Held  --extend--> Held
 *   Held  --release, expire--> Free
 *   Taken --release--> Free
 * </pre>
 *
 * A transition is a method that exists only on the state where it is legal. "Not for sale" is a
 * rule of the event and no state.
 */
public sealed interface SeatState {
  /** The free state, which needs no more than one instance. */
  Free FREE = new Free();

  /** The word journals use for this state: {@code free}, {@code held}, or the taken status. */
  String word();

  /** Nobody's. A seat nobody ever touched is free. */
  record Free() implements SeatState {
    /**
     * Becomes a token's.
     *
     * @param hold the new hold's number
     */
    public Held hold(HoldToken token, long hold, Instant now, Instant until, Tag tag) {
      return new Held(token, hold, now, until, tag);
    }

    /**
     * Sold without having been held.
     *
     * @param token in whose name, if any
     */
    public Taken book(@Nullable HoldToken token, Instant now, @Nullable String order, Tag tag) {
      return new Taken(Taken.BOOKED, token, 0, now, order, tag);
    }

    @Override
    public String word() {
      return "free";
    }
  }

  /**
   * One token's until the deadline. The deadline is exclusive: at {@code until} the hold is over,
   * swept or not.
   *
   * @param hold the number of this hold, unique in its event: the journal's sequence number of its
   *     first entry
   * @param since when it was first held; extending does not change it
   * @param via number of the API key that it counts for, {@link #NO_KEY} where holds are not
   *     counted by their key
   */
  record Held(HoldToken token, long hold, Instant since, Instant until, Tag tag, long via)
      implements SeatState {
    /** What {@link #via} is when the hold counts for no key. */
    public static final long NO_KEY = 0;

    /** Counts for no key. */
    public Held(HoldToken token, long hold, Instant since, Instant until, Tag tag) {
      this(token, hold, since, until, tag, NO_KEY);
    }

    /** The same hold, made through this key. */
    public Held through(long key) {
      return new Held(token, hold, since, until, tag, key);
    }

    /** Whether the hold still stands. */
    public boolean liveAt(Instant now) {
      return now.isBefore(until);
    }

    /** Whether it stands and is this token's. */
    public boolean heldBy(HoldToken other, Instant now) {
      return token.equals(other) && liveAt(now);
    }

    /** The same hold with another deadline, which may be earlier. */
    public Held extend(Instant newUntil) {
      return new Held(token, hold, since, newUntil, tag, via);
    }

    /** Sold to the holder. */
    public Taken book(Instant now, @Nullable String order, ExtraData extraData) {
      return new Taken(Taken.BOOKED, token, hold, now, order, tag.with(extraData));
    }

    /** Given back by the holder or by the house. */
    public Free release() {
      return FREE;
    }

    /** Lapsed. */
    public Free expire() {
      return FREE;
    }

    @Override
    public String word() {
      return "held";
    }
  }

  /**
   * Sold, or otherwise lastingly not free.
   *
   * @param status {@link #BOOKED} or another lasting status
   * @param token the token it was held under when taken, if any
   * @param hold the number of the hold it was taken from, 0 if none
   * @param at when it was taken
   * @param order the caller's order reference, if any
   */
  record Taken(
      String status,
      @Nullable HoldToken token,
      long hold,
      Instant at,
      @Nullable String order,
      Tag tag)
      implements SeatState {
    /** Sold. */
    public static final String BOOKED = "booked";

    /** Refunded or cancelled. */
    public Free release() {
      return FREE;
    }

    @Override
    public String word() {
      return status;
    }
  }
}
