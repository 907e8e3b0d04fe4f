package dev.holdfast.http.outbound;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Asks where a name leads and does not wait for long: a stranger's name server decides how long it
 * takes, and nothing can break the question off. Which question is next is the matter of {@link
 * Questions}.
 */
final class TimedLookup implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Lookup lookup;
  private final ThreadPoolExecutor threads;

  // Guarded by itself.
  private final Questions questions;

  /**
   * A look-up with threads of its own, and no virtual ones: a question blocks in native code, and
   * would keep the few carriers from everybody else.
   *
   * @param atOnce most questions at a time
   * @param nanos a monotonic clock
   */
  TimedLookup(Lookup lookup, int atOnce, LongSupplier nanos) {
    this.lookup = lookup;
    this.questions = new Questions(atOnce, nanos);
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(atOnce),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * The addresses of a host, at least one, by a question that began after this was called or at
   * most {@link Questions#YOUNG} before.
   *
   * @param owner whose share of the threads it takes
   * @param patience half of it is for a thread to be free, so that whoever is asked has time to
   *     answer
   * @throws NotAsked if no thread was free in time
   * @throws UnknownHostException if it has none, or nobody said so in time
   */
  List<InetAddress> addresses(Host host, WorkspaceId owner, Duration patience)
      throws UnknownHostException, NotAsked {
    if (host.address().isPresent()) {
      return List.of(host.address().get());
    }
    long from = System.nanoTime();
    try {
      Questions.Question question = begun(host, owner, patience.dividedBy(2));
      long left = patience.toNanos() - (System.nanoTime() - from);
      List<InetAddress> addresses = question.answer().get(left, TimeUnit.NANOSECONDS);
      if (addresses.isEmpty()) {
        throw new UnknownHostException(host.name());
      }
      return addresses;
    } catch (TimeoutException | ExecutionException e) {
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private Questions.Question begun(Host host, WorkspaceId owner, Duration patience)
      throws NotAsked, InterruptedException, ExecutionException, TimeoutException {
    Questions.Waiting waiting = new Questions.Waiting(owner);
    synchronized (questions) {
      questions.want(host.name(), waiting);
      beginAll();
    }
    try {
      return waiting.begun.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      synchronized (questions) {
        if (waiting.begun.isDone()) {
          return waiting.begun.join();
        }
        if (questions.isUnderWay(host.name())) {
          // Who is asked for this name does not answer: that is the name's own trouble.
          throw e;
        }
      }
      throw new NotAsked();
    } finally {
      synchronized (questions) {
        questions.forget(host.name(), waiting);
      }
    }
  }

  /** How many wait for a question to begin. */
  int waiting() {
    synchronized (questions) {
      return questions.waiting();
    }
  }

  /** Under the lock. */
  private void beginAll() {
    questions
        .begin()
        .forEach(question -> {
          try {
            threads.execute(() -> ask(question));
          } catch (RejectedExecutionException e) {
            questions.end(question);
            question.answer().completeExceptionally(e);
          }
        });
  }

  private void ask(Questions.Question question) {
    try {
      List<InetAddress> addresses = lookup.addresses(question.name());
      end(question);
      question.answer().complete(addresses);
    } catch (UnknownHostException | RuntimeException | Error e) {
      end(question);
      question.answer().completeExceptionally(e);
    }
  }

  /** Before the answer is told: who comes after it asks anew. */
  private void end(Questions.Question question) {
    synchronized (questions) {
      questions.end(question);
      beginAll();
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
