package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands every call on. */
class FlawedGate implements SeatLockPort {
  private final SeatLockPort locks;

  private FlawedGate(SeatLockPort locks) {
    this.locks = locks;
  }

  /** The latest news count, whatever their version. */
  static SeatLockPort withoutVersions(SeatLockPort sound) {
    return new FlawedGate(sound) {
      private long told = 1_000_000;

      @Override
      public void learn(EventId event, List<SeatNews> news) {
        told++;
        super.learn(event, news.stream().map(each -> as(each, told)).toList());
      }
    };
  }

  private static SeatNews as(SeatNews news, long version) {
    return switch (news) {
      case SeatNews.NowFree free -> new SeatNews.NowFree(free.label(), version);
      case SeatNews.NowTaken taken -> new SeatNews.NowTaken(taken.label(), version);
      case SeatNews.NowHeld held ->
          new SeatNews.NowHeld(held.label(), version, held.token(), held.remaining());
    };
  }

  /** Who was turned away once is turned away until there is news of the seat. */
  static SeatLockPort withoutEnd(SeatLockPort sound) {
    return new FlawedGate(sound) {
      private final Map<String, ClaimAnswer> refused = new HashMap<>();

      @Override
      public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
        for (String label : labels) {
          ClaimAnswer before = refused.get(event.value() + label);
          if (before != null) {
            return before;
          }
        }
        ClaimAnswer answer = super.claim(event, token, labels, ttl);
        if (answer instanceof ClaimAnswer.Blocked(var seats)) {
          seats.forEach(each ->
              refused.put(event.value() + each.label(), new ClaimAnswer.Blocked(List.of(each))));
        }
        return answer;
      }

      @Override
      public void learn(EventId event, List<SeatNews> news) {
        news.forEach(each -> refused.remove(event.value() + each.label()));
        super.learn(event, news);
      }
    };
  }

  @Override
  public boolean isShared() {
    return locks.isShared();
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    return locks.claim(event, token, labels, ttl);
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    locks.withdraw(event, token, labels);
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
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
