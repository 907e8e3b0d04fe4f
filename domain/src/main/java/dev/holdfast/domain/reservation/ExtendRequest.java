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
 */
public record ExtendRequest(HoldToken token, Optional<List<String>> objects, Duration ttl) {
  public ExtendRequest {
    objects = objects.map(List::copyOf);
    if (!ttl.isPositive()) {
      throw new IllegalArgumentException("an extension lasts more than zero");
    }
  }
}
