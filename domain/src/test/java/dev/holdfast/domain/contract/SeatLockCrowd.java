package dev.holdfast.domain.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Callers on threads of their own, all let go at the same instant. */
final class SeatLockCrowd implements AutoCloseable {
  private static final long BOUND_SECONDS = 60;

  private final int size;
  private final ExecutorService threads;

  SeatLockCrowd(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size, Thread.ofPlatform().daemon().factory());
  }

  /** What each caller came back with, in the callers' order; fails if one of them threw. */
  <T> List<T> all(IntFunction<Callable<T>> callers) throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Callable<T> caller = callers.apply(i);
      running.add(
          threads.submit(() -> {
            go.await();
            return caller.call();
          }));
    }
    go.countDown();
    List<T> results = new ArrayList<>();
    for (Future<T> caller : running) {
      results.add(result(caller));
    }
    return results;
  }

  private static <T> T result(Future<T> caller) throws InterruptedException {
    try {
      return caller.get(BOUND_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a caller failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("callers still wait after " + BOUND_SECONDS + " s: deadlock?", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
