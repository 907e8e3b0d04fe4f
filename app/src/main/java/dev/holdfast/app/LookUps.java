package dev.holdfast.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a store that are kept for a moment, and looked up once for all who ask at the same
 * time; they share its failure as well. Nobody waits longer than the rules say, whatever the store
 * does.
 *
 * <p>An answer is as old as the moment at which its look-up began, not as the one at which it came:
 * the store may have been read at any time in between. It is never used after a {@link #forget()}
 * that came after that beginning.
 *
 * <p>A name that was found before is looked up on a lane of its own, so that a flood of names that
 * do not exist keeps nobody else waiting, and reaches the store a bounded number of times at once.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
final class LookUps<K, V> {
  /** Names remembered to have been found. */
  private static final int MAX_KNOWN = 10_000;

  private final Rules<V> rules;
  private final Lane known;
  private final Lane strangers;
  private final TimeSource time;
  private final Cache<K, Kept<V>> kept;
  private final Cache<K, Boolean> names = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

  /** Look-ups under way or waiting for their turn: no more than the lanes take. */
  private final ConcurrentMap<K, LookUp> underWay = new ConcurrentHashMap<>();

  private final AtomicLong generation = new AtomicLong();

  /**
   * Look-ups that follow these rules.
   *
   * @param known runs those of names that were found before
   * @param strangers runs all others
   */
  LookUps(Rules<V> rules, Lane known, Lane strangers, TimeSource time) {
    this.rules = rules;
    this.known = known;
    this.strangers = strangers;
    this.time = time;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(rules.maxWeight)
            .<K, Kept<V>>weigher(
                (_, each) -> 1 + each.answer.map(rules.weight::applyAsInt).orElse(0))
            .build();
  }

  /**
   * What holds for all answers of a kind.
   *
   * @param patience how long a caller waits before it is told that the store is unavailable
   * @param found how old an answer may be
   * @param absent how old the answer may be that there is none; zero: it is not kept
   * @param maxWeight of all answers kept; each weighs one more than {@code weight} says
   */
  record Rules<V>(
      Duration patience,
      Duration found,
      Duration absent,
      long maxWeight,
      ToIntFunction<V> weight) {}

  /** When a look-up began, and how often everything had been forgotten by then. */
  private record Beginning(long nanos, long generation) {}

  private record Kept<V>(Optional<V> answer, Beginning beginning) {}

  /**
   * The answer, no older than the rules allow.
   *
   * @param question asks the store, which gives up by itself in bounded time
   * @throws StoreFailure.Unavailable when it does not come in time, or too many wait
   */
  Optional<V> find(K key, Supplier<Optional<V>> question) {
    return find(key, rules.found, question);
  }

  /** The same with another age for what is found; zero: it was looked up after this call. */
  Optional<V> find(K key, Duration age, Supplier<Optional<V>> question) {
    long since = time.nanos();
    Kept<V> present = kept.getIfPresent(key);
    if (present != null && isFresh(present.answer, present.beginning, age, since)) {
      return present.answer;
    }
    while (true) {
      LookUp lookUp = join(key, age, since, question);
      Optional<V> answer = await(lookUp, since);
      Beginning beginning = lookUp.beginning;
      if (beginning != null && age(beginning, since) <= allowed(answer, age).toNanos()) {
        return answer;
      }
    }
  }

  /** No answer is used any more whose look-up has begun. */
  void forget() {
    generation.incrementAndGet();
    kept.invalidateAll();
  }

  private Duration allowed(Optional<V> answer, Duration age) {
    return answer.isPresent() ? age : rules.absent;
  }

  private boolean isFresh(Optional<V> answer, Beginning beginning, Duration age, long now) {
    return beginning.generation == generation.get()
        && age(beginning, now) < allowed(answer, age).toNanos();
  }

  /** In nanoseconds; less than zero when it began later. */
  private static long age(Beginning beginning, long now) {
    return now - beginning.nanos;
  }

  private LookUp join(K key, Duration age, long since, Supplier<Optional<V>> question) {
    LookUp own = new LookUp(key, question);
    LookUp joined =
        underWay.compute(
            key,
            (_, other) -> {
              if (other == null) {
                // One that ended since the caller looked has left its answer.
                return own.settledBy(kept.getIfPresent(key), age, since) ? null : own;
              }
              return other.serves(age, since) ? other : own;
            });
    if (joined == null) {
      return own;
    }
    if (joined == own) {
      Lane lane = names.getIfPresent(key) == null ? strangers : known;
      if (!lane.offer(own)) {
        own.fail(new StoreFailure.Unavailable("too many look-ups wait for the catalog", null));
      }
    }
    return joined;
  }

  private Optional<V> await(LookUp lookUp, long since) {
    Duration left = rules.patience.minus(time.since(since));
    try {
      return lookUp.answer.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StoreFailure.Unavailable("the catalog did not answer in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("the catalog could not be asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure.Unavailable("interrupted while waiting for the catalog", e);
    }
  }

  /** One question to the store, for all who want to know. */
  private final class LookUp implements Runnable {
    final CompletableFuture<Optional<V>> answer = new CompletableFuture<>();
    private final K key;
    private final Supplier<Optional<V>> question;
    private final long queuedAt = time.nanos();
    volatile @Nullable Beginning beginning;

    LookUp(K key, Supplier<Optional<V>> question) {
      this.key = key;
      this.question = question;
    }

    /** Takes what is kept for its answer, if it is fresh enough. */
    boolean settledBy(@Nullable Kept<V> present, Duration age, long now) {
      if (present == null || !isFresh(present.answer, present.beginning, age, now)) {
        return false;
      }
      beginning = present.beginning;
      answer.complete(present.answer);
      return true;
    }

    /** Whether its answer will do for somebody who asks now; that it is empty shows later. */
    boolean serves(Duration age, long now) {
      Beginning begun = beginning;
      return begun == null
          || (begun.generation == generation.get() && age(begun, now) < age.toNanos());
    }

    @Override
    public void run() {
      if (time.since(queuedAt).compareTo(rules.patience) > 0) {
        fail(new StoreFailure.Unavailable("the look-up waited too long for its turn", null));
        return;
      }
      Beginning begun = new Beginning(time.nanos(), generation.get());
      beginning = begun;
      try {
        Optional<V> found = question.get();
        keep(found, begun);
        underWay.remove(key, this);
        answer.complete(found);
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }

    private void keep(Optional<V> found, Beginning begun) {
      if (found.isPresent()) {
        names.put(key, true);
      } else {
        names.invalidate(key);
      }
      if (begun.generation == generation.get() && !allowed(found, rules.found).isZero()) {
        kept.put(key, new Kept<>(found, begun));
      }
    }

    void fail(Throwable cause) {
      underWay.remove(key, this);
      answer.completeExceptionally(cause);
    }
  }
}
