package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Stores, gates, nodes and time: everything but those who ask. */
final class World {
  static final String NO_SUCH = "Z-9";

  /** Depth to which those who stand still let others go on, and those who wait together. */
  private static final int DEEPEST = 2;

  /** Interruptions of one step. */
  private static final int MOST_INTERRUPTIONS = 12;

  /** Rounds after which a sweep looks again at an event of which it could end nothing. */
  private static final int ROUNDS = 66;

  private static final int LINES_TOLD = 60;

  final Hall hall = Hall.open(House.plan());
  final Drawing drawing = new Drawing();
  final Clocks clocks = new Clocks(hall.clock);
  final Weather weather = new Weather(this);
  final Outage ledgerOutage = new Outage(clocks);
  final Outage gateOutage = new Outage(clocks);
  final Outage catalogOutage = new Outage(clocks);
  final List<WeatheredLedger.Line> lines = new ArrayList<>();
  final List<Runnable> late = new ArrayList<>();
  final HandedIn handedIn = new HandedIn();
  final Auditor auditor;
  final Promises promises = new Promises(clocks);
  final IdempotencyPort answers;
  final House house;
  final Buyers buyers;
  private final Flaw flaw;
  private final SeatLedgerPort store;
  private final HoldTokenPort tokens;
  private final List<GateServer> gates = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<Line> said = new ArrayDeque<>();
  private final Strangers strangers;
  private final Optional<Company> company;
  private int started;
  private long ids;
  private int depth;
  private int interruptions;

  World(long seed, Flaw flaw) {
    Chance chance = new Chance(seed, -1, 0);
    this.flaw = flaw;
    auditor = new Auditor(hall.ledger, clocks, House.plan());
    house = new House(this);
    house.events().forEach(auditor::created);
    strangers = new Strangers(hall, this::nextId);
    store = flaw.ledger(new WatchedLedger(hall.ledger, auditor, promises, clocks), this);
    answers = flaw.answers(new WatchedAnswers(hall.answers, this));
    tokens = flaw.tokens(new WatchedTokens(hall.tokens, auditor), strangers.event());
    int size = 1 + chance.below(3);
    int servers = chance.oneIn(4) ? size : 1;
    company =
        servers > 1 && chance.oneIn(2) ? Optional.of(new Company(this, flaw)) : Optional.empty();
    for (int n = 0; n < servers; n++) {
      gates.add(new GateServer(clocks, flaw::gate));
    }
    for (int n = 0; n < size; n++) {
      nodes.add(start(n));
    }
    buyers = new Buyers(this);
    clocks.onMove(() -> reap(false));
  }

  private UUID nextId() {
    return new UUID(1, ++ids);
  }

  private Node start(int place) {
    String name = "node " + ++started;
    GateServer gate = gates.get(place % gates.size());
    Node node = new Node(name, this, store, tokens, gate, new CountedIds(this::nextId), flaw);
    company.ifPresent(others -> node.onlyAlone(others.join(node, nextId())));
    return node;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** Lets time pass; what nodes do all the time goes on. */
  void pass(Duration time) {
    company.ifPresentOrElse(others -> others.pass(time), () -> clocks.tick(time));
  }

  /** Before a node answers anybody. */
  void serves(Node node) {
    company.ifPresent(others -> auditor.guard(() -> others.serves(node)));
  }

  /** What was said; put into words only if somebody wants to read it. */
  private record Line(int depth, Instant at, Supplier<String> words) {
    @Override
    public String toString() {
      return "  ".repeat(depth) + at.toString().substring(11) + " " + words.get();
    }
  }

  /** For whoever reads why a run failed. */
  void say(Supplier<String> words) {
    said.addLast(new Line(depth, clocks.now(), words));
    if (said.size() > LINES_TOLD) {
      said.removeFirst();
    }
  }

  List<String> said() {
    return said.stream().map(Line::toString).toList();
  }

  void beginStep() {
    interruptions = 0;
    reap(true);
    revive();
  }

  /** Another process takes the place of each that died. */
  private void revive() {
    for (int n = 0; n < nodes.size(); n++) {
      if (!nodes.get(n).isAlive()) {
        nodes.set(n, start(n));
        Node fresh = nodes.get(n);
        say(() -> fresh + " starts");
      }
    }
  }

  private void reap(boolean soon) {
    lines.removeIf(line -> line.isOver(soon));
  }

  /** Some node that lives. */
  Node anyNode(Chance chance) {
    revive();
    return chance.of(nodes);
  }

  GateServer anyGate(Chance chance) {
    return chance.of(gates);
  }

  /** What happens while a node stands still. */
  void meanwhile(Chance chance) {
    if (depth >= DEEPEST || ++interruptions > MOST_INTERRUPTIONS) {
      return;
    }
    depth++;
    try {
      for (int more = chance.below(3); more >= 0; more--) {
        auditor.guard(() -> buyers.step(chance));
      }
    } finally {
      depth--;
    }
  }

  /** Others ask the same node before it begins its next transaction. */
  void others(Node node) {
    if (depth >= DEEPEST || ++interruptions > MOST_INTERRUPTIONS || !node.isAlive()) {
      return;
    }
    depth++;
    try {
      for (int more = weather.chance().below(3); more >= 0 && node.isAlive(); more--) {
        buyers.ask(node, weather.chance());
      }
    } finally {
      depth--;
    }
  }

  /** A node's own work, which may come to nothing. */
  void work(Node node, String what, Runnable work) {
    say(() -> node + " " + what);
    try {
      work.run();
    } catch (NodeCrash | ReservationFailure | PortFailure e) {
      say(() -> node + " fails to " + what + ": " + e);
    }
  }

  /** One thing that was late arrives. */
  void arrive(Chance chance) {
    if (!late.isEmpty()) {
      say(() -> "something arrives late");
      late.remove(chance.below(late.size())).run();
    }
    lines.stream()
        .filter(WeatheredLedger.Line::isOnItsWay)
        .findFirst()
        .ifPresent(WeatheredLedger.Line::arrive);
  }

  /** After each step. */
  void check() {
    auditor.check();
    strangers.check();
  }

  /** Everything that is still to happen happens, and then all is as it should be. */
  void comeToRest() {
    while (!late.isEmpty()) {
      late.removeFirst().run();
    }
    ledgerOutage.lasts(Duration.ZERO);
    gateOutage.lasts(Duration.ZERO);
    catalogOutage.lasts(Duration.ZERO);
    pass(Duration.ofSeconds(12).plus(clocks.gateBehind()));
    reap(true);
    revive();
    nodes.forEach(Node::catchUp);
    nodes.forEach(node -> work(node, "settle", node::settle));
    for (int round = 0; round < ROUNDS && !hall.ledger.due(1).isEmpty(); round++) {
      nodes.forEach(node -> work(node, "sweep", node::sweep));
    }
    check();
    AtRest.everyAnswer(this);
    // The first nodes have all the gates there are.
    AtRest.check(this, nodes.subList(0, gates.size()));
    check();
    auditor.checkAll();
  }

  Instant untilOfSome(Chance chance) {
    List<Instant> deadlines = new ArrayList<>();
    for (Event event : house.events()) {
      Standing standing = auditor.standing(event.id());
      standing
          .seats()
          .values()
          .forEach(seat -> {
            Instant until = seat.until();
            if (until != null && clocks.now().isBefore(until)) {
              deadlines.add(until);
            }
          });
      standing.places().values().stream()
          .filter(each -> each.liveAt(clocks.now()))
          .forEach(each -> deadlines.add(each.until()));
    }
    return deadlines.isEmpty() ? clocks.now() : chance.of(deadlines);
  }
}
