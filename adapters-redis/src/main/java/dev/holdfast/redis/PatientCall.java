package dev.holdfast.redis;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an answer no longer than the patience, and turns every trouble into {@link
 * dev.holdfast.domain.port.GateUnavailable}.
 *
 * <p>The work has a thread of its own, because the client's own timeouts do not add up to one
 * bound: waiting for a connection, looking up a name (which has no timeout at all), connecting,
 * asking the cluster's other nodes and the read itself each have their own. What is given up is not
 * stopped; those timeouts end it soon, and the scripts are harmless when they run late.
 */
final class PatientCall {
  private final Duration patience;

  PatientCall(Duration patience) {
    this.patience = patience;
  }

  /**
   * The answer.
   *
   * @throws dev.holdfast.domain.port.GateUnavailable when there is none in time, or the server
   *     reports an error
   */
  <T> T run(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().name("redis-locks").start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw RedisTrouble.late(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RedisTrouble.interrupted(e);
    } catch (ExecutionException e) {
      throw RedisTrouble.of(e.getCause());
    }
  }
}
