package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.TroubledLedger.fail;
import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static dev.holdfast.domain.writer.WriterRig.holdPlaces;
import static dev.holdfast.domain.writer.WriterRig.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What callers are told after trouble that nobody planned for. */
final class TruthAfterTroubleTest {
  private final WriterRig rig = new WriterRig();

  private static StoreFailure unknown() {
    return new StoreFailure.CommitUnknown("planned", null);
  }

  @Test
  void I9_a_bug_behind_the_commit_makes_nothing_happen_twice() {
    Submitted<List<HeldObject>> ada = rig.submit(holdPlaces(rig.friday, "ada", 2));
    rig.submit(hold(rig.saturday, "bob", "A-1"));
    rig.ledger.after(Step.COMMIT, fail(() -> new IllegalStateException("planned")));
    rig.runAll();
    assertHeld(ada);
    assertEquals(List.of("held pit*2 by ada"), rig.journal(rig.friday));
  }

  @Test
  void I2_after_a_commit_nobody_is_told_that_nothing_happened() {
    Submitted<List<HeldObject>> ada = rig.submit(holdPlaces(rig.friday, "ada", 2));
    rig.ledger.after(Step.COMMIT, fail(TruthAfterTroubleTest::unknown));
    rig.ledger.before(Step.FATE, fail(() -> new IllegalStateException("planned")));
    try {
      rig.runAll();
    } catch (IllegalStateException planned) {
      // A lane may die of it, but its callers have to be told first, and truly.
    }
    if (ada.result().isCompletedExceptionally()) {
      trouble(ReservationFailure.OutcomeUnknown.class, ada);
    } else {
      assertHeld(ada);
    }
  }

  @Test
  void a_command_that_was_set_aside_is_not_drawn_into_the_unknown_fate_of_others() {
    LedgerTransaction frozen = rig.freeze(rig.friday);
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
    rig.ledger.after(Step.COMMIT, fail(TruthAfterTroubleTest::unknown));
    rig.ledger.before(Step.FATE, rig.hall.store::breakDown);
    rig.writer.runNext();
    trouble(ReservationFailure.OutcomeUnknown.class, bob);
    rig.hall.store.repair();
    frozen.close();
    rig.runAll();
    assertHeld(ada);
  }
}
