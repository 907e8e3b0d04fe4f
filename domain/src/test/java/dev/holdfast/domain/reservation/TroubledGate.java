package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A real gate to which things happen around each call. */
final class TroubledGate implements SeatLockPort {
  private final SeatLockPort locks;

  /** The calls that came through, by name. */
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** Happens before every call; the call is not made if it throws. */
  Runnable before = () -> {};

  /** Happens after every call; the caller does not hear the answer if it throws. */
  Runnable after = () -> {};

  TroubledGate(SeatLockPort locks) {
    this.locks = locks;
  }

  /** Does not answer. */
  static Runnable away() {
    return () -> {
      throw new GateUnavailable("planned", null);
    };
  }

  private <T> T call(String name, Supplier<T> work) {
    calls.add(name);
    before.run();
    T answer = work.get();
    after.run();
    return answer;
  }

  @Override
  public boolean isShared() {
    return locks.isShared();
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    return call("claim", () -> locks.claim(event, token, labels, ttl));
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    call(
        "withdraw",
        () -> {
          locks.withdraw(event, token, labels);
          return true;
        });
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
    call(
        "learn " + news.size(),
        () -> {
          locks.learn(event, news);
          return true;
        });
  }

  @Override
  public void check() {
    call(
        "check",
        () -> {
          locks.check();
          return true;
        });
  }

  @Override
  public void close() {
    locks.close();
  }
}
