package dev.holdfast.app.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers who start at the same moment. */
public final class Crowd {

  private Crowd() {}

  /** Calls with 0 .. size-1, all at once, and hands back what they got in that order. */
  public static <T> List<T> together(int size, IntFunction<T> call) {
    CountDownLatch ready = new CountDownLatch(size);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              return call.apply(number);
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("one of the crowd failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static int count(List<Answer> answers, int status) {
    return (int) answers.stream().filter(answer -> answer.status() == status).count();
  }
}
