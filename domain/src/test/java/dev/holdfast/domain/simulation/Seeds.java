package dev.holdfast.domain.simulation;

import dev.holdfast.domain.simulation.Play.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Many seeds, each in one thread, several at a time. Stops at the first that fails. */
final class Seeds {
  private static final int TOLD_EVERY = 1_000;

  private final LongFunction<Play> plays;
  private final Flaw flaw;
  private final Consumer<String> told;
  private final long begun = System.nanoTime();
  private long next;
  private final long end;
  private long played;
  private long operations;
  private int fewest = Integer.MAX_VALUE;
  private @Nullable Failure failure;

  /**
   * Seeds from one on.
   *
   * @param plays what is played of a seed
   * @param told hears how far it has come
   */
  Seeds(long from, long seeds, LongFunction<Play> plays, Flaw flaw, Consumer<String> told) {
    this.next = from;
    this.end = from + seeds;
    this.plays = plays;
    this.flaw = flaw;
    this.told = told;
  }

  /** Plays them; the failure of the lowest seed that failed, if any did. */
  Optional<Failure> play(int threads) {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int n = 0; n < threads; n++) {
        all.add(workers.submit(this::work));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a seed could not be played", e);
    }
    told.accept(soFar());
    return Optional.ofNullable(failure);
  }

  private void work() {
    for (long seed = take(); seed < end; seed = take()) {
      try {
        done(plays.apply(seed).run(flaw));
      } catch (Failure e) {
        failed(e);
      }
    }
  }

  private synchronized long take() {
    return failure == null ? next++ : end;
  }

  private synchronized void done(int asked) {
    played++;
    operations += asked;
    fewest = Math.min(fewest, asked);
    if (played % TOLD_EVERY == 0) {
      told.accept(soFar());
    }
  }

  private synchronized void failed(Failure e) {
    if (failure == null || e.play().seed() < failure.play().seed()) {
      failure = e;
    }
  }

  private synchronized String soFar() {
    long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    return "%,d seeds played, %,d client operations, at least %,d a seed; %,d s, %.1f seeds/s"
        .formatted(
            played, operations, played == 0 ? 0 : fewest, seconds, (double) played / seconds);
  }
}
