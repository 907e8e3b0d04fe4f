package dev.holdfast.domain.simulation;

import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.reservation.ExpirySweep;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.reservation.TokenExpiry;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** One process of the service; it can die, and then does nothing any more. */
final class Node {
  /** Bounds that are met: a hold lives a minute in all, a token holds four objects. */
  static final HoldPolicy POLICY = new HoldPolicy(Duration.ofHours(24), Duration.ofSeconds(60), 4);

  final SeatReservations reservations;

  /** Where requests come in. */
  final Front front;

  private final String name;
  private final Gate gate;
  private final ExpirySweep sweep;
  private final TokenExpiry expiry;
  private final Deque<Runnable> background = new ArrayDeque<>();
  private BooleanSupplier gateIsCurrent = () -> true;
  private boolean alive = true;
  private boolean sweeping;

  /** A process over the stores and a gate as they are reached from everywhere. */
  Node(
      String name,
      World world,
      SeatLedgerPort store,
      HoldTokenPort tokenStore,
      GateServer gates,
      IdSource ids,
      Flaw flaw) {
    this.name = name;
    Hall hall = world.hall;
    WeatheredLedger ledger = new WeatheredLedger(store, world, this);
    WeatheredTokens tokens = new WeatheredTokens(tokenStore, world, this);
    gate =
        new Gate(
            new WeatheredGate(gates, world, this),
            () -> gateIsCurrent.getAsBoolean(),
            world.clocks.node());
    Writer writer =
        new Writer(
            ledger, world.clocks.node(), ids, POLICY, WriterLimits.STANDARD, world.clocks::tick);
    SimulatedDesks desks = new SimulatedDesks(writer, world, this);
    CatalogPort catalog = flaw.catalog(WeatheredCatalog.of(hall.catalog, world, this));
    IdempotencyPort answers = new WeatheredAnswers(world.answers, world, this);
    Sales sales =
        new Sales(
            WeatheredCatalog.steady(hall.catalog, world), new Notations(List.of(world.drawing)));
    reservations =
        new SeatReservations(
            flaw.desks(desks, world),
            gate,
            catalog,
            sales,
            ledger,
            tokens,
            answers,
            work -> later(world, work),
            KeyCaps.NONE);
    front =
        new Front(
            hall.workspace,
            catalog,
            answers,
            reservations,
            flaw::digest,
            request -> flaw.handedOn(request, world));
    sweep = new ExpirySweep(ledger, desks);
    expiry = new TokenExpiry(tokens, desks, gate);
  }

  private void later(World world, Runnable work) {
    switch (world.weather.strikes() ? world.weather.chance().below(2) : 2) {
      case 0 -> throw new RejectedExecutionException("planned");
      case 1 -> background.addLast(work);
      default -> work.run();
    }
  }

  /** From now on its gate is asked only while it is alone. */
  void onlyAlone(BooleanSupplier alone) {
    gateIsCurrent = alone;
  }

  boolean isAlive() {
    return alive;
  }

  void requireAlive() {
    if (!alive) {
      throw new NodeCrash();
    }
  }

  void die() {
    alive = false;
    throw new NodeCrash();
  }

  /** What was left for later is done now, and what a gate has missed is told again. */
  void catchUp() {
    while (alive && !background.isEmpty()) {
      background.removeFirst().run();
    }
    if (alive) {
      gate.retell();
    }
  }

  /** A round of the sweep, of which a process runs one at a time. */
  void sweep() {
    if (!sweeping) {
      sweeping = true;
      try {
        sweep.sweep();
      } finally {
        sweeping = false;
      }
    }
  }

  void settle() {
    expiry.settle();
  }

  @Override
  public String toString() {
    return name;
  }
}
