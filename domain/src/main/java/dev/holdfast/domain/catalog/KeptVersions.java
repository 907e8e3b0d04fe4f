package dev.holdfast.domain.catalog;

import dev.holdfast.domain.port.StoreFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Large values that belong to a version and so never change. Made once for all who ask at the same
 * time, two at a time in all, because making one takes several times the room it has afterwards;
 * kept as long as there is room, those asked for last the longest. Safe for use by many threads.
 */
final class KeptVersions<K, V> {
  /** How many are made at a time. */
  private static final int MAKERS = 2;

  /** How long a caller waits for its turn, and as long again for what somebody else makes. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final long most;
  private final ToIntFunction<V> weight;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, CompletableFuture<Optional<V>>> underWay = new HashMap<>();
  private final Semaphore makers = new Semaphore(MAKERS, true);
  private long total;

  /**
   * With nothing kept yet.
   *
   * @param most weight of all kept; a value that alone weighs more is kept until the next one comes
   */
  KeptVersions(long most, ToIntFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /**
   * The value of a version.
   *
   * @param making makes it; what is empty is not kept, what it throws all who wait for it get
   * @throws StoreFailure.Unavailable when too much is being made
   */
  Optional<V> find(K key, Supplier<Optional<V>> making) {
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    @Nullable CompletableFuture<Optional<V>> others;
    synchronized (this) {
      V known = kept.get(key);
      if (known != null) {
        return Optional.of(known);
      }
      others = underWay.putIfAbsent(key, mine);
    }
    return others == null ? make(key, making, mine) : await(others);
  }

  private Optional<V> make(
      K key, Supplier<Optional<V>> making, CompletableFuture<Optional<V>> mine) {
    try {
      Optional<V> made = inTurn(making);
      finish(key, made);
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      finish(key, Optional.empty());
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private Optional<V> inTurn(Supplier<Optional<V>> making) {
    try {
      if (!makers.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoreFailure.Unavailable("too many large layouts are read at once", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure.Unavailable("interrupted while waiting for a layout", e);
    }
    try {
      return making.get();
    } finally {
      makers.release();
    }
  }

  private synchronized void finish(K key, Optional<V> made) {
    underWay.remove(key);
    if (made.isPresent()) {
      V before = kept.put(key, made.get());
      total += weightOf(made.get()) - (before == null ? 0 : weightOf(before));
      Iterator<V> oldestFirst = kept.values().iterator();
      while (total > most && kept.size() > 1) {
        total -= weightOf(oldestFirst.next());
        oldestFirst.remove();
      }
    }
  }

  /** Each has a weight of its own, so that many small ones are not kept for nothing. */
  private long weightOf(V value) {
    return 1L + weight.applyAsInt(value);
  }

  private static <V> Optional<V> await(CompletableFuture<Optional<V>> others) {
    try {
      return others.get(2 * PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StoreFailure.Unavailable("a large layout is not read in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a layout could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure.Unavailable("interrupted while waiting for a layout", e);
    }
  }
}
