package dev.holdfast.domain.reservation;

import dev.holdfast.domain.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of extending: lost objects never fail the others.
 *
 * @param at the ledger's time
 * @param extended those with a new deadline
 * @param lost those asked for by name that the token does not hold (any more)
 * @param tokenUntil when the token itself expires; empty for one that does not
 */
public record Extension(
    Instant at,
    List<Extended> extended,
    List<Refusal.NotHeldByToken> lost,
    Optional<Instant> tokenUntil) {
  public Extension {
    extended = List.copyOf(extended);
    lost = List.copyOf(lost);
  }

  /** One object with its new deadline. */
  public record Extended(String object, Instant until, long version) {}
}
