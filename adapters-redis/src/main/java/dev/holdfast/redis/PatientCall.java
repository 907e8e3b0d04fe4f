package dev.holdfast.redis;

import dev.holdfast.domain.port.GateUnavailable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Waits for an answer no longer than the patience, and turns every trouble into {@link
 * GateUnavailable}.
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
   * @throws GateUnavailable when there is none in time, or the server reports an error
   */
  <T> T run(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().name("redis-locks").start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new GateUnavailable("no answer within " + patience.toMillis() + " ms", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GateUnavailable("interrupted while waiting for the answer", e);
    } catch (ExecutionException e) {
      throw trouble(e.getCause());
    }
  }

  private static GateUnavailable trouble(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof JedisDataException) {
        // Only the code: some servers and proxies repeat a command they refuse, password included.
        return new GateUnavailable("the lock server says " + code(e.getMessage()), null);
      }
    }
    return new GateUnavailable("no connection to the lock server", cause);
  }

  /** The word in capitals with which Redis begins an error: LOADING, READONLY, OOM, ... */
  private static String code(@Nullable String message) {
    String word = message == null ? "" : message.split(" ", 2)[0];
    return word.matches("-?[A-Z]{2,20}") ? word : "ERR";
  }
}
