package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.TroubledLedger.fail;
import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.assertRefused;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static dev.holdfast.domain.writer.WriterRig.holdPlaces;
import static dev.holdfast.domain.writer.WriterRig.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The connection is lost while a commit is on its way. Places count twice what is done twice. */
final class CommitUnknownTest {
  private final WriterRig rig = new WriterRig();
  private final Submitted<List<HeldObject>> ada = rig.submit(holdPlaces(rig.friday, "ada", 2));
  private final Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
  private final Submitted<List<HeldObject>> eve = rig.submit(hold(rig.saturday, "eve", "A-1"));

  private static StoreFailure unknown() {
    return new StoreFailure.CommitUnknown("planned", null);
  }

  private static StoreFailure unavailable() {
    return new StoreFailure.Unavailable("planned", null);
  }

  private void assertDoneOnce() {
    assertHeld(ada);
    assertHeld(bob);
    assertRefused(Refusal.AlreadyHeld.class, eve);
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
    assertEquals(List.of("held A-1 by bob"), rig.journal(rig.saturday));
  }

  @Test
  void I9_a_commit_that_had_happened_gives_the_answers_that_were_computed_and_no_second_run() {
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.runAll();
    assertDoneOnce();
    assertEquals(1, rig.ledger.begun.size());
  }

  @Test
  void I9_a_commit_that_had_not_happened_is_run_again_once_under_a_new_id() {
    rig.ledger.before(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.runAll();
    assertDoneOnce();
    assertEquals(2, rig.ledger.begun.size());
    assertNotEquals(rig.ledger.begun.getFirst(), rig.ledger.begun.getLast());
  }

  @Test
  void nobody_is_answered_before_the_fate_is_known() {
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.ledger.before(
        Step.FATE,
        () ->
            List.of(ada, bob, eve)
                .forEach(each -> assertTrue(!each.result().isDone(), "answered too early")));
    rig.runAll();
    assertDoneOnce();
  }

  @Test
  void the_fate_is_asked_again_while_the_ledger_is_away() {
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    for (int miss = 0; miss < 20; miss++) {
      rig.ledger.before(Step.FATE, fail(CommitUnknownTest::unavailable));
    }
    rig.runAll();
    assertDoneOnce();
  }

  @Test
  void I9_a_fate_that_cannot_be_learned_is_told_as_unknown_and_nothing_is_run_again() {
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.ledger.after(Step.COMMIT, rig.hall.store::repair);
    rig.ledger.before(Step.FATE, rig.hall.store::breakDown);
    rig.runAll();
    trouble(ReservationFailure.OutcomeUnknown.class, ada);
    trouble(ReservationFailure.OutcomeUnknown.class, bob);
    trouble(ReservationFailure.OutcomeUnknown.class, eve);
    Duration asked = rig.hall.clock.passed();
    assertTrue(asked.compareTo(Duration.ofSeconds(10)) >= 0, asked::toString);
    assertTrue(asked.compareTo(Duration.ofMillis(10_200)) <= 0, asked::toString);
    rig.hall.store.repair();
    rig.runAll();
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
    assertEquals(1, rig.ledger.begun.size());
  }

  @Test
  void after_an_unknown_fate_the_event_goes_on() {
    rig.ledger.before(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.ledger.before(Step.FATE, rig.hall.store::breakDown);
    rig.runAll();
    rig.hall.store.repair();
    Submitted<List<HeldObject>> next = rig.submit(hold(rig.friday, "eve", "A-9"));
    rig.runAll();
    assertHeld(next);
  }

  @Test
  void an_abandoned_commit_whose_callers_waited_too_long_is_told_as_overload() {
    rig.ledger.before(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.ledger.before(Step.FATE, () -> rig.hall.clock.tick(Duration.ofSeconds(5)));
    rig.runAll();
    trouble(ReservationFailure.Overloaded.class, ada);
    trouble(ReservationFailure.Overloaded.class, bob);
    assertEquals(List.of(), rig.journal(rig.friday));
    assertEquals(List.of(), rig.journal(rig.saturday));
  }

  @Test
  void an_unknown_commit_of_a_command_run_alone_is_its_own() {
    rig.ledger.poison("A-1", () -> new StoreFailure.Rejected("planned", null));
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.runAll();
    assertHeld(ada);
    trouble(ReservationFailure.Broken.class, bob);
    trouble(ReservationFailure.Broken.class, eve);
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
  }

  @Test
  void a_fate_is_asked_about_no_longer_than_it_may_be() {
    Duration fateWait = Duration.ofMillis(120);
    WriterRig hasty =
        new WriterRig(new WriterLimits(10, Duration.ofSeconds(5), 10, 10, fateWait, 1));
    Submitted<List<HeldObject>> only = hasty.submit(hold(hasty.friday, "ada", "A-1"));
    hasty.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    hasty.ledger.before(Step.FATE, hasty.hall.store::breakDown);
    hasty.runAll();
    trouble(ReservationFailure.OutcomeUnknown.class, only);
    assertEquals(fateWait.plus(BatchRunner.TROUBLE_PAUSE), hasty.hall.clock.passed());
  }

  @Test
  void I10_a_lane_that_asks_for_a_fate_keeps_no_other_event_waiting() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    rig.ledger.after(Step.COMMIT, fail(CommitUnknownTest::unknown));
    rig.ledger.before(
        Step.FATE,
        () -> {
          asked.countDown();
          await(told);
        });
    Thread lane = Thread.ofPlatform().daemon().start(rig.writer::runNext);
    await(asked);
    Submitted<List<HeldObject>> same = rig.submit(hold(rig.friday, "eve", "A-9"));
    Submitted<List<HeldObject>> other = rig.submit(hold(rig.sunday, "eve", "A-9"));
    Thread second = Thread.ofPlatform().daemon().start(rig.writer::runNext);
    second.join(Duration.ofSeconds(20));
    assertHeld(other);
    assertFalse(ada.result().isDone());
    assertFalse(same.result().isDone());
    told.countDown();
    lane.join(Duration.ofSeconds(20));
    assertDoneOnce();
    rig.runAll();
    assertHeld(same);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
