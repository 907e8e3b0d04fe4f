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
 *   Held  --release, expire--> Free, or Taken again where it was on resale before
 *   Taken --release--> Free, or the same
 * </pre>
 *
 * <p>A change of status (seats.io dialect, section 15) may lead from any state to any other, but
 * never from booked to held.
 *
 * <p>A transition is a method that exists only on the state where it is legal. "Not for sale" is a
 * rule of the event and no state.
 */
public sealed interface SeatState {
  /** The free state, which needs no more than one instance. */
  Free FREE = new Free(Tag.NONE);

  /** The word journals use for this state: {@code free}, {@code held}, or the taken status. */
  String word();

  /** What is remembered with it. */
  Tag tag();

  /** The same with this extra data and no other; nothing else changes. */
  SeatState withOnly(ExtraData data);

  /**
   * Nobody's. A seat nobody ever touched is free.
   *
   * @param tag what the last change left on it, mostly {@link Tag#NONE}
   */
  record Free(Tag tag) implements SeatState {
    /** The word of this state. */
    public static final String WORD = "free";

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
    public SeatState withOnly(ExtraData data) {
      Tag next = tag.withOnly(data);
      return next.equals(Tag.NONE) ? FREE : new Free(next);
    }

    @Override
    public String word() {
      return WORD;
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
    /** The word of this state. */
    public static final String WORD = "held";

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

    /**
     * Sold to the holder.
     *
     * @param order null: the one it was held for, if any
     */
    public Taken book(Instant now, @Nullable String order, ExtraData extraData) {
      Tag sold = tag.with(extraData);
      return new Taken(Taken.BOOKED, token, hold, now, order == null ? sold : sold.ordered(order));
    }

    /** Given back by the holder or by the house. */
    public SeatState release(Instant now) {
      return released(now, tag);
    }

    /** Lapsed. */
    public SeatState expire(Instant now) {
      return released(now, tag);
    }

    @Override
    public SeatState withOnly(ExtraData data) {
      return new Held(token, hold, since, until, tag.withOnly(data), via);
    }

    @Override
    public String word() {
      return WORD;
    }
  }

  /**
   * Sold, or otherwise lastingly not free.
   *
   * @param status {@link #BOOKED} or another lasting status
   * @param token the token it was held under when taken, if any
   * @param hold the number of the hold it was taken from, 0 if none
   * @param at when it was taken
   */
  record Taken(String status, @Nullable HoldToken token, long hold, Instant at, Tag tag)
      implements SeatState {
    /** Sold. */
    public static final String BOOKED = "booked";

    /** Offered again by whoever has it. */
    public static final String RESALE = "resale";

    /** Taken for this order, or for none. */
    public Taken(
        String status,
        @Nullable HoldToken token,
        long hold,
        Instant at,
        @Nullable String order,
        Tag tag) {
      this(status, token, hold, at, tag.ordered(order));
    }

    /** The caller's order reference, if any. */
    public @Nullable String order() {
      return tag.order();
    }

    /** Refunded, cancelled, or off the market. */
    public SeatState release(Instant now) {
      return status.equals(RESALE) ? FREE : released(now, tag);
    }

    @Override
    public SeatState withOnly(ExtraData data) {
      return new Taken(status, token, hold, at, tag.withOnly(data));
    }

    @Override
    public String word() {
      return status;
    }
  }

  /** What becomes of an object that nobody has any more: what was on resale goes back there. */
  private static SeatState released(Instant now, Tag tag) {
    return tag.resale() == null
        ? FREE
        : new Taken(
            Taken.RESALE,
            null,
            0,
            now,
            new Tag(tag.category(), ExtraData.NONE, null, null, tag.resale()));
  }
}
