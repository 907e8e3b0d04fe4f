package dev.holdfast.domain.waiting;

import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits that take too long, with one thread for all who wait. Safe for use by many threads.
 *
 * <p>The JDK's own timed wait sets a timer for each wait, and tells the timer's thread of it. Where
 * thousands a second wait for what nearly always comes, that costs more than what they wait for:
 * here a wait is but noted, and looked at when the first of them may be over.
 */
public final class Deadlines {
  /** Later than any deadline. */
  private static final long FAR = 1L << 62;

  /** How much later than its deadline a wait may end. */
  public static final Duration TICK = Duration.ofMillis(10);

  private final TimeSource time;
  private final Set<Wait<?>> waits = ConcurrentHashMap.newKeySet();
  private final Thread keeper;

  /** The earliest deadline that is known of: before, it is in vain to look. */
  private final AtomicLong next;

  private volatile boolean resting;

  private Deadlines(TimeSource time) {
    this.time = time;
    this.next = new AtomicLong(time.nanos());
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
      if (wait.deadline - next.get() < 0) {
        next.accumulateAndGet(wait.deadline, Deadlines::earlier);
      }
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
        look();
      } catch (RuntimeException | Error _) {
        // Whatever it was, without this thread all waits of the process would be for ever.
        LockSupport.parkNanos(this, TICK.toNanos());
      }
    }
  }

  private void look() {
    long now = time.nanos();
    if (now - next.get() < 0) {
      return;
    }
    // First it forgets, then it looks: whoever comes meanwhile is seen, or sees that he has to say
    // when he is due.
    next.set(now + FAR);
    long earliest = now;
    try {
      earliest = lookAtAll(now);
    } finally {
      next.accumulateAndGet(earliest, Deadlines::earlier);
    }
  }

  /** Ends those whose time is over; the earliest deadline of the others. */
  private long lookAtAll(long now) {
    long earliest = now + FAR;
    for (Wait<?> wait : waits) {
      if (!wait.isOver(now)) {
        earliest = earlier(earliest, wait.deadline);
      }
    }
    return earliest;
  }

  /** Of two times of a clock that may begin anywhere. */
  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
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

    /** Ends it when it is. */
    boolean isOver(long now) {
      if (now - deadline < 0) {
        return false;
      }
      late = true;
      answer.completeExceptionally(new TimeoutException("it did not come in time"));
      return true;
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
