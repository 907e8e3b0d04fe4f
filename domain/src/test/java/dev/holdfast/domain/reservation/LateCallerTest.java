package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command that was under way when its caller's patience ended, and then came back. */
final class LateCallerTest {
  @Test
  void I10_a_command_put_back_into_the_queue_is_removed_before_its_caller_is_told()
      throws Exception {
    Hall hall = Hall.open(Hall.plan(5, 5));
    Event friday = hall.event("evt_friday");
    TroubledLedger ledger = new TroubledLedger(hall.ledger);
    Writer writer =
        new Writer(
            ledger,
            hall.clock,
            IdSource.secure(),
            HoldPolicy.STANDARD,
            new WriterLimits(10, Duration.ofMillis(500), 10, 10, Duration.ofSeconds(2), 1),
            hall.clock::tick);
    Hold hold =
        new Hold(
            friday.id(),
            friday.layout(),
            new HoldToken("ada"),
            List.of(new Wanted.WantedSeat("A-1", "gold")),
            House.TEN_MINUTES,
            ExtraData.NONE,
            Origin.OWN);
    ledger.before(
        Step.BEGIN,
        () -> {
          pauseFor(Duration.ofMillis(700));
          throw new StoreFailure.Unavailable("planned", null);
        });
    Thread lane = Thread.startVirtualThread(() -> runOne(writer));
    Desks desks = Desks.waiting(writer, Deadlines.shared());
    assertThrows(ReservationFailure.Overloaded.class, () -> desks.perform(hold));
    lane.join();
    writer.runNext();
    assertEquals(List.of(), hall.ledger.journal(friday.id(), 0, Portion.of(10)).entries());
  }

  private static void runOne(Writer writer) {
    try {
      writer.awaitNext();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void pauseFor(Duration time) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      assertFalse(never.await(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
