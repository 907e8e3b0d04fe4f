package dev.holdfast.redis;

import dev.holdfast.domain.waiting.Deadlines;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an answer no longer than so long, and turns every trouble into {@link
 * dev.holdfast.domain.port.GateUnavailable}.
 */
record Patience(Duration limit) {
  /**
   * The answer.
   *
   * @throws dev.holdfast.domain.port.GateUnavailable when there is none in time, or the server
   *     reports an error
   */
  <T> T await(CompletableFuture<T> answer) {
    try {
      return Deadlines.shared().await(answer, limit);
    } catch (TimeoutException _) {
      throw RedisTrouble.late(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RedisTrouble.interrupted(e);
    } catch (ExecutionException e) {
      throw RedisTrouble.of(e.getCause());
    }
  }
}
