package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Runs the writer with the only thread, as inline desks do; but others may hand in commands before
 * it runs, which then share the transaction, and a command that a standing lane keeps from running
 * is taken back, as desks that wait do.
 */
final class SimulatedDesks implements Desks {
  /** Steps that a writer carries out at a time. */
  private static final int TURNS = 2;

  private final Writer writer;
  private final World world;
  private final Node node;
  private int steps;

  SimulatedDesks(Writer writer, World world, Node node) {
    this.writer = writer;
    this.world = world;
    this.node = node;
  }

  @Override
  public <A> Result<A> perform(Command<A> command, Optional<Once<A>> once) {
    node.requireAlive();
    world.handedIn.add(command);
    Submitted<A> submitted = writer.submit(command, once);
    run(List.of(submitted));
    try {
      return submitted.result().get();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReservationFailure failure) {
        throw failure;
      }
      throw new ReservationFailure.Broken("the writer failed", e.getCause());
    }
  }

  @Override
  public StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
    node.requireAlive();
    if (steps == TURNS) {
      // It would wait for a turn, and nobody but this thread could leave one.
      throw new ReservationFailure.Overloaded("planned", Duration.ofSeconds(1), null);
    }
    steps++;
    try {
      StepResult result = writer.perform(step, once);
      node.requireAlive();
      return result;
    } finally {
      steps--;
    }
  }

  @Override
  public <A> List<CompletableFuture<Result<A>>> performAll(List<? extends Command<A>> commands) {
    node.requireAlive();
    List<Submitted<A>> submitted = new ArrayList<>();
    for (Command<A> command : commands) {
      world.handedIn.add(command);
      submitted.add(writer.submit(command));
    }
    run(submitted);
    return submitted.stream().map(Submitted::result).toList();
  }

  private <A> void run(List<Submitted<A>> submitted) {
    if (!world.weather.isResting() && world.weather.chance().oneIn(4)) {
      world.others(node);
    }
    while (!submitted.stream().allMatch(each -> each.result().isDone()) && writer.runNext()) {
      node.requireAlive();
    }
    node.requireAlive();
    for (Submitted<A> each : submitted) {
      if (!each.result().isDone()) {
        each.result()
            .completeExceptionally(
                each.takeBack()
                    ? new ReservationFailure.Overloaded("planned", Duration.ofSeconds(1), null)
                    : new ReservationFailure.OutcomeUnknown("planned", null));
      }
    }
  }
}
