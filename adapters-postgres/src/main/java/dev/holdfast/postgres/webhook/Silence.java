package dev.holdfast.postgres.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That all journals had been read, and since when, by the store's clock: as long as nobody writes,
 * it need not be found out again event by event.
 *
 * @param since when it began to be found out
 */
record Silence(Instant since) {
  /** When nothing is known. */
  static final Silence NONE = new Silence(Instant.MIN);

  /** How long after it was named a commit may still come to be seen; see SessionSettings.WRITER. */
  static final Duration OPEN = Duration.ofSeconds(10);

  /**
   * How long it is believed at most. What was skipped because another node had it before it died is
   * found by then.
   */
  static final Duration BELIEVED = Duration.ofSeconds(10);

  /**
   * Whether it still lasts.
   *
   * @param now the store's clock; when it was set back nothing is believed
   * @param lastCommit when the last commit was named, null when there is none
   */
  boolean lasts(Instant now, @Nullable Instant lastCommit) {
    if (equals(NONE) || now.isBefore(since) || !now.isBefore(since.plus(BELIEVED))) {
      return false;
    }
    return lastCommit == null || lastCommit.isBefore(since.minus(OPEN));
  }
}
