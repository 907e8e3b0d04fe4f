package dev.holdfast.domain.reservation;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.waiting.Deadlines;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who ask the same question share one read: one is running, one comes next, and
 * everybody else joins the next. So there is never more than one read of a question at a time, and
 * nobody is given a read that began before he asked: he sees at least what he was told before.
 * Nothing is kept once it was handed out.
 *
 * @param <K> questions, compared by {@code equals}
 * @param <V> answers, given to several callers at once
 */
public final class SharedReads<K, V> {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Duration patience;
  private final Object lock = new Object();
  private final Map<K, Line<V>> lines = new HashMap<>();

  /**
   * Reads that nobody waits for yet.
   *
   * @param patience how long a caller waits, first for the read before his, then for his own; a
   *     read itself is as long as it is
   */
  public SharedReads(Duration patience) {
    this.patience = patience;
  }

  /** The reads of one question. */
  private static final class Line<V> {
    private CompletableFuture<V> running = new CompletableFuture<>();
    private @Nullable CompletableFuture<V> next;
  }

  /**
   * A caller's read.
   *
   * @param before what has to end first; null when he need not wait or another does so for him
   * @param leads whether he reads, for all who join
   */
  private record Place<V>(
      CompletableFuture<V> read, @Nullable CompletableFuture<V> before, boolean leads) {}

  /**
   * The answer to a question, read after this was called.
   *
   * @param read reads it, for this caller or for him and others
   * @throws ReservationFailure.Overloaded when it took too long until it was his turn
   * @throws RuntimeException what {@code read} threw, to all who shared it
   */
  public V read(K question, Supplier<V> read) {
    Place<V> place = enter(question);
    if (!place.leads()) {
      return answer(place.read());
    }
    CompletableFuture<V> before = place.before();
    if (before != null && !ended(before) && withdraw(question, place.read())) {
      ReservationFailure tooLate = tooLate(null);
      place.read().completeExceptionally(tooLate);
      throw tooLate;
    }
    return lead(question, place.read(), read);
  }

  private Place<V> enter(K question) {
    synchronized (lock) {
      Line<V> line = lines.get(question);
      if (line == null) {
        line = new Line<>();
        lines.put(question, line);
        return new Place<>(line.running, null, true);
      }
      CompletableFuture<V> next = line.next;
      if (next == null) {
        next = new CompletableFuture<>();
        line.next = next;
        return new Place<>(next, line.running, true);
      }
      return new Place<>(next, null, false);
    }
  }

  private V lead(K question, CompletableFuture<V> mine, Supplier<V> read) {
    V value;
    try {
      value = read.get();
    } catch (RuntimeException | Error e) {
      advance(question);
      mine.completeExceptionally(e);
      throw e;
    }
    // First this: whoever is woken next must find his own read running.
    advance(question);
    mine.complete(value);
    return value;
  }

  /** From now on nobody joins the next read: it may begin at any moment. */
  private void advance(K question) {
    synchronized (lock) {
      lines.computeIfPresent(
          question,
          (_, line) -> {
            CompletableFuture<V> next = line.next;
            if (next == null) {
              return null;
            }
            line.running = next;
            line.next = null;
            return line;
          });
    }
  }

  /** Takes a read back that nobody has begun; false when its turn has come meanwhile. */
  @SuppressWarnings("ReferenceEquality") // this very read and no other
  private boolean withdraw(K question, CompletableFuture<V> mine) {
    synchronized (lock) {
      Line<V> line = lines.get(question);
      if (line == null || line.next != mine) {
        return false;
      }
      line.next = null;
      return true;
    }
  }

  /** Waits until a read has ended, however it did. */
  private boolean ended(CompletableFuture<V> before) {
    try {
      return Deadlines.shared().await(before.handle((_, _) -> true), patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("it is handled", e);
    }
  }

  private V answer(CompletableFuture<V> read) {
    try {
      return Deadlines.shared().await(read, patience.multipliedBy(2));
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException("a read throws nothing else", e);
      }
    } catch (TimeoutException e) {
      throw tooLate(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooLate(e);
    }
  }

  private static ReservationFailure tooLate(@Nullable Exception cause) {
    return new ReservationFailure.Overloaded("a shared read took too long", SOON, cause);
  }
}
