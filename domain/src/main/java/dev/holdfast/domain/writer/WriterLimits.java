package dev.holdfast.domain.writer;

import dev.holdfast.domain.port.LedgerTransaction;
import java.time.Duration;

/**
 * The writer's bounds.
 *
 * @param maxQueued commands that may wait; one more is refused as overload
 * @param maxWait how long a command may wait before it is taken back and refused as overload
 * @param maxCommands commands in one transaction; each may have an idempotency key, so at most
 *     {@link LedgerTransaction#MAX_KEYS}
 * @param maxObjects objects named, and rows otherwise changed, by the commands of one transaction,
 *     unless one alone has more
 * @param fateWait how long an unknown commit is asked about, and how long a caller waits for a
 *     command under way
 * @param lanes transactions at a time
 */
public record WriterLimits(
    int maxQueued,
    Duration maxWait,
    int maxCommands,
    int maxObjects,
    Duration fateWait,
    int lanes) {
  /** Bounds for one node. */
  public static final WriterLimits STANDARD =
      new WriterLimits(5_000, Duration.ofSeconds(5), 256, 2_000, Duration.ofSeconds(10), 4);

  /**
   * Bounds that the ledger can keep as well.
   *
   * @throws IllegalArgumentException when a transaction could claim too many idempotency keys
   */
  public WriterLimits {
    if (maxCommands > LedgerTransaction.MAX_KEYS) {
      throw new IllegalArgumentException(maxCommands + " commands in one transaction");
    }
  }
}
