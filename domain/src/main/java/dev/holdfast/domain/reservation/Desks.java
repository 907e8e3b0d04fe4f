package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import dev.holdfast.domain.writer.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Hands a command to the writer and waits for what becomes of it. */
public interface Desks {
  /**
   * The command's result.
   *
   * @param once the wish to be known when it comes again
   * @throws ReservationFailure when there is none
   */
  <A> Result<A> perform(Command<A> command, Optional<Once<A>> once);

  /**
   * A step's result; it is carried out with the calling thread.
   *
   * @throws ReservationFailure when there is none
   */
  StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once);

  /** The same, of a command that is not known when it comes again. */
  default <A> Result<A> perform(Command<A> command) {
    return perform(command, Optional.empty());
  }

  /**
   * Hands in several commands at once, so that they may share transactions, and waits for all.
   *
   * @return one future a command, each done; trouble with one is no other's
   */
  <A> List<CompletableFuture<Result<A>>> performAll(List<? extends Command<A>> commands);

  /** Waits with the calling thread, while the writer's lanes run on theirs. */
  static Desks waiting(Writer writer, Deadlines deadlines) {
    return new WaitingDesks(writer, deadlines);
  }

  /** Runs the writer with the calling thread: for one thread that does everything. */
  static Desks inline(Writer writer) {
    return new Desks() {
      @Override
      public <A> Result<A> perform(Command<A> command, Optional<Once<A>> once) {
        CompletableFuture<Result<A>> result = writer.submit(command, once).result();
        while (!result.isDone() && writer.runNext()) {
          // Its batch is among those to come.
        }
        return WaitingDesks.outcome(result);
      }

      @Override
      public StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
        return writer.perform(step, once);
      }

      @Override
      public <A> List<CompletableFuture<Result<A>>> performAll(
          List<? extends Command<A>> commands) {
        List<CompletableFuture<Result<A>>> results = WaitingDesks.submitAll(writer, commands);
        while (!results.stream().allMatch(CompletableFuture::isDone) && writer.runNext()) {
          // Their batches are among those to come.
        }
        return results;
      }
    };
  }

  /** Waits with the calling thread. */
  final class WaitingDesks implements Desks {
    private final Writer writer;
    private final Deadlines deadlines;

    private WaitingDesks(Writer writer, Deadlines deadlines) {
      this.writer = writer;
      this.deadlines = deadlines;
    }

    @Override
    public <A> Result<A> perform(Command<A> command, Optional<Once<A>> once) {
      Writer.Submitted<A> submitted = writer.submit(command, once);
      if (!done(submitted.result(), writer.limits().maxWait()) && submitted.takeBack()) {
        throw new ReservationFailure.Overloaded(
            "the command waited too long", Duration.ofSeconds(1), null);
      }
      // Under way: it ends by itself, because every step of it is bounded by the ledger.
      if (!done(submitted.result(), writer.limits().fateWait())) {
        // Put back meanwhile, because the ledger could not be reached: it must not run later.
        if (submitted.takeBack()) {
          throw new ReservationFailure.Overloaded(
              "the command waited too long", Duration.ofSeconds(1), null);
        }
        throw new ReservationFailure.OutcomeUnknown("the ledger did not answer in time", null);
      }
      return outcome(submitted.result());
    }

    @Override
    public StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
      return writer.perform(step, once);
    }

    @Override
    public <A> List<CompletableFuture<Result<A>>> performAll(List<? extends Command<A>> commands) {
      List<CompletableFuture<Result<A>>> results = submitAll(writer, commands);
      // For all of them together: they were handed in together.
      Duration patience = writer.limits().maxWait().plus(writer.limits().fateWait());
      if (!done(CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new)), patience)) {
        ReservationFailure late =
            new ReservationFailure.OutcomeUnknown("the ledger did not answer in time", null);
        results.forEach(each -> each.completeExceptionally(late));
      }
      return results;
    }

    private static <A> List<CompletableFuture<Result<A>>> submitAll(
        Writer writer, List<? extends Command<A>> commands) {
      List<CompletableFuture<Result<A>>> results = new ArrayList<>();
      for (Command<A> command : commands) {
        try {
          results.add(writer.submit(command).result());
        } catch (ReservationFailure.Overloaded e) {
          results.add(CompletableFuture.failedFuture(e));
        }
      }
      return results;
    }

    private boolean done(CompletableFuture<?> result, Duration patience) {
      try {
        deadlines.await(result, patience);
        return true;
      } catch (ExecutionException e) {
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ReservationFailure.OutcomeUnknown("interrupted while waiting", e);
      }
    }

    static <A> Result<A> outcome(CompletableFuture<Result<A>> result) {
      try {
        return result.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ReservationFailure failure) {
          throw failure;
        }
        throw new ReservationFailure.Broken("the writer failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ReservationFailure.OutcomeUnknown("interrupted while waiting", e);
      }
    }
  }
}
