package dev.holdfast.domain.writer;

import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Learns what became of commits that were not answered. */
final class CommitFates {
  private final SeatLedgerPort ledger;
  private final TimeSource time;
  private final Duration patience;
  private final Consumer<Duration> pause;

  CommitFates(SeatLedgerPort ledger, TimeSource time, Duration patience, Consumer<Duration> pause) {
    this.ledger = ledger;
    this.time = time;
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * What became of a commit. The last question is asked before the time is up; it may take as long
   * as one call of the ledger takes, and a late answer is still the truth.
   */
  Optional<CommitFate> of(CommitId id) {
    long since = time.nanos();
    Duration left = patience;
    while (left.isPositive()) {
      try {
        return Optional.of(ledger.fate(id));
      } catch (RuntimeException e) {
        left = patience.minus(time.since(since));
        if (left.isPositive()) {
          Duration rest = BatchRunner.TROUBLE_PAUSE;
          pause.accept(left.compareTo(rest) < 0 ? left : rest);
          left = patience.minus(time.since(since));
        }
      }
    }
    return Optional.empty();
  }
}
