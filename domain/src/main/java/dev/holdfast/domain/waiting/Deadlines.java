package dev.holdfast.domain.waiting;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits that take too long, with one thread for all who wait. Safe for use by many threads.
 *
 * <p>The JDK's own timed wait sets a timer for each wait, and tells the timer's thread of it. Where
 * thousands a second wait for what nearly always comes, that costs more than what they wait for:
 * here a wait is but noted, and looked at now and then.
 */
public final class Deadlines {
  /** How much later than its deadline a wait may end. */
  public static final Duration TICK = Duration.ofMillis(10);

  private final TimeSource time;
  private final Set<Wait<?>> waits = ConcurrentHashMap.newKeySet();
  private final Thread keeper;
  private volatile boolean resting;

  private Deadlines(TimeSource time) {
    this.time = time;
    this.keeper = Thread.ofPlatform().name("deadlines").daemon().unstarted(this::keep);
  }

  /** Those of the whole process, by its monotonic clock. */
  public static Deadlines shared() {
    return Shared.DEADLINES;
  }

  private static final class Shared {
    static final Deadlines DEADLINES = start(TimeSource.system());
  }

  /** Starts the thread that keeps them; it ends with the process, and rests while nobody waits. */
  public static Deadlines start(TimeSource time) {
    Deadlines deadlines = new Deadlines(time);
    deadlines.keeper.start();
    return deadlines;
  }

  /**
   * Waits for an answer.
   *
   * @param patience how long at most; zero or less: it must be there already
   * @throws TimeoutException when it has not come by then, or at most {@link #TICK} later; it may
   *     still come
   * @throws ExecutionException when it came as a failure
   */
  public <T> T await(CompletableFuture<T> answer, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (answer.isDone()) {
      return answer.get();
    }
    Wait<T> wait = new Wait<>(answer, time.nanos() + patience.toNanos());
    waits.add(wait);
    try {
      if (resting) {
        LockSupport.unpark(keeper);
      }
      return wait.end();
    } finally {
      waits.remove(wait);
    }
  }

  private void keep() {
    while (true) {
      try {
        if (waits.isEmpty()) {
          rest();
        } else {
          LockSupport.parkNanos(this, TICK.toNanos());
        }
        long now = time.nanos();
        waits.forEach(wait -> wait.look(now));
      } catch (RuntimeException | Error _) {
        // Whatever it was, without this thread all waits of the process would be for ever.
        LockSupport.parkNanos(this, TICK.toNanos());
      }
    }
  }

  /** First it says that it rests, then it looks again: whoever comes now sees one or the other. */
  private void rest() {
    resting = true;
    if (waits.isEmpty()) {
      LockSupport.park(this);
    }
    resting = false;
  }

  /** One who waits. */
  private static final class Wait<T> {
    private final CompletableFuture<T> answer;
    private final long deadline;
    private volatile boolean late;

    /** Over an answer of its own: that it ends is nothing to others who wait for the same. */
    Wait(CompletableFuture<T> answer, long deadline) {
      this.answer = answer.copy();
      this.deadline = deadline;
    }

    void look(long now) {
      if (now - deadline >= 0) {
        late = true;
        answer.completeExceptionally(new TimeoutException("it did not come in time"));
      }
    }

    T end() throws InterruptedException, ExecutionException, TimeoutException {
      try {
        return answer.get();
      } catch (ExecutionException e) {
        if (late && e.getCause() instanceof TimeoutException timeout) {
          throw timeout;
        }
        throw e;
      }
    }
  }
}
