package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out steps, each in a transaction of its own, with its caller's thread. So many at a time,
 * so that they leave the lanes of the writer the connections that these need.
 */
final class StepRunner {
  /** Steps at a time. */
  static final int TURNS = 2;

  private final Semaphore turns = new Semaphore(TURNS, true);
  private final SeatLedgerPort ledger;
  private final TimeSource time;
  private final IdSource ids;
  private final HoldPolicy policy;
  private final WriterLimits limits;
  private final Consumer<Duration> pause;
  private final CommitFates fates;

  StepRunner(
      SeatLedgerPort ledger,
      TimeSource time,
      IdSource ids,
      HoldPolicy policy,
      WriterLimits limits,
      Consumer<Duration> pause) {
    this.ledger = ledger;
    this.time = time;
    this.ids = ids;
    this.policy = policy;
    this.limits = limits;
    this.pause = pause;
    this.fates = new CommitFates(ledger, time, limits.fateWait(), pause);
  }

  /**
   * Carries a step out.
   *
   * @throws ReservationFailure when what came of it cannot be told, or nothing did in time
   */
  StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
    long since = time.nanos();
    if (!takeTurn()) {
      throw BatchRunner.overloaded("too many steps are waiting", null);
    }
    try {
      return perform(step, once, since);
    } finally {
      turns.release();
    }
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(limits.maxWait().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BatchRunner.overloaded("interrupted while waiting", e);
    }
  }

  private StepResult perform(
      Step step, Optional<Once<List<List<ChangedObject>>>> once, long since) {
    @Nullable StoreFailure trouble = null;
    while (time.since(since).compareTo(limits.maxWait()) < 0) {
      CommitId id = new CommitId(ids.uuid());
      Attempt attempt = attempt(step, once, id);
      switch (attempt) {
        case Attempt.Over(StepResult result) -> {
          return result;
        }
        case Attempt.Cleared _ -> trouble = null;
        case Attempt.Missed(StoreFailure failure) -> {
          trouble = failure;
          pause.accept(BatchRunner.TROUBLE_PAUSE);
        }
      }
    }
    throw BatchRunner.overloaded("the step could not be carried out in time", trouble);
  }

  /** What came of one transaction. */
  private sealed interface Attempt {
    /** It was decided. */
    record Over(StepResult result) implements Attempt {}

    /** It ended lapsed holds that stood in the way. */
    record Cleared() implements Attempt {}

    /** Nothing was committed. */
    record Missed(StoreFailure failure) implements Attempt {}
  }

  private Attempt attempt(Step step, Optional<Once<List<List<ChangedObject>>>> once, CommitId id) {
    StepTransaction transaction = new StepTransaction(step, once, policy);
    try (LedgerTransaction open = ledger.begin(id)) {
      return transaction
          .run(open, time.nanos())
          .<Attempt>map(Attempt.Over::new)
          .orElseGet(Attempt.Cleared::new);
    } catch (StoreFailure.CommitUnknown e) {
      return afterUnknown(transaction, id, e);
    } catch (StoreFailure.Unavailable e) {
      return new Attempt.Missed(e);
    } catch (StoreFailure.Rejected e) {
      throw new ReservationFailure.Broken("the step could not be carried out", e);
    }
  }

  private Attempt afterUnknown(
      StepTransaction transaction, CommitId id, StoreFailure.CommitUnknown cause) {
    Optional<CommitFate> fate = fates.of(id);
    if (fate.isEmpty()) {
      throw new ReservationFailure.OutcomeUnknown(
          "the connection was lost in commit and its fate could not be learned", cause);
    }
    return switch (fate.get()) {
      case COMMITTED ->
          transaction.committing().<Attempt>map(Attempt.Over::new).orElseGet(Attempt.Cleared::new);
      case ABANDONED ->
          new Attempt.Missed(new StoreFailure.Unavailable("the commit was abandoned", cause));
    };
  }
}
