package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.reservation.MissedNews.Item;
import dev.holdfast.domain.reservation.MissedWithdrawals.Claimed;
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
 *
 * <p>What it has missed meanwhile it is told again by {@link #retell}. Until then this node does
 * not believe it where it knows better.
 */
public final class Gate {
  /** Misses in a row after which the gate is left alone. */
  public static final int MISSES = 3;

  /** How long it is left alone. */
  public static final Duration REST = Duration.ofSeconds(1);

  /** How often each node should tell again what was missed. */
  public static final Duration RETELLING = Duration.ofMillis(250);

  private final SeatLockPort locks;
  private final BooleanSupplier current;
  private final TimeSource time;
  private final AtomicInteger misses = new AtomicInteger();
  private final AtomicLong missedAt = new AtomicLong();
  private final PendingNews gathered = new PendingNews();
  private final MissedNews missedNews = new MissedNews();
  private final MissedWithdrawals missedWithdrawals = new MissedWithdrawals();

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

  /**
   * What asking for a claim came to.
   *
   * @param answer what the gate said; empty when it was skipped, or is known not to know better
   * @param mayHaveEntered whether there may be entries to take back
   */
  record Claim(Optional<ClaimAnswer> answer, boolean mayHaveEntered) {
    private static final Claim SKIPPED = new Claim(Optional.empty(), false);
    private static final Claim UNANSWERED = new Claim(Optional.empty(), true);
  }

  /**
   * Asks to be let through. Of those in the way nobody is believed of whom this node knows what the
   * gate has missed.
   */
  Claim claim(EventId event, HoldToken token, List<String> seats, Duration ttl) {
    if (!current.getAsBoolean() || !passesOn()) {
      return Claim.SKIPPED;
    }
    Duration life = ttl.compareTo(SeatLockPort.MAX_TTL) < 0 ? ttl : SeatLockPort.MAX_TTL;
    Optional<ClaimAnswer> answer = ask(() -> locks.claim(event, token, seats, life));
    return switch (answer.orElse(null)) {
      case null -> Claim.UNANSWERED;
      case ClaimAnswer.Passed _ -> {
        // What there was to take back of an earlier claim is this one's from now on.
        missedWithdrawals.forget(new Claimed(event, token), seats);
        yield new Claim(answer, true);
      }
      case ClaimAnswer.Blocked(List<BlockedSeat> inTheWay) -> {
        List<BlockedSeat> left =
            inTheWay.stream().filter(each -> !isOutdated(event, each)).toList();
        yield left.isEmpty()
            ? Claim.SKIPPED
            : new Claim(Optional.of(new ClaimAnswer.Blocked(left)), false);
      }
    };
  }

  /** Whether this node knows what the gate has missed of a seat. */
  private boolean isOutdated(EventId event, BlockedSeat seat) {
    return missedNews.isNewer(event, seat.label(), seat.version(), time.nanos())
        || (!seat.taken() && missedWithdrawals.isAbout(event, seat.label()));
  }

  /** Takes back a token's own provisional entries, as soon as the gate can hear it. */
  void withdraw(EventId event, HoldToken token, List<String> seats) {
    Claimed claimed = new Claimed(event, token);
    if (!isWithdrawn(claimed, seats)) {
      missedWithdrawals.add(claimed, seats, time.nanos());
    }
  }

  private boolean isWithdrawn(Claimed claimed, List<String> seats) {
    boolean told = isTold(() -> locks.withdraw(claimed.event(), claimed.token(), seats));
    if (told) {
      missedWithdrawals.forget(claimed, seats);
    }
    return told;
  }

  /**
   * Tells the ledger's news, if there are any, as soon as the gate can hear them.
   *
   * @param asOf monotonic nanoseconds of when they were true: a hold that was told late must not
   *     keep its seat from others beyond its deadline
   */
  void learn(EventId event, List<SeatNews> news, long asOf) {
    // What still waits of an earlier version could find the gate without any by then.
    gathered.overtake(event, news);
    for (int from = 0; from < news.size(); from += SeatLockPort.MAX_SEATS) {
      int end = Math.min(news.size(), from + SeatLockPort.MAX_SEATS);
      tell(event, news.subList(from, end).stream().map(each -> new Item(each, asOf)).toList());
    }
  }

  /** The same, when {@link #tellGathered} comes round to it. */
  void gather(EventId event, List<SeatNews> news, long asOf) {
    gathered.add(event, news, asOf);
  }

  /** Tells what was gathered, each event's in one call. */
  void tellGathered() {
    Optional<PendingNews.Bundle> next = gathered.next();
    while (next.isPresent()) {
      learn(next.get().event(), next.get().news(), next.get().asOf());
      next = gathered.next();
    }
  }

  private void tell(EventId event, List<Item> items) {
    List<SeatNews> news =
        items.stream()
            .flatMap(each ->
                AgedNews.of(each.news(), time.since(each.asOf()), MissedNews.SALES).stream())
            .toList();
    if (news.isEmpty() || isTold(() -> locks.learn(event, news))) {
      missedNews.heard(event, items);
    } else {
      missedNews.add(event, items);
    }
  }

  /**
   * Tells what was missed once more, as long as the gate answers; what it misses again waits for
   * the next time. Ten thousand seats at most wait, for ten seconds or a little longer: whatever
   * they are to put right has lapsed by then. Versions keep late news from undoing newer ones; of
   * claims only a token's own provisional entries are taken back.
   *
   * @return how many seats still wait
   */
  public int retell() {
    int most = SeatLockPort.MAX_SEATS;
    for (int left = missedNews.size(); left > 0 && isOpen(); left -= most) {
      missedNews.next(most, time.nanos()).forEach(this::tell);
    }
    for (int left = missedWithdrawals.size(); left > 0 && isOpen(); left -= most) {
      missedWithdrawals.next(most, time.nanos()).forEach(this::isWithdrawn);
    }
    return missedNews.size() + missedWithdrawals.size();
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

  /** Whether the gate has heard it, or never can. */
  private boolean isTold(Runnable telling) {
    return passesOn()
        && ask(
                () -> {
                  try {
                    telling.run();
                  } catch (IllegalArgumentException _) {
                    // What is told is at fault, not the gate: it would not hear it the next time
                    // either.
                  }
                  return true;
                })
            .isPresent();
  }

  /** Asks once {@link #passesOn} has said yes. */
  private <T> Optional<T> ask(Supplier<T> question) {
    long from = time.nanos();
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

  private boolean passesOn() {
    return isOpen() && (misses.get() < MISSES || isTrial(time.nanos()));
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
