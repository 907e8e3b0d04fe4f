package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Book;
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
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Callers who wait, with a patience of milliseconds. */
final class DesksTest {
  private static final Duration SHORT = Duration.ofMillis(30);

  private final Hall hall = Hall.open(Hall.plan(5, 5));
  private final Event friday = hall.event("evt_friday");
  private final TroubledLedger ledger = new TroubledLedger(hall.ledger);
  private final Writer writer = writer(SHORT, SHORT);
  private final Desks desks = Desks.waiting(writer, Deadlines.shared());

  private Writer writer(Duration maxWait, Duration fateWait) {
    return new Writer(
        ledger,
        hall.clock,
        IdSource.secure(),
        HoldPolicy.STANDARD,
        new WriterLimits(2, maxWait, 10, 10, fateWait, 1),
        hall.clock::tick);
  }

  private Hold hold(String token, String seat) {
    return new Hold(
        friday.id(),
        friday.layout(),
        new HoldToken(token),
        List.of(new Wanted.WantedSeat(seat, "gold")),
        House.TEN_MINUTES,
        ExtraData.NONE,
        Origin.OWN);
  }

  private Book book(String token, String seat) {
    return new Book(
        friday.id(), new HoldToken(token), List.of(seat), ExtraData.NONE, null, Origin.OWN);
  }

  private int changes() {
    return hall.ledger.journal(friday.id(), 0, Portion.of(100)).entries().size();
  }

  @Test
  void I10_a_command_that_waited_too_long_is_removed_before_its_caller_is_told() {
    assertThrows(ReservationFailure.Overloaded.class, () -> desks.perform(hold("ada", "A-1")));
    assertEquals(0, writer.waiting());
    assertFalse(writer.runNext());
    assertEquals(0, changes());
  }

  @Test
  void a_command_under_way_that_does_not_end_is_told_as_unknown() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    ledger.before(Step.COMMIT, () -> await(over));
    Writer slow = writer(Duration.ofSeconds(1), SHORT);
    Thread lane = startLane(slow);
    Desks waiting = Desks.waiting(slow, Deadlines.shared());
    assertThrows(
        ReservationFailure.OutcomeUnknown.class, () -> waiting.perform(hold("ada", "A-1")));
    over.countDown();
    lane.join();
    assertEquals(1, changes());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Thread startLane(Writer writer) {
    return Thread.startVirtualThread(() -> {
      try {
        writer.awaitNext();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Test
  void an_answer_of_a_lane_reaches_the_caller_who_waits() throws Exception {
    Writer patient = writer(Duration.ofSeconds(20), SHORT);
    Thread lane = startLane(patient);
    assertInstanceOf(
        Result.Decided.class,
        Desks.waiting(patient, Deadlines.shared()).perform(hold("ada", "A-1")));
    lane.join();
  }

  @Test
  void a_caller_who_is_interrupted_knows_nothing() {
    Thread.currentThread().interrupt();
    assertThrows(ReservationFailure.OutcomeUnknown.class, () -> desks.perform(hold("ada", "A-1")));
    assertTrue(Thread.interrupted());
  }

  @Test
  void trouble_with_one_of_several_is_no_others() {
    ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    List<? extends CompletableFuture<?>> results =
        Desks.inline(writer).performAll(List.of(hold("ada", "A-1"), hold("bob", "A-2")));
    assertTrue(results.getFirst().isCompletedExceptionally());
    assertFalse(results.getLast().isCompletedExceptionally());
    assertEquals(1, changes());
  }

  @Test
  void of_several_those_that_find_no_room_are_told_and_the_others_are_served() {
    List<? extends CompletableFuture<?>> results =
        Desks.inline(writer)
            .performAll(List.of(hold("ada", "A-1"), hold("ada", "A-2"), hold("ada", "A-3")));
    assertFalse(results.get(1).isCompletedExceptionally());
    assertTrue(results.getLast().isCompletedExceptionally());
    assertEquals(2, changes());
  }

  @Test
  void several_that_nobody_serves_are_told_as_unknown_after_a_while() {
    assertTrue(desks.performAll(List.of(book("ada", "A-1"))).getFirst().isCompletedExceptionally());
  }
}
