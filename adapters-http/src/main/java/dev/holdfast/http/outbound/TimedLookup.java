package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks where a name leads and does not wait for long: a stranger's name server decides how long it
 * takes, and nothing can break the question off.
 */
final class TimedLookup implements AutoCloseable {
  /**
   * Most questions at a time. They have threads of their own and no virtual ones: a question blocks
   * in native code, and would keep the few carriers from everybody else.
   */
  private static final int AT_ONCE = 64;

  /**
   * Most questions that wait for a thread: one for each delivery that a node may have under way.
   */
  private static final int WAITING = 2_048;

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Lookup lookup;
  private final ThreadPoolExecutor threads;

  TimedLookup(Lookup lookup) {
    this.lookup = lookup;
    this.threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * The addresses of a host, at least one.
   *
   * @throws UnknownHostException if it has none, or it could not be found out in this time
   */
  List<InetAddress> addresses(Host host, Duration patience) throws UnknownHostException {
    if (host.address().isPresent()) {
      return List.of(host.address().get());
    }
    FutureTask<List<InetAddress>> question = new FutureTask<>(() -> lookup.addresses(host.name()));
    try {
      threads.execute(question);
      List<InetAddress> addresses = question.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (addresses.isEmpty()) {
        throw new UnknownHostException(host.name());
      }
      return addresses;
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    } finally {
      question.cancel(true);
      threads.remove(question);
    }
  }

  private static UnknownHostException unknown(Host host, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host.name());
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
