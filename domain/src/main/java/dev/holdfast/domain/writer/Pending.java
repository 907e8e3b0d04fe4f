package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Once;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A command on its way through the writer, and whoever waits for its result. */
final class Pending<A> {
  private final Command<A> command;
  private final Optional<Once<A>> once;
  private final long queuedAt;
  private final CompletableFuture<Result<A>> result = new CompletableFuture<>();

  /** Written by the lane that has it under way; handed on under the queue's lock. */
  private int misses;

  /**
   * A command that begins to wait.
   *
   * @param once how it is known when it is sent again
   * @param queuedAt monotonic nanoseconds
   */
  Pending(Command<A> command, Optional<Once<A>> once, long queuedAt) {
    this.command = command;
    this.once = once;
    this.queuedAt = queuedAt;
  }

  Command<A> command() {
    return command;
  }

  /** How it is known when it is sent again; empty when it is not to be known. */
  Optional<Once<A>> once() {
    return once;
  }

  EventId event() {
    return command.event();
  }

  long queuedAt() {
    return queuedAt;
  }

  /** A transaction with it came to nothing. */
  void missed() {
    misses++;
  }

  /** How many transactions with it came to nothing, because the store was away. */
  int misses() {
    return misses;
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
