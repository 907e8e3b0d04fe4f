package dev.holdfast.domain.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param delivery the store's number of the delivery
 * @param number 1 for the first attempt
 * @param responseStatus null when it was not answered
 * @param latency how long the answer took, or the attempt until it was given up
 */
public record Attempt(
    long delivery, int number, @Nullable Integer responseStatus, Duration latency, Next next) {
  /** What follows. */
  public sealed interface Next {
    /** Nothing: it was delivered. */
    record Delivered() implements Next {}

    /** Another attempt, this long after the end of the last. */
    record Again(Duration pause) implements Next {}

    /** Nothing: it has failed. */
    record GivenUp() implements Next {}
  }
}
