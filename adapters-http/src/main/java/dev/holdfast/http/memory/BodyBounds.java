package dev.holdfast.http.memory;

import java.time.Duration;

/**
 * What the bodies of all requests under way may take together. Small ones have a budget of their
 * own, so that no upload stands in the way of a hold.
 *
 * @param smallBody largest body in bytes that counts as small; a body that does not declare its
 *     length counts as the largest that its route takes
 * @param allSmall bytes of all small bodies
 * @param allLarge bytes of all other bodies
 * @param smallTime how long a small body may take to arrive
 * @param largeTime how long any other may
 * @param patience how long a request waits until there is room for its body
 * @param drain how long a body that nobody wants is read away
 */
public record BodyBounds(
    int smallBody,
    int allSmall,
    int allLarge,
    Duration smallTime,
    Duration largeTime,
    Duration patience,
    Duration drain) {
  /** Two of the largest layouts at a time, and five hundred of the largest small bodies. */
  public static final BodyBounds STANDARD =
      new BodyBounds(
          64 * 1024,
          32 * 1024 * 1024,
          64 * 1024 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  public BodyBounds {
    if (smallBody < 1 || allSmall < smallBody || allLarge < 1) {
      throw new IllegalArgumentException("a budget holds one body at least");
    }
  }
}
