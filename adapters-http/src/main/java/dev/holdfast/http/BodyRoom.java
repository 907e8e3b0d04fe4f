package dev.holdfast.http;

import dev.holdfast.http.memory.BodyBounds;
import dev.holdfast.http.memory.Budget;
import dev.holdfast.http.route.Envelope;
import java.time.Duration;

/** Room for bodies: taken before any of a body is read, given back when its request is done. */
final class BodyRoom {
  /** Budgets count in these: a body of three bytes takes a buffer, too. */
  private static final int UNIT_BYTES = 1024;

  private final BodyBounds bounds;
  private final Budget small;
  private final Budget large;

  BodyRoom(BodyBounds bounds) {
    this.bounds = bounds;
    this.small = new Budget(units(bounds.allSmall()), bounds.patience());
    this.large = new Budget(units(bounds.allLarge()), bounds.patience());
  }

  /**
   * Room for a body of at most so many bytes.
   *
   * @throws Rejection when there was none in time
   */
  Budget.Share take(int bytes) {
    Budget budget = isSmall(bytes) ? small : large;
    return budget
        .take(units(bytes))
        .orElseThrow(() -> new Rejection(Envelope.unavailable(budget.patience())));
  }

  /** How long a body of at most so many bytes may take to arrive. */
  Duration timeFor(int bytes) {
    return isSmall(bytes) ? bounds.smallTime() : bounds.largeTime();
  }

  private boolean isSmall(int bytes) {
    return bytes <= bounds.smallBody();
  }

  private static int units(int bytes) {
    return Math.ceilDiv(bytes, UNIT_BYTES);
  }
}
