package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Give a token's holds a new deadline, as far as it still has them.
 *
 * @param objects labels or area keys; empty: everything the token holds in the event
 * @param ttl from now, more than zero; may bring the deadline nearer
 * @param all whether it is refused when the token has lost any of them, or holds nothing at all
 */
public record ExtendRequest(
    HoldToken token, Optional<List<String>> objects, Duration ttl, boolean all) {
  /** As far as the token still has them. */
  public ExtendRequest(HoldToken token, Optional<List<String>> objects, Duration ttl) {
    this(token, objects, ttl, false);
  }

  public ExtendRequest {
    objects = objects.map(List::copyOf);
    if (!ttl.isPositive()) {
      throw new IllegalArgumentException("an extension lasts more than zero");
    }
  }
}
