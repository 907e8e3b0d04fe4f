package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.TroubledLedger.fail;
import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.assertRefused;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static dev.holdfast.domain.writer.WriterRig.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One command of a transaction is at fault, and its neighbours are not. */
final class SpoiltBatchTest {
  private final WriterRig rig = new WriterRig();

  private static StoreFailure unavailable() {
    return new StoreFailure.Unavailable("planned", null);
  }

  private static StoreFailure rejected() {
    return new StoreFailure.Rejected("planned", null);
  }

  private void breakDown() {
    rig.hall.store.breakDown();
  }

  private List<Submitted<List<HeldObject>>> holds(int seats) {
    List<Submitted<List<HeldObject>>> all = new ArrayList<>();
    for (int seat = 1; seat <= seats; seat++) {
      all.add(rig.submit(hold(rig.friday, "t" + seat, "A-" + seat)));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void I10_a_command_that_finds_the_store_away_by_its_own_fault_fails_alone(int culprit) {
    rig.ledger.poison("A-" + culprit, SpoiltBatchTest::unavailable);
    List<Submitted<List<HeldObject>>> all = holds(8);
    rig.runAll();
    trouble(ReservationFailure.Overloaded.class, all.remove(culprit - 1));
    all.forEach(WriterRig::assertHeld);
    assertEquals(7, rig.journal(rig.friday).size());
    Duration took = rig.hall.clock.passed();
    assertTrue(took.compareTo(Duration.ofMillis(500)) <= 0, took::toString);
    assertTrue(rig.ledger.begun.size() <= 20, () -> "tries: " + rig.ledger.begun.size());
  }

  @Test
  void I10_several_such_commands_keep_their_neighbours_no_longer_than_a_moment() {
    for (int culprit : List.of(1, 2, 5)) {
      rig.ledger.poison("A-" + culprit, SpoiltBatchTest::unavailable);
    }
    List<Submitted<List<HeldObject>>> all = holds(8);
    rig.runAll();
    for (int culprit : List.of(5, 2, 1)) {
      trouble(ReservationFailure.Overloaded.class, all.remove(culprit - 1));
    }
    all.forEach(WriterRig::assertHeld);
    Duration took = rig.hall.clock.passed();
    assertTrue(took.compareTo(Duration.ofSeconds(1)) <= 0, took::toString);
  }

  @Test
  void a_store_that_was_away_for_two_tries_costs_nobody_his_answer() {
    rig.ledger.before(Step.READ, fail(SpoiltBatchTest::unavailable));
    rig.ledger.before(Step.READ, fail(SpoiltBatchTest::unavailable));
    List<Submitted<List<HeldObject>>> all = holds(3);
    Submitted<List<HeldObject>> late = rig.submit(hold(rig.friday, "eve", "A-1"));
    rig.runAll();
    all.forEach(WriterRig::assertHeld);
    assertRefused(Refusal.AlreadyHeld.class, late);
    assertEquals(
        List.of("held A-1 by t1", "held A-2 by t2", "held A-3 by t3"), rig.journal(rig.friday));
  }

  @Test
  void I10_while_the_store_is_away_commands_are_not_tried_one_by_one() {
    List<Submitted<List<HeldObject>>> all = holds(8);
    breakDown();
    rig.writer.runNext();
    assertEquals(1, rig.ledger.begun.size());
    rig.writer.runNext();
    assertEquals(3, rig.ledger.begun.size());
    rig.hall.store.repair();
    rig.runAll();
    all.forEach(WriterRig::assertHeld);
  }

  @Test
  void I10_a_store_that_goes_away_while_they_are_run_one_by_one_is_left_alone() {
    rig.ledger.poison("A-8", SpoiltBatchTest::rejected);
    List<Submitted<List<HeldObject>>> all = holds(8);
    rig.ledger.after(Step.COMMIT, this::breakDownAtTheNext);
    rig.writer.runNext();
    assertEquals(2, all.stream().filter(each -> each.result().isDone()).count());
    // Together, two that were served, and two that told that it is away.
    assertEquals(5, rig.ledger.begun.size());
    assertEquals(6, rig.writer.waiting());
    rig.hall.store.repair();
    rig.runAll();
    trouble(ReservationFailure.Broken.class, all.removeLast());
    all.forEach(WriterRig::assertHeld);
  }

  private void breakDownAtTheNext() {
    rig.ledger.after(Step.COMMIT, this::breakDown);
  }

  @Test
  void run_one_by_one_commands_of_an_event_that_somebody_has_are_not_tried() {
    rig.ledger.poison("A-9", SpoiltBatchTest::rejected);
    Submitted<?> spoilt = rig.submit(hold(rig.saturday, "eve", "A-9"));
    List<Submitted<List<HeldObject>>> all = holds(4);
    List<LedgerTransaction> frozen = new ArrayList<>();
    rig.ledger.after(Step.CLOSE, () -> frozen.add(rig.freeze(rig.friday)));
    rig.writer.runNext();
    trouble(ReservationFailure.Broken.class, spoilt);
    // Together, the spoilt one, and the first that found the event frozen.
    assertEquals(3, rig.ledger.begun.size());
    assertEquals(4, rig.writer.waiting());
    frozen.forEach(LedgerTransaction::close);
    rig.runAll();
    all.forEach(WriterRig::assertHeld);
    assertEquals("held A-1 by t1", rig.journal(rig.friday).getFirst());
  }

  @Test
  void I9_what_breaks_behind_the_commit_makes_nothing_happen_twice() {
    Submitted<List<HeldObject>> ada = rig.submit(WriterRig.holdPlaces(rig.friday, "ada", 2));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
    rig.ledger.after(Step.CLOSE, fail(() -> new IllegalStateException("planned")));
    rig.runAll();
    assertHeld(ada);
    assertHeld(bob);
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
    assertEquals(1, rig.ledger.begun.size());
  }

  @Test
  void I2_an_error_behind_the_commit_is_not_told_as_if_nothing_had_happened() {
    Submitted<List<HeldObject>> ada = rig.submit(WriterRig.holdPlaces(rig.friday, "ada", 2));
    rig.ledger.after(
        Step.CLOSE,
        () -> {
          throw new StackOverflowError("planned");
        });
    rig.runAll();
    assertHeld(ada);
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
    assertFalse(rig.writer.runNext());
  }
}
