package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Those who ask, and whatever else happens: one step at a time, as the dice have it. */
final class Buyers {
  private final World world;
  private final Wishes wishes;
  private final List<Asked.Request> delayed = new ArrayList<>();
  private int asked;
  private boolean looking;

  Buyers(World world) {
    this.world = world;
    this.wishes = new Wishes(world.house.events());
  }

  /** How often somebody asked for something. */
  int asked() {
    return asked;
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
    switch (world.weather.isCalm() ? 7 : chance.below(7)) {
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
      default -> {}
    }
  }

  /** Somebody asks a node for something; his request may come again, or late, or both. */
  void ask(Node node, Chance chance) {
    if (!delayed.isEmpty() && chance.oneIn(8)) {
      world.say(() -> "a request that was on its way for long arrives:");
      ask(node, delayed.remove(chance.below(delayed.size())));
      return;
    }
    Asked.Request request = wishes.any(chance);
    boolean repeatable =
        !(request instanceof Asked.ToHold(var _, var hold) && hold.newToken())
            && !(request instanceof Asked.ToLook);
    if (repeatable && world.weather.strikes()) {
      delayed.add(request);
    }
    ask(node, request);
  }

  Asked ask(Node node, Asked.Request request) {
    Asked mine = new Asked(++asked, request);
    if (request instanceof Asked.ToLook && looking) {
      return mine;
    }
    world.say(() -> node + " is asked " + mine.id + ": " + Words.of(request));
    mine.read = mine.event().flatMap(world.house::known).orElse(null);
    world.auditor.begin(mine);
    world.serves(node);
    try {
      Outcome<?> outcome = perform(node, mine);
      mine.effect = Effect.UNKNOWN;
      if (node.isAlive()) {
        mine.outcome = outcome;
        mine.effect = outcome instanceof Outcome.Refused<?> ? Effect.NONE : Effect.DONE;
      }
    } catch (NodeCrash | ReservationFailure.OutcomeUnknown | StoreFailure.CommitUnknown _) {
      mine.effect = Effect.UNKNOWN;
    } catch (ReservationFailure.Overloaded | StoreFailure.Unavailable _) {
      boolean said = node.isAlive() && !(request instanceof Asked.ToExpire);
      mine.effect = said ? Effect.NONE : Effect.UNKNOWN;
    } catch (RuntimeException e) {
      mine.effect = Effect.UNKNOWN;
      if (e instanceof ReservationFailure.Broken && Extras.isRefused(request)) {
        mine.effect = node.isAlive() ? Effect.NONE : Effect.UNKNOWN;
      } else if (node.isAlive()) {
        world.auditor.guard(() -> {
          throw new AssertionError("nobody may be told this: " + mine + ": " + e + cause(e), e);
        });
      }
    }
    world.auditor.end(mine);
    if (mine.effect == Effect.DONE
        && request instanceof Asked.ToHold(var _, var hold)
        && hold.newToken()) {
      wishes.keep(hold.token());
    }
    world.say(() -> "told: " + mine);
    return mine;
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : " by " + e.getCause();
  }

  private Outcome<?> perform(Node node, Asked mine) {
    return switch (mine.request) {
      case Asked.ToHold(var event, var hold) -> node.reservations.hold(event, hold, mine.origin);
      case Asked.ToExtend(var event, var extend) ->
          node.reservations.extend(event.id(), extend, mine.origin);
      case Asked.ToBook(var event, var book) -> node.reservations.book(event, book, mine.origin);
      case Asked.ToRelease(var event, var release) ->
          node.reservations.release(event, release, mine.origin);
      case Asked.ToExpire(var token) ->
          node.reservations.expire(world.hall.workspace, token, mine.origin);
      case Asked.ToLook(var event) -> {
        looking = true;
        try {
          yield node.reservations
              .picture(event.id())
              .<Outcome<?>>map(Outcome::accepted)
              .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
        } finally {
          looking = false;
        }
      }
    };
  }
}
