package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The gate as the use cases pass it: whatever is wrong with it, they go on without. After {@link
 * #MISSES} misses in a row (no answer, or one later than {@link SeatLockPort#PATIENCE}) it is left
 * alone for {@link #REST}.
 */
public final class Gate {
  /** Misses in a row after which the gate is left alone. */
  public static final int MISSES = 3;

  /** How long it is left alone. */
  public static final Duration REST = Duration.ofSeconds(1);

  /** Older news of a sale are not told: the seat may have been released since. */
  private static final Duration STALE = Duration.ofSeconds(1);

  private final SeatLockPort locks;
  private final BooleanSupplier current;
  private final TimeSource time;
  private final AtomicInteger misses = new AtomicInteger();
  private final AtomicLong missedAt = new AtomicLong();

  /** A gate over a lock backend that every node shares, or that belongs to the only one. */
  public Gate(SeatLockPort locks, TimeSource time) {
    this(locks, () -> true, time);
  }

  /**
   * A gate over a lock backend.
   *
   * @param current whether the backend hears of all changes now; while it does not, nobody is
   *     turned away by it
   */
  public Gate(SeatLockPort locks, BooleanSupplier current, TimeSource time) {
    this.locks = locks;
    this.current = current;
    this.time = time;
  }

  /** What the gate says to a claim; empty when it was skipped. */
  Optional<ClaimAnswer> claim(EventId event, HoldToken token, List<String> seats, Duration ttl) {
    if (!current.getAsBoolean()) {
      return Optional.empty();
    }
    Duration life = ttl.compareTo(SeatLockPort.MAX_TTL) < 0 ? ttl : SeatLockPort.MAX_TTL;
    return ask(() -> locks.claim(event, token, seats, life));
  }

  /** Takes back a token's own provisional entries, if the gate can hear it. */
  void withdraw(EventId event, HoldToken token, List<String> seats) {
    ask(() -> {
      locks.withdraw(event, token, seats);
      return true;
    });
  }

  /**
   * Tells the ledger's news, if there are any and the gate can hear them.
   *
   * @param asOf monotonic nanoseconds of when they were true: a hold that was told late must not
   *     keep its seat from others beyond its deadline
   */
  void learn(EventId event, List<SeatNews> told, long asOf) {
    Duration age = time.since(asOf);
    List<SeatNews> news = told.stream().flatMap(each -> aged(each, age).stream()).toList();
    for (int from = 0; from < news.size(); from += SeatLockPort.MAX_SEATS) {
      List<SeatNews> part =
          news.subList(from, Math.min(news.size(), from + SeatLockPort.MAX_SEATS));
      ask(() -> {
        locks.learn(event, part);
        return true;
      });
    }
  }

  private static Optional<SeatNews> aged(SeatNews news, Duration age) {
    return switch (news) {
      case SeatNews.NowHeld(var label, var version, var token, var remaining) -> {
        // Nothing is believed for longer than the longest life from when it was true.
        Duration life =
            SeatLockPort.MAX_TTL.compareTo(remaining) < 0 ? SeatLockPort.MAX_TTL : remaining;
        Duration left = life.minus(age);
        yield left.isPositive()
            ? Optional.of(new SeatNews.NowHeld(label, version, token, left))
            : Optional.empty();
      }
      case SeatNews.NowTaken _ when age.compareTo(STALE) > 0 -> Optional.empty();
      case SeatNews.NowFree _, SeatNews.NowTaken _ -> Optional.of(news);
    };
  }

  /** Whether calls are passed on to it now. */
  public boolean isOpen() {
    return misses.get() < MISSES || time.since(missedAt.get()).compareTo(REST) >= 0;
  }

  /** Whether it answers; asked for health, beside all counting of misses. */
  public boolean answers() {
    try {
      locks.check();
      return true;
    } catch (GateUnavailable e) {
      return false;
    }
  }

  private <T> Optional<T> ask(Supplier<T> question) {
    long from = time.nanos();
    if (!isOpen() || (misses.get() >= MISSES && !isTrial(from))) {
      return Optional.empty();
    }
    try {
      T answer = question.get();
      if (time.since(from).compareTo(SeatLockPort.PATIENCE) > 0) {
        miss();
      } else if (misses.get() != 0) {
        misses.set(0);
      }
      return Optional.of(answer);
    } catch (IllegalArgumentException e) {
      // The question was at fault, not the gate.
      return Optional.empty();
    } catch (RuntimeException e) {
      miss();
      return Optional.empty();
    }
  }

  /** After the rest one caller tries, while the others still go without. */
  private boolean isTrial(long now) {
    long missed = missedAt.get();
    return now - missed >= REST.toNanos() && missedAt.compareAndSet(missed, now);
  }

  private void miss() {
    missedAt.set(time.nanos());
    misses.updateAndGet(count -> Math.min(MISSES, count + 1));
  }
}
