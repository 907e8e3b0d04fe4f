package dev.holdfast.domain.port;

import java.util.List;

/** What the gate says to a claim. */
public sealed interface ClaimAnswer {
  /** Go on to the ledger, which decides. */
  record Passed() implements ClaimAnswer {}

  /**
   * Somebody else stands in the way; nothing was entered.
   *
   * @param seats those in the way and no others, in the order of the claim, at least one
   */
  record Blocked(List<BlockedSeat> seats) implements ClaimAnswer {
    public Blocked {
      seats = List.copyOf(seats);
      if (seats.isEmpty()) {
        throw new IllegalArgumentException("a blocked claim names at least one seat");
      }
    }
  }

  /**
   * One seat in the way.
   *
   * @param taken true when it is taken, false when it is held by another token
   * @param version the newest version of the seat the gate knows, 0 if none
   */
  record BlockedSeat(String label, boolean taken, long version) {}
}
