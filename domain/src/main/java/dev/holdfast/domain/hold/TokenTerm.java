package dev.holdfast.domain.hold;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of a token that expires by itself: no hold under it outlives it, in whichever event (tmt
 * dialect, section 3.3; seats.io dialect, section 19). Tokens that a v1 client makes up have no
 * term; each of their holds has a deadline of its own.
 *
 * @param since when the token was made
 * @param until when it expires; exclusive, as a hold's deadline is
 */
public record TokenTerm(Instant since, Instant until) {
  /** Longest a token lives, however often it is extended. */
  public static final Duration MAX_LIFE = Duration.ofHours(2);

  public TokenTerm {
    if (until.isBefore(since)) {
      throw new IllegalArgumentException("a token expires after it is made");
    }
  }

  /** A token made now. */
  public static TokenTerm from(Instant now, Duration life) {
    Duration bounded = life.compareTo(MAX_LIFE) < 0 ? life : MAX_LIFE;
    return new TokenTerm(now, now.plus(bounded));
  }

  /** Whether the token can still be used. */
  public boolean liveAt(Instant now) {
    return now.isBefore(until);
  }

  /** When a hold has to end at the latest that was to end then. */
  public Instant bound(Instant wanted) {
    return wanted.isBefore(until) ? wanted : until;
  }

  /** The latest instant the token may be extended to. */
  public Instant latest() {
    return since.plus(MAX_LIFE);
  }

  /**
   * Lives at least until then, at most to {@link #latest}. Never less long than before: other holds
   * of the token count on it.
   */
  public TokenTerm prolongedTo(Instant wanted) {
    Instant bounded = wanted.isBefore(latest()) ? wanted : latest();
    return bounded.isAfter(until) ? new TokenTerm(since, bounded) : this;
  }

  /**
   * Lives so long from now on, at most to {@link #latest}, even if that is less long than before.
   * Whoever shortens it has to shorten the holds under it as well.
   */
  public TokenTerm renewedAt(Instant now, Duration life) {
    Instant wanted = now.plus(life);
    Instant bounded = wanted.isBefore(latest()) ? wanted : latest();
    return new TokenTerm(since, bounded.isBefore(since) ? since : bounded);
  }

  /** Over, now or before. */
  public TokenTerm endedAt(Instant now) {
    return liveAt(now) ? new TokenTerm(since, now.isBefore(since) ? since : now) : this;
  }
}
