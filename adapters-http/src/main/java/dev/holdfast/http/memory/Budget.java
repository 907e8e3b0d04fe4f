package dev.holdfast.http.memory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * So much of something at a time, whoever asks; the others wait their turn, for a bounded time.
 * Whoever wants more than there is gets all of it, and so is alone with it.
 */
public final class Budget {
  private final Semaphore units;
  private final int all;
  private final Duration patience;

  /**
   * A budget of which nothing is used.
   *
   * @param units at least 1
   * @param patience how long a caller waits for its turn
   */
  public Budget(int units, Duration patience) {
    if (units < 1) {
      throw new IllegalArgumentException("a budget has at least one unit, not " + units);
    }
    this.units = new Semaphore(units, true);
    this.all = units;
    this.patience = patience;
  }

  /** What was taken. Giving it back twice gives it back once. */
  public static final class Share implements AutoCloseable {
    private final Semaphore units;
    private final int taken;
    private final AtomicBoolean returned = new AtomicBoolean();

    private Share(Semaphore units, int taken) {
      this.units = units;
      this.taken = taken;
    }

    @Override
    public void close() {
      if (returned.compareAndSet(false, true)) {
        units.release(taken);
      }
    }
  }

  /** Takes so many units; empty when they were not to be had in time. */
  public Optional<Share> take(int wanted) {
    return take(wanted, patience);
  }

  /** The same without waiting. */
  public Optional<Share> takeNow(int wanted) {
    return take(wanted, Duration.ZERO);
  }

  private Optional<Share> take(int wanted, Duration atMost) {
    int taken = Math.clamp(wanted, 1, all);
    try {
      return units.tryAcquire(taken, atMost.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(new Share(units, taken))
          : Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** How long a caller waits for its turn. */
  public Duration patience() {
    return patience;
  }
}
