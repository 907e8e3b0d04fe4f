package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.Scope;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Those who ask, and whatever else happens: one step at a time, as the dice have it. */
final class Buyers {
  static final List<String> TOKENS = List.of("ada", "bob", "eve");
  private static final int NEW_TOKENS = 3;

  private final World world;
  private final List<HoldToken> opened = new ArrayList<>();
  private final List<Asked.Request> delayed = new ArrayList<>();
  private long asked;
  private int made;
  private boolean looking;

  Buyers(World world) {
    this.world = world;
  }

  /** Whatever happens next. */
  void step(Chance chance) {
    switch (chance.below(24)) {
      case 0, 1, 2, 3 -> time(chance);
      case 4 -> disturb(chance);
      case 5 -> world.arrive(chance);
      case 6 -> sweep(chance);
      case 7 -> {
        Node node = world.anyNode(chance);
        world.work(node, "settle", node::settle);
      }
      case 8 -> {
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
    world.clocks.tick(time);
    world.say("it is " + time + " later");
  }

  private Duration untilAboutADeadline(Chance chance) {
    Instant edge = world.untilOfSome(chance).plus(Duration.ofNanos(1_000L * (chance.below(3) - 1)));
    Duration time = Duration.between(world.clocks.now(), edge);
    return time.isNegative() ? Duration.ZERO : time;
  }

  private void disturb(Chance chance) {
    GateServer gate = world.anyGate(chance);
    switch (world.weather.strikes() ? chance.below(5) : 5) {
      case 0 -> {
        world.say("a gate loses everything");
        gate.forget();
        world.auditor.patience.lost();
      }
      case 1 -> {
        TreeSet<String> lost = new TreeSet<>(seats(chance));
        world.say("a gate loses " + lost);
        gate.becomes(0, lost::contains);
        world.auditor.patience.lost();
      }
      case 2 -> {
        int calls = 1 + chance.below(20);
        world.say("a gate goes back " + calls + " calls");
        gate.becomes(calls, _ -> false);
        world.auditor.patience.lost();
      }
      case 3 -> {
        Duration ahead = Duration.ofMillis(chance.below(40_000) - 20_000);
        world.clocks.gateJumps(ahead);
        world.say("the gates' clock jumps by " + ahead);
      }
      case 4 -> {
        Duration ahead = Duration.ofMillis(chance.below(20_000));
        world.clocks.ledgerJumps(ahead);
        world.say("the ledger's clock jumps by " + ahead);
      }
      default -> {}
    }
  }

  /** Somebody asks a node for something; his request may come again, or late, or both. */
  void ask(Node node, Chance chance) {
    if (!delayed.isEmpty() && chance.oneIn(8)) {
      world.say("a request that was on its way for long arrives:");
      ask(node, delayed.remove(chance.below(delayed.size())));
      return;
    }
    Asked.Request request = request(chance);
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
    world.say(node + " is asked " + mine.id + ": " + Words.of(request));
    world.auditor.begin(mine);
    try {
      Outcome<?> outcome = perform(node, mine);
      mine.effect = Effect.UNKNOWN;
      if (node.isAlive()) {
        mine.outcome = outcome;
        mine.effect = outcome instanceof Outcome.Refused<?> ? Effect.NONE : Effect.DONE;
      }
    } catch (NodeCrash | ReservationFailure.OutcomeUnknown | StoreFailure.CommitUnknown e) {
      mine.effect = Effect.UNKNOWN;
    } catch (ReservationFailure.Overloaded | StoreFailure.Unavailable e) {
      boolean said = node.isAlive() && !(request instanceof Asked.ToExpire);
      mine.effect = said ? Effect.NONE : Effect.UNKNOWN;
    } catch (RuntimeException e) {
      mine.effect = Effect.UNKNOWN;
      if (node.isAlive()) {
        world.auditor.end(mine);
        throw new AssertionError("nobody may be told this: " + mine + ": " + e + cause(e), e);
      }
    }
    world.auditor.end(mine);
    keepNewToken(mine);
    world.say("told: " + mine);
    return mine;
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : " by " + e.getCause();
  }

  private Outcome<?> perform(Node node, Asked mine) {
    return switch (mine.request) {
      case Asked.ToHold(var event, var hold) ->
          node.reservations.hold(event, hold, mine.origin);
      case Asked.ToExtend(var event, var extend) ->
          node.reservations.extend(event.id(), extend, mine.origin);
      case Asked.ToBook(var event, var book) -> node.reservations.book(event, book, mine.origin);
      case Asked.ToRelease(var event, var release) ->
          node.reservations.release(event, release, mine.origin);
      case Asked.ToExpire(var token) ->
          Outcome.accepted(node.reservations.expire(world.hall.workspace, token, mine.origin));
      case Asked.ToLook(var event) -> {
        looking = true;
        try {
          yield Outcome.accepted(node.reservations.picture(event.id()).orElseThrow());
        } finally {
          looking = false;
        }
      }
    };
  }

  private Asked.Request request(Chance chance) {
    Event event = chance.of(world.events.subList(0, chance.oneIn(3) ? 3 : 1));
    HoldToken token = token(chance);
    return switch (chance.below(20)) {
      case 0, 1, 2, 3, 4, 5 ->
          new Asked.ToHold(
              event, new HoldRequest(token, items(chance), ttl(chance), ExtraData.NONE));
      case 6, 7 ->
          new Asked.ToHold(
              event,
              new HoldRequest(newToken(), items(chance), ttl(chance), ExtraData.NONE, true));
      case 8, 9, 10 -> {
        Optional<List<String>> objects =
            chance.oneIn(3) ? Optional.empty() : Optional.of(objects(chance));
        yield new Asked.ToExtend(
            event, new ExtendRequest(token, objects, ttl(chance), chance.oneIn(3)));
      }
      case 11, 12, 13 -> new Asked.ToBook(event, book(token, chance));
      case 14, 15, 16 -> new Asked.ToRelease(event, release(token, chance));
      case 17 -> new Asked.ToExpire(token);
      default -> new Asked.ToLook(event);
    };
  }

  private static Duration ttl(Chance chance) {
    return Duration.ofMillis(chance.oneIn(4) ? 1 + chance.below(2_000) : 1_000L * (1 + chance.below(40)));
  }

  private HoldToken token(Chance chance) {
    if (!opened.isEmpty() && chance.oneIn(3)) {
      return chance.of(opened);
    }
    return new HoldToken(chance.of(TOKENS));
  }

  private HoldToken newToken() {
    return new HoldToken("new-" + ++made);
  }

  /** Nobody knows a token before it was given to him. */
  private void keepNewToken(Asked answered) {
    if (answered.effect == Effect.DONE
        && answered.request instanceof Asked.ToHold(var _, var hold)
        && hold.newToken()) {
      opened.add(hold.token());
      if (opened.size() > NEW_TOKENS) {
        opened.removeFirst();
      }
    }
  }

  private static List<String> seats(Chance chance) {
    TreeSet<String> some = new TreeSet<>();
    for (int more = chance.below(3); more >= 0; more--) {
      some.add(chance.of(World.SEATS));
    }
    return List.copyOf(some);
  }

  private static String area(Chance chance) {
    return chance.oneIn(2) ? "floor" : "pit";
  }

  private static List<String> objects(Chance chance) {
    TreeSet<String> some = new TreeSet<>(seats(chance));
    if (chance.oneIn(3)) {
      some.add(area(chance));
    }
    if (chance.oneIn(6)) {
      some.removeAll(World.SEATS);
      some.add("pit");
    }
    return List.copyOf(some);
  }

  private static List<Item> items(Chance chance) {
    List<Item> items = new ArrayList<>();
    if (!chance.oneIn(3)) {
      seats(chance).forEach(seat -> items.add(new SeatItem(seat, null)));
    }
    if (items.isEmpty() || chance.oneIn(6)) {
      String category = chance.oneIn(2) ? "gold" : "standing";
      items.add(new PlacesItem(area(chance), category, 1 + chance.below(3)));
    }
    return items;
  }

  private static BookRequest book(HoldToken token, Chance chance) {
    List<BookRequest.Places> places =
        chance.oneIn(3)
            ? List.of(new BookRequest.Places(area(chance), 1 + chance.below(3)))
            : List.of();
    List<String> objects = !places.isEmpty() && chance.oneIn(2) ? List.of() : objects(chance);
    return new BookRequest(token, objects, places, ExtraData.NONE, null);
  }

  private static ReleaseRequest release(HoldToken token, Chance chance) {
    Scope scope =
        chance.oneIn(2)
            ? new ReleaseRequest.OfToken(token, chance.oneIn(2))
            : new ReleaseRequest.Anybodys(chance.oneIn(2));
    List<ReleaseRequest.Places> places =
        chance.oneIn(4)
            ? List.of(new ReleaseRequest.Places(area(chance), 1 + chance.below(3)))
            : List.of();
    List<String> objects = new ArrayList<>(places.isEmpty() ? objects(chance) : List.of());
    if (chance.oneIn(20)) {
      objects.add(World.NO_SUCH);
    }
    return new ReleaseRequest(
        objects, places, scope, chance.oneIn(2) ? IfNothing.LEAVE : IfNothing.REFUSE);
  }
}
