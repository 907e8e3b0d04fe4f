package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lock server that can lose everything, some seats, or its latest past. It remembers its calls,
 * and becomes an older self by hearing the older ones again.
 */
final class GateServer implements SeatLockPort {
  /** Calls remembered; those before have lapsed, or count as lost. */
  private static final int REMEMBERED = 300;

  /** One call, for some of its seats. */
  private interface Call {
    void make(SeatLockPort locks, Predicate<String> seats);
  }

  private record Heard(long at, Call call) {}

  private final Clocks clocks;
  private final UnaryOperator<SeatLockPort> flaw;
  private final Deque<Heard> heard = new ArrayDeque<>();
  private @Nullable Long replayed;
  private SeatLockPort locks;

  GateServer(Clocks clocks, UnaryOperator<SeatLockPort> flaw) {
    this.clocks = clocks;
    this.flaw = flaw;
    this.locks = fresh();
  }

  private SeatLockPort fresh() {
    return flaw.apply(
        new InMemorySeatLocks(
            new TimeSource() {
              @Override
              public Instant now() {
                return Instant.EPOCH;
              }

              @Override
              public long nanos() {
                return Optional.ofNullable(replayed).orElseGet(clocks::gate);
              }
            }));
  }

  /** Goes on as it was so many calls ago, without some seats. */
  void becomes(int callsAgo, Predicate<String> lost) {
    List<Heard> past = heard.stream().limit(Math.max(0, heard.size() - callsAgo)).toList();
    heard.clear();
    locks = fresh();
    for (Heard each : past) {
      replayed = each.at;
      each.call.make(locks, lost.negate());
      heard.add(each);
    }
    replayed = null;
  }

  void forget() {
    heard.clear();
    locks = fresh();
  }

  private void remember(Call call) {
    heard.add(new Heard(clocks.gate(), call));
    if (heard.size() > REMEMBERED) {
      heard.removeFirst();
    }
  }

  private static List<String> some(List<String> labels, Predicate<String> seats) {
    return labels.stream().filter(seats).toList();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    ClaimAnswer answer = locks.claim(event, token, labels, ttl);
    // One that was refused left nothing, and might leave something where less is known.
    if (answer instanceof ClaimAnswer.Passed) {
      remember((at, seats) -> {
        if (!some(labels, seats).isEmpty()) {
          at.claim(event, token, some(labels, seats), ttl);
        }
      });
    }
    return answer;
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    remember((at, seats) -> {
      if (!some(labels, seats).isEmpty()) {
        at.withdraw(event, token, some(labels, seats));
      }
    });
    locks.withdraw(event, token, labels);
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
    remember((at, seats) -> {
      List<SeatNews> left = news.stream().filter(each -> seats.test(each.label())).toList();
      if (!left.isEmpty()) {
        at.learn(event, left);
      }
    });
    locks.learn(event, news);
  }

  @Override
  public void check() {
    locks.check();
  }

  @Override
  public void close() {
    locks.close();
  }
}
