package dev.holdfast.domain.port;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Duration;

/** What the ledger says of one seat, for the gate to remember for a short while. */
public sealed interface SeatNews {
  /** The seat's label. */
  String label();

  /** The ledger's version of the seat, at least 1. */
  long version();

  /** Free for anybody. */
  record NowFree(String label, long version) implements SeatNews {}

  /**
   * Held.
   *
   * @param remaining what the hold had left when the ledger said so, more than zero
   */
  record NowHeld(String label, long version, HoldToken token, Duration remaining)
      implements SeatNews {
    public NowHeld {
      if (!remaining.isPositive()) {
        throw new IllegalArgumentException("a hold that is over is not held");
      }
    }
  }

  /** Taken, by whom does not matter: nobody passes. */
  record NowTaken(String label, long version) implements SeatNews {}
}
