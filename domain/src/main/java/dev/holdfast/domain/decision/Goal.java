package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wants objects to become (seats.io dialect, section 15). */
public sealed interface Goal {
  /** In whose name; empty for the house itself, which may act on what anybody holds. */
  Optional<HoldToken> token();

  /**
   * The token's.
   *
   * @param life how long, where the token has no term of its own
   */
  record Hold(HoldToken holder, Duration life) implements Goal {
    @Override
    public Optional<HoldToken> token() {
      return Optional.of(holder);
    }
  }

  /**
   * Taken, as whatever.
   *
   * @param status {@link Taken#BOOKED}, {@link Taken#RESALE} or another word, but neither "free"
   *     nor "held"; 1 to {@value #MAX_STATUS} characters
   * @param resale the offer, where the status is {@link Taken#RESALE}
   */
  record Take(String status, Optional<HoldToken> token, @Nullable Resale resale) implements Goal {
    /** Longest status, in characters. */
    public static final int MAX_STATUS = 64;

    public Take {
      if (status.isEmpty() || status.length() > MAX_STATUS) {
        throw new IllegalArgumentException("a status has 1 to " + MAX_STATUS + " characters");
      }
      if (status.equals(SeatState.Free.WORD) || status.equals(SeatState.Held.WORD)) {
        throw new IllegalArgumentException("what is " + status + " is not taken");
      }
      if ((resale != null) != status.equals(Taken.RESALE)) {
        throw new IllegalArgumentException("an offer is what resale has");
      }
    }
  }

  /** Nobody's. */
  record Free(Optional<HoldToken> token) implements Goal {}
}
