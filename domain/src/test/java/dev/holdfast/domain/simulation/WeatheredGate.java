package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A gate as one node reaches it: calls may be lost, arrive late, or twice. */
final class WeatheredGate implements SeatLockPort {
  private final GateServer gate;
  private final World world;
  private final Node node;

  WeatheredGate(GateServer gate, World world, Node node) {
    this.gate = gate;
    this.world = world;
    this.node = node;
  }

  private static PortFailure away() {
    return new GateUnavailable("planned", null);
  }

  private <T> T ask(String name, Supplier<T> work, Runnable late) {
    return world.weather.call(
        node,
        name,
        () -> {
          if (world.gateOutage.isNow()) {
            throw away();
          }
          if (world.weather.strikes()) {
            boolean again = world.weather.chance().oneIn(2);
            world.say(() -> node + "'s " + name + " arrives " + (again ? "twice" : "late"));
            world.late.add(late);
            if (!again) {
              throw away();
            }
          }
          return work.get();
        },
        WeatheredGate::away,
        WeatheredGate::away);
  }

  @Override
  public boolean isShared() {
    return gate.isShared();
  }

  @Override
  public ClaimAnswer claim(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    ClaimAnswer heard =
        ask(
            "claim",
            () -> {
              ClaimAnswer answer = claimNow(event, token, labels, ttl);
              if (answer instanceof ClaimAnswer.Blocked(var seats)) {
                world.auditor.blocked(event, token, seats);
              }
              return answer;
            },
            () -> claimNow(event, token, labels, ttl));
    if (heard instanceof ClaimAnswer.Blocked(var seats)) {
      world.auditor.toldBlocked(seats);
    }
    return heard;
  }

  private ClaimAnswer claimNow(EventId event, HoldToken token, List<String> labels, Duration ttl) {
    ClaimAnswer answer = gate.claim(event, token, labels, ttl);
    if (answer instanceof ClaimAnswer.Passed) {
      world.auditor.patience.claimed(gate, event, labels, ttl);
    }
    return answer;
  }

  @Override
  public void withdraw(EventId event, HoldToken token, List<String> labels) {
    Runnable arrive =
        () -> {
          world.auditor.patience.forgotten(gate, event, labels);
          gate.withdraw(event, token, labels);
        };
    ask(
        "withdraw",
        () -> {
          arrive.run();
          return true;
        },
        arrive);
  }

  @Override
  public void learn(EventId event, List<SeatNews> news) {
    long sent = world.clocks.passed();
    Runnable arrive =
        () -> {
          if (world.clocks.passed() > sent) {
            world.auditor.patience.lateNews(gate, event, news);
          }
          world.auditor.patience.told(gate, event, news);
          gate.learn(event, news);
        };
    ask(
        "learn",
        () -> {
          arrive.run();
          return true;
        },
        arrive);
  }

  @Override
  public void check() {
    gate.check();
  }

  @Override
  public void close() {
    // The server lives on.
  }
}
