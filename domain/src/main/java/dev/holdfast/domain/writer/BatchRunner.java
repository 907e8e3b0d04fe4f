package dev.holdfast.domain.writer;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a batch to its end: answers its commands, or says which go back into the queue. */
final class BatchRunner {
  /** What a caller is told to wait before trying again. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** Pause after the ledger could not be reached. */
  static final Duration TROUBLE_PAUSE = Duration.ofMillis(50);

  /**
   * Tries of a command that share a transaction with others. A store that is away for a moment is
   * back by then; one that is away for the sake of a single command goes on being away.
   */
  private static final int TRIES_TOGETHER = 2;

  /** Commands in a row that miss a store which others have just reached, until it seems away. */
  private static final int MISSES_AFTER_REACHED = 2;

  private final SeatLedgerPort ledger;
  private final TimeSource time;
  private final IdSource ids;
  private final HoldPolicy policy;
  private final WriterLimits limits;
  private final CommitFates fates;

  BatchRunner(
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
    this.fates = new CommitFates(ledger, time, limits.fateWait(), pause);
  }

  /**
   * What of a batch goes back into the queue.
   *
   * @param again commands that were not decided, in their order
   * @param locked events whose row somebody else had
   * @param trouble whether the store should be left alone for a moment
   */
  record Remainder(List<Pending<?>> again, Set<EventId> locked, boolean trouble) {
    static final Remainder NOTHING = new Remainder(List.of(), Set.of(), false);
  }

  /** Runs it; whatever is answered is durable. */
  Remainder run(Batch batch) {
    Transaction transaction = new Transaction(ledger, policy, time, batch);
    CommitId id = new CommitId(ids.uuid());
    try {
      transaction.run(id);
    } catch (StoreFailure.CommitUnknown e) {
      return afterUnknown(batch, transaction, id, e);
    } catch (RuntimeException | Error e) {
      // Behind the commit nothing may be said or done as if it had not happened.
      if (!transaction.committed()) {
        return afterTrouble(batch, e);
      }
    }
    transaction.answer();
    return new Remainder(transaction.again(), transaction.locked(), false);
  }

  private Remainder afterTrouble(Batch batch, Throwable trouble) {
    return switch (trouble) {
      case StoreFailure.Unavailable e -> tryAgain(batch, e);
      case RuntimeException e when batch.size() > 1 -> apart(batch.commands(), e);
      case RuntimeException e -> {
        String message = "the command could not be carried out";
        batch.commands().forEach(each -> each.fail(new ReservationFailure.Broken(message, e)));
        yield Remainder.NOTHING;
      }
      default -> throw (Error) trouble;
    };
  }

  /** Nothing was committed: the commands keep their place, as long as they may still wait. */
  private Remainder tryAgain(Batch batch, StoreFailure cause) {
    List<Pending<?>> again = new ArrayList<>();
    for (Pending<?> each : batch.commands()) {
      each.missed();
      keepOrRefuse(each, cause).ifPresent(again::add);
    }
    boolean oneMayBeAtFault =
        batch.size() > 1 && again.stream().anyMatch(each -> each.misses() >= TRIES_TOGETHER);
    return oneMayBeAtFault ? apart(again, cause) : new Remainder(again, Set.of(), true);
  }

  /** The command, if it may go on waiting; else it is told that nothing happened. */
  private Optional<Pending<?>> keepOrRefuse(Pending<?> pending, Throwable cause) {
    if (pending.command().waits() && mayWait(pending)) {
      return Optional.of(pending);
    }
    pending.fail(overloaded("the ledger could not be reached", cause));
    return Optional.empty();
  }

  private boolean mayWait(Pending<?> pending) {
    return time.since(pending.queuedAt()).compareTo(limits.maxWait()) < 0;
  }

  /**
   * One command spoils the transaction they share: alone, it spoils only its own. Once the store
   * seems to be away the others are not tried, because trying each takes too long; the next time
   * those that missed it alone come last.
   */
  private Remainder apart(List<Pending<?>> commands, Throwable cause) {
    Set<Pending<?>> again = new HashSet<>();
    Set<EventId> locked = new HashSet<>();
    List<Pending<?>> missed = new ArrayList<>();
    boolean reached = false;
    int missesInARow = 0;
    List<Pending<?>> leastMissedFirst =
        commands.stream().sorted(Comparator.comparingInt(Pending::misses)).toList();
    for (Pending<?> each : leastMissedFirst) {
      boolean away = missesInARow >= (reached ? MISSES_AFTER_REACHED : 1);
      if (away || !mayWait(each)) {
        keepOrRefuse(each, cause).ifPresent(again::add);
      } else if (locked.contains(each.event())) {
        again.add(each);
      } else {
        Remainder left = run(Batch.of(each));
        again.addAll(left.again());
        locked.addAll(left.locked());
        reached |= !left.trouble();
        missesInARow = left.trouble() ? missesInARow + 1 : 0;
        if (left.trouble()) {
          missed.add(each);
        }
      }
    }
    if (reached) {
      missed.stream()
          .filter(each -> each.misses() > TRIES_TOGETHER)
          .forEach(each -> {
            again.remove(each);
            each.fail(overloaded("the command could not be carried out for now", cause));
          });
    }
    List<Pending<?>> inOrder = commands.stream().filter(again::contains).toList();
    return new Remainder(inOrder, locked, !missed.isEmpty());
  }

  private Remainder afterUnknown(
      Batch batch, Transaction transaction, CommitId id, StoreFailure.CommitUnknown cause) {
    Optional<CommitFate> fate = fates.of(id);
    if (fate.isEmpty()) {
      String message = "the connection was lost in commit and its fate could not be learned";
      batch.commands().stream()
          .filter(each -> !transaction.again().contains(each))
          .forEach(each -> each.fail(new ReservationFailure.OutcomeUnknown(message, cause)));
      return new Remainder(transaction.again(), transaction.locked(), true);
    }
    return switch (fate.get()) {
      case COMMITTED -> {
        transaction.answer();
        yield new Remainder(transaction.again(), transaction.locked(), false);
      }
      case ABANDONED -> afterTrouble(batch, abandonedBy(cause));
    };
  }

  /** A fault of the program stays one, now that it is known to have done nothing. */
  private static Throwable abandonedBy(StoreFailure.CommitUnknown cause) {
    return cause.getCause() instanceof RuntimeException e && !(e instanceof StoreFailure)
        ? e
        : new StoreFailure.Unavailable("the commit was abandoned", cause);
  }

  static ReservationFailure.Overloaded overloaded(String message, @Nullable Throwable cause) {
    return new ReservationFailure.Overloaded(message, RETRY_AFTER, cause);
  }
}
