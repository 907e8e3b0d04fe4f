package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point that nobody passes until it is lifted; then it stops nobody any more. */
final class Stall {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch lifted = new CountDownLatch(1);

  /** The same port, one of whose methods stalls before it is called. */
  <T> T before(Class<T> port, T real, String method) {
    return Interposed.on(
        port,
        real,
        method,
        call -> {
          stop();
          return call.call();
        });
  }

  /** Stops here until it is lifted. */
  void stop() throws InterruptedException {
    reached.countDown();
    assertTrue(lifted.await(20, TimeUnit.SECONDS));
  }

  /** Returns once somebody has come here. */
  void awaitReached() throws InterruptedException {
    assertTrue(reached.await(10, TimeUnit.SECONDS));
  }

  void lift() {
    lifted.countDown();
  }
}
