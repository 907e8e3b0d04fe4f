package dev.holdfast.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/** Those who ask, and whatever else happens: one step at a time, as the dice have it. */
final class Buyers {
  private final World world;
  private final Asking asking;
  final Letters letters;

  Buyers(World world) {
    this.world = world;
    this.asking = new Asking(world);
    this.letters = new Letters(world);
  }

  /** How often somebody asked for something. */
  int asked() {
    return asking.asked();
  }

  /** Whatever happens next. */
  void step(Chance chance) {
    switch (chance.below(50)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> time(chance);
      case 8, 9 -> disturb(chance);
      case 10, 11 -> world.arrive(chance);
      case 12, 13 -> sweep(chance);
      case 14 -> world.house.step(chance);
      case 15, 16 -> {
        Node node = world.anyNode(chance);
        world.work(node, "settle", node::settle);
      }
      case 17, 18 -> {
        Node node = world.anyNode(chance);
        world.work(node, "catch up", node::catchUp);
      }
      default -> ask(world.anyNode(chance), chance);
    }
  }

  private void sweep(Chance chance) {
    Node node = world.anyNode(chance);
    world.work(node, "sweep", node::sweep);
  }

  private void time(Chance chance) {
    Duration time =
        switch (chance.below(6)) {
          case 0 -> Duration.ofMillis(chance.below(300));
          case 1, 2 -> Duration.ofMillis(chance.below(4_000));
          case 3 -> Duration.ofSeconds(chance.below(15));
          default -> untilAboutADeadline(chance);
        };
    world.pass(time);
    world.say(() -> "it is " + time + " later");
  }

  private Duration untilAboutADeadline(Chance chance) {
    Instant edge = world.untilOfSome(chance).plus(Duration.ofNanos(1_000L * (chance.below(3) - 1)));
    Duration time = Duration.between(world.clocks.now(), edge);
    return time.isNegative() ? Duration.ZERO : time;
  }

  private void disturb(Chance chance) {
    GateServer gate = world.anyGate(chance);
    switch (world.weather.isCalm() ? 9 : chance.below(9)) {
      case 0 -> {
        world.say(() -> "a gate loses everything");
        gate.forget();
        world.auditor.patience.lost();
      }
      case 1 -> {
        TreeSet<String> lost = new TreeSet<>(Wishes.seats(chance));
        world.say(() -> "a gate loses " + lost);
        gate.becomes(0, lost::contains);
        world.auditor.patience.lost();
      }
      case 2 -> {
        int calls = 1 + chance.below(20);
        world.say(() -> "a gate goes back " + calls + " calls");
        gate.becomes(calls, _ -> false);
        world.auditor.patience.lost();
      }
      case 3 -> {
        Duration ahead = Duration.ofMillis(chance.below(40_000) - 20_000);
        world.auditor.patience.beforeJump();
        world.clocks.gateJumps(ahead);
        world.say(() -> "the gates' clock jumps by " + ahead);
      }
      case 4 -> {
        Duration ahead = Duration.ofMillis(chance.below(20_000));
        world.clocks.ledgerJumps(ahead);
        world.say(() -> "the ledger's clock jumps by " + ahead);
      }
      case 5 -> {
        Duration time = Duration.ofMillis(chance.below(20_000));
        world.ledgerOutage.lasts(time);
        world.say(() -> "the ledger is away for " + time);
      }
      case 6 -> {
        Duration time = Duration.ofMillis(chance.below(5_000));
        world.gateOutage.lasts(time);
        world.say(() -> "the gates are away for " + time);
      }
      case 7 -> {
        Duration time = Duration.ofMillis(chance.below(10_000));
        world.catalogOutage.lasts(time);
        world.say(() -> "the catalog is away for " + time);
      }
      case 8 -> aDayPasses(chance);
      default -> {}
    }
  }

  /** By the ledger's clock, and about when it forgets an answer. */
  private void aDayPasses(Chance chance) {
    Duration edge = Duration.ofNanos(1_000L * (chance.below(3) - 1));
    world
        .promises
        .someEnd(chance)
        .map(end -> Duration.between(world.clocks.now(), end.plus(edge)))
        .filter(Duration::isPositive)
        .ifPresent(ahead -> {
          world.clocks.ledgerJumps(ahead);
          world.say(() -> "the ledger's clock jumps by " + ahead);
        });
  }

  /** Somebody asks a node for something; who hears nothing may ask again, another node perhaps. */
  void ask(Node node, Chance chance) {
    Sent sent = letters.next(chance);
    Asked first = asking.ask(node, sent);
    if (sent.keyed().isPresent() && first.told == null && chance.oneIn(2)) {
      world.say(() -> "once more:");
      asking.ask(world.anyNode(chance), letters.again(sent, chance));
    }
  }

  /** Somebody asks a node for just this. */
  Asked ask(Node node, Asked.Request request) {
    return ask(node, Sent.plain(request));
  }

  Asked ask(Node node, Sent sent) {
    return asking.ask(node, sent);
  }
}
