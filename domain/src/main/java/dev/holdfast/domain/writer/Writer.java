package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Command;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings commands into the ledger. Commands that wait at the same moment share one transaction, so
 * a commit's price is split among them; each is still decided alone, in order, all or nothing.
 *
 * <p>It has no thread of its own: lanes call {@link #runNext()} or {@link #awaitNext()}.
 */
public final class Writer {
  /** What a caller is told to wait before trying again. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** Pause after the ledger could not be reached. */
  private static final Duration TROUBLE_PAUSE = Duration.ofMillis(50);

  private final SeatLedgerPort ledger;
  private final TimeSource time;
  private final IdSource ids;
  private final HoldPolicy policy;
  private final WriterLimits limits;
  private final Consumer<Duration> pause;
  private final CommandQueue queue;

  /**
   * A writer to a ledger.
   *
   * @param pause waits a while; production sleeps, a simulation moves its clock
   */
  public Writer(
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
    this.queue = new CommandQueue(limits);
  }

  /**
   * Queues a command.
   *
   * @throws ReservationFailure.Overloaded when too many wait
   */
  public <A> Submitted<A> submit(Command<A> command) {
    Pending<A> pending = new Pending<>(command, time.nanos());
    if (!queue.offer(pending)) {
      throw overloaded("too many commands are waiting", null);
    }
    return new Submitted<>(pending, queue);
  }

  /**
   * A command that was queued.
   *
   * @param <A> its answer
   */
  public static final class Submitted<A> {
    private final Pending<A> pending;
    private final CommandQueue queue;

    private Submitted(Pending<A> pending, CommandQueue queue) {
      this.pending = pending;
      this.queue = queue;
    }

    /** Completes when it is decided and durable, or with a {@link ReservationFailure}. */
    public CompletableFuture<Result<A>> result() {
      return pending.result();
    }

    /** Takes it back: true when it never ran and never will. */
    public boolean takeBack() {
      return queue.remove(pending);
    }
  }

  /** The bounds it keeps. */
  public WriterLimits limits() {
    return limits;
  }

  /** How many commands wait. */
  public int waiting() {
    return queue.size();
  }

  /** Runs the next batch if there is one; whether there was one. */
  public boolean runNext() {
    Optional<Batch> batch = queue.poll();
    batch.ifPresent(this::runAndFinish);
    return batch.isPresent();
  }

  /**
   * Waits for the next batch and runs it.
   *
   * @return false once closed and drained
   * @throws InterruptedException when interrupted while waiting
   */
  public boolean awaitNext() throws InterruptedException {
    Optional<Batch> batch = queue.take();
    batch.ifPresent(this::runAndFinish);
    return batch.isPresent();
  }

  /** Takes no more commands; those that wait are still run. */
  public void close() {
    queue.close();
  }

  private void runAndFinish(Batch batch) {
    Remainder left = new Remainder(new ArrayList<>(), Set.of(), false);
    try {
      left = run(batch);
    } catch (RuntimeException | Error e) {
      // A bug must not leave callers waiting, nor the event marked as under way for ever.
      ReservationFailure.Broken broken = new ReservationFailure.Broken("the writer failed", e);
      batch.commands().forEach(each -> each.fail(broken));
      throw e;
    } finally {
      queue.done(batch, left.again(), left.locked());
    }
    if (left.trouble()) {
      pause.accept(TROUBLE_PAUSE);
    }
  }

  /** What of a batch goes back into the queue. */
  private record Remainder(List<Pending<?>> again, Set<EventId> locked, boolean trouble) {}

  private Remainder run(Batch batch) {
    Transaction transaction = new Transaction(ledger, policy, time, batch);
    CommitId id = new CommitId(ids.uuid());
    try {
      transaction.run(id);
    } catch (StoreFailure.Unavailable e) {
      return tryAgain(batch, e);
    } catch (StoreFailure.CommitUnknown e) {
      return afterUnknown(batch, transaction, id, e);
    } catch (RuntimeException e) {
      if (!transaction.committed()) {
        return oneByOne(batch, e);
      }
    }
    transaction.answer();
    return new Remainder(transaction.again(), transaction.locked(), false);
  }

  /** Nothing was committed: the commands keep their place, as long as they may still wait. */
  private Remainder tryAgain(Batch batch, StoreFailure cause) {
    List<Pending<?>> again = new ArrayList<>();
    for (Pending<?> each : batch.commands()) {
      keepOrRefuse(each, cause).ifPresent(again::add);
    }
    return new Remainder(again, Set.of(), true);
  }

  /** The command, if it may go on waiting; else it is told that nothing happened. */
  private Optional<Pending<?>> keepOrRefuse(Pending<?> pending, Throwable cause) {
    boolean young = time.since(pending.queuedAt()).compareTo(limits.maxWait()) < 0;
    if (pending.command().waits() && young) {
      return Optional.of(pending);
    }
    pending.fail(overloaded("the ledger could not be reached", cause));
    return Optional.empty();
  }

  /** One command spoilt the transaction: alone, it spoils only its own. */
  private Remainder oneByOne(Batch batch, RuntimeException cause) {
    if (batch.size() == 1) {
      String message = "the command could not be carried out";
      batch.commands().forEach(each -> each.fail(new ReservationFailure.Broken(message, cause)));
      return new Remainder(List.of(), Set.of(), false);
    }
    List<Pending<?>> again = new ArrayList<>();
    Set<EventId> locked = new HashSet<>();
    boolean trouble = false;
    for (Pending<?> each : batch.commands()) {
      // Once the store is in trouble, or somebody has the event, trying each takes too long.
      if (trouble) {
        keepOrRefuse(each, cause).ifPresent(again::add);
      } else if (locked.contains(each.event())) {
        again.add(each);
      } else {
        Remainder left = run(Batch.of(each));
        again.addAll(left.again());
        locked.addAll(left.locked());
        trouble = left.trouble();
      }
    }
    return new Remainder(again, locked, trouble);
  }

  private Remainder afterUnknown(
      Batch batch, Transaction transaction, CommitId id, StoreFailure.CommitUnknown cause) {
    Optional<CommitFate> fate = fate(id);
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
      case ABANDONED -> tryAgain(batch, cause);
    };
  }

  private Optional<CommitFate> fate(CommitId id) {
    long since = time.nanos();
    while (time.since(since).compareTo(limits.fateWait()) < 0) {
      try {
        return Optional.of(ledger.fate(id));
      } catch (RuntimeException e) {
        pause.accept(TROUBLE_PAUSE);
      }
    }
    return Optional.empty();
  }

  private static ReservationFailure.Overloaded overloaded(
      String message, @Nullable Throwable cause) {
    return new ReservationFailure.Overloaded(message, RETRY_AFTER, cause);
  }
}
