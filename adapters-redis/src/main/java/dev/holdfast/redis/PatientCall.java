package dev.holdfast.redis;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does work whose end is waited for with patience.
 *
 * <p>The work has a thread of its own, because the client's own timeouts do not add up to one
 * bound: waiting for a connection, looking up a name (which has no timeout at all), connecting,
 * asking the cluster's other nodes and the read itself each have their own. What is given up is not
 * stopped; those timeouts end it soon, and the scripts are harmless when they run late.
 */
final class PatientCall {
  private final Patience patience;

  PatientCall(Patience patience) {
    this.patience = patience;
  }

  /**
   * The answer.
   *
   * @throws dev.holdfast.domain.port.GateUnavailable when there is none in time, or the server
   *     reports an error
   */
  <T> T run(Supplier<T> work) {
    return patience.await(
        CompletableFuture.supplyAsync(
            work, task -> Thread.ofVirtual().name("redis-locks").start(task)));
  }
}
