package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Brings commands into the ledger. Commands that wait at the same moment share one transaction, so
 * a commit's price is split among them; each is still decided alone, in order, all or nothing.
 *
 * <p>It has no thread of its own: lanes call {@link #runNext()} or {@link #awaitNext()}.
 */
public final class Writer {
  private final TimeSource time;
  private final WriterLimits limits;
  private final Consumer<Duration> pause;
  private final CommandQueue queue;
  private final BatchRunner runner;
  private final StepRunner steps;

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
    this.time = time;
    this.limits = limits;
    this.pause = pause;
    this.queue = new CommandQueue(limits);
    this.runner = new BatchRunner(ledger, time, ids, policy, limits, pause);
    this.steps = new StepRunner(ledger, time, ids, policy, limits, pause);
  }

  /**
   * Queues a command.
   *
   * @throws ReservationFailure.Overloaded when too many wait
   */
  public <A> Submitted<A> submit(Command<A> command) {
    return submit(command, Optional.empty());
  }

  /**
   * Queues a command that is carried out once.
   *
   * @throws ReservationFailure.Overloaded when too many wait
   */
  public <A> Submitted<A> submit(Command<A> command, Optional<Once<A>> once) {
    Pending<A> pending = new Pending<>(command, once, time.nanos());
    if (!queue.offer(pending)) {
      throw BatchRunner.overloaded("too many commands are waiting", null);
    }
    return new Submitted<>(pending, queue);
  }

  /**
   * Carries out a step with the calling thread, in a transaction of its own; waits for its turn at
   * most {@link WriterLimits#maxWait}, and for the ledger as long again.
   *
   * @throws ReservationFailure when what came of it cannot be told, or nothing did in time
   */
  public StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
    return steps.perform(step, once);
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
    BatchRunner.Remainder left = BatchRunner.Remainder.NOTHING;
    try {
      left = runner.run(batch);
    } catch (RuntimeException | Error e) {
      // A bug must not leave callers waiting, nor the event marked as under way for ever.
      ReservationFailure.Broken broken = new ReservationFailure.Broken("the writer failed", e);
      batch.commands().forEach(each -> each.fail(broken));
      throw e;
    } finally {
      queue.done(batch, left.again(), left.locked(), left.trouble());
    }
    if (left.trouble()) {
      pause.accept(BatchRunner.TROUBLE_PAUSE);
    }
  }
}
