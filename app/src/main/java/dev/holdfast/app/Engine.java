package dev.holdfast.app;

import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.ExpirySweep;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.reservation.TokenExpiry;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The running engine: the use cases, the writer's lanes and the sweep. */
final class Engine {
  /**
   * How long news of holds are gathered for the gate. Until then it knows the seats from the claims
   * that let their holders pass.
   */
  private static final Duration NEWS_PAUSE = Duration.ofMillis(20);

  private Engine() {}

  /**
   * Starts it.
   *
   * @param sales what the events of the catalog sell
   * @param limits how much may be held at a time
   * @param closing gets what has to be closed
   */
  static Reservations start(
      SeatLedgerPort ledger,
      CatalogPort catalog,
      Sales sales,
      HoldTokenPort tokens,
      IdempotencyPort answers,
      Gate gate,
      Configuration.Limits limits,
      Closing closing) {
    Writer writer =
        new Writer(
            ledger,
            TimeSource.system(),
            IdSource.secure(),
            HoldPolicy.STANDARD.withObjectsPerToken(limits.heldByToken()),
            WriterLimits.STANDARD,
            Engine::pause);
    closing.add(new WriterLanes(writer));
    Desks desks = Desks.waiting(writer, Deadlines.shared());
    ExpirySweep sweep = new ExpirySweep(ledger, desks);
    closing.add(Repeating.every(ExpirySweep.INTERVAL, "sweep", () -> sweep(sweep)));
    closing.add(Repeating.every(Gate.RETELLING, "missed gate news", gate::retell));
    TokenExpiry expiry = new TokenExpiry(tokens, desks, gate);
    closing.add(Repeating.every(TokenExpiry.INTERVAL, "ended tokens", () -> expiry.settle()));
    return new SeatReservations(
        desks,
        gate,
        catalog,
        sales,
        ledger,
        tokens,
        answers,
        messenger(closing),
        limits.heldByKey());
  }

  private static void sweep(ExpirySweep sweep) {
    ExpirySweep.Round round;
    do {
      round = sweep.sweep();
    } while (round.isFull() && round.ended() > 0);
    if (round.failed() > 0) {
      throw new ReservationFailure.Overloaded(
          round.failed() + " sweeps failed", ExpirySweep.INTERVAL, null);
    }
  }

  /** One thread, so that news of one seat go out in order. */
  private static Executor messenger(Closing closing) {
    ScheduledThreadPoolExecutor messenger =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("gate-news").daemon().factory());
    // What has not been told by then may be dropped; a stop does not wait for a slow gate.
    closing.add((AutoCloseable) messenger::shutdownNow);
    return round -> {
      var _ = messenger.schedule(round, NEWS_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    };
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
