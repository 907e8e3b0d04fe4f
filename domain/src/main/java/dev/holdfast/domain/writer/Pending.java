package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.event.EventId;
import java.util.concurrent.CompletableFuture;

/** A command on its way through the writer, and whoever waits for its result. */
final class Pending<A> {
  private final Command<A> command;
  private final long queuedAt;
  private final CompletableFuture<Result<A>> result = new CompletableFuture<>();

  /**
   * A command that begins to wait.
   *
   * @param queuedAt monotonic nanoseconds
   */
  Pending(Command<A> command, long queuedAt) {
    this.command = command;
    this.queuedAt = queuedAt;
  }

  Command<A> command() {
    return command;
  }

  EventId event() {
    return command.event();
  }

  long queuedAt() {
    return queuedAt;
  }

  CompletableFuture<Result<A>> result() {
    return result;
  }

  void complete(Result<A> value) {
    result.complete(value);
  }

  void fail(RuntimeException trouble) {
    result.completeExceptionally(trouble);
  }
}
