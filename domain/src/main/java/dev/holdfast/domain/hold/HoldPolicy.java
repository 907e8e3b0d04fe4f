package dev.holdfast.domain.hold;

import java.time.Duration;
import java.time.Instant;

/**
 * How long holds may live and how much a token may hold.
 *
 * @param maxTtl longest life a hold may be given at once
 * @param maxLife longest life of a hold from its first hold, however often it is extended
 * @param maxObjectsPerToken most objects one token may hold in an event, an area record counting
 *     one
 */
public record HoldPolicy(Duration maxTtl, Duration maxLife, int maxObjectsPerToken) {
  /** The v1 dialect's: at most 24 h at once and in all, 200 objects a token. */
  public static final HoldPolicy STANDARD =
      new HoldPolicy(Duration.ofHours(24), Duration.ofHours(24), 200);

  /** Most objects in one request. */
  public static final int MAX_OBJECTS = 200;

  /** The same with another cap of what a token may hold. */
  public HoldPolicy withObjectsPerToken(int most) {
    return new HoldPolicy(maxTtl, maxLife, most);
  }

  /**
   * The deadline that an extension by {@code ttl} leads to: now plus {@code ttl}, even if that is
   * earlier than before, but never more than {@link #maxLife} after the first hold.
   *
   * @param since when the object was first held
   */
  public Instant extended(Instant now, Duration ttl, Instant since) {
    Instant wanted = now.plus(ttl);
    Instant latest = since.plus(maxLife);
    return wanted.isBefore(latest) ? wanted : latest;
  }
}
