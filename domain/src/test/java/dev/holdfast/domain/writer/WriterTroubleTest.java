package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.TroubledLedger.fail;
import static dev.holdfast.domain.writer.WriterRig.assertBooked;
import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.assertRefused;
import static dev.holdfast.domain.writer.WriterRig.book;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static dev.holdfast.domain.writer.WriterRig.holdPlaces;
import static dev.holdfast.domain.writer.WriterRig.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WriterTroubleTest {
  private final WriterRig rig = new WriterRig();

  private static StoreFailure unavailable() {
    return new StoreFailure.Unavailable("planned", null);
  }

  @Test
  void data_the_store_rejects_fails_the_command_it_came_from_and_no_neighbour() {
    rig.ledger.poison("A-2", () -> new StoreFailure.Rejected("planned", null));
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-3", "A-2"));
    Submitted<List<TakenObject>> sale = rig.submit(book(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.saturday, "eve", "A-1"));
    Submitted<List<HeldObject>> late = rig.submit(hold(rig.friday, "eve", "A-1"));
    rig.runAll();
    assertHeld(ada);
    trouble(ReservationFailure.Broken.class, bob);
    assertBooked(sale);
    assertHeld(eve);
    assertRefused(Refusal.AlreadyTaken.class, late);
    assertEquals(List.of("held A-1 by ada", "booked A-1 by ada"), rig.journal(rig.friday));
    assertEquals(List.of("held A-1 by eve"), rig.journal(rig.saturday));
  }

  @Test
  void a_command_that_breaks_while_it_is_decided_leaves_nobody_waiting_and_nothing_behind() {
    Wanted impossible = new Wanted.WantedPlaces("pit", "standing", 0, 10);
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bug =
        rig.submit(
            hold(rig.friday, "bob", List.of(new Wanted.WantedSeat("A-2", "gold"), impossible)));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.friday, "eve", "A-2"));
    rig.runAll();
    assertHeld(ada);
    trouble(ReservationFailure.Broken.class, bug);
    assertHeld(eve);
    assertEquals(List.of("held A-1 by ada", "held A-2 by eve"), rig.journal(rig.friday));
  }

  @Test
  void a_broken_command_alone_is_told_so_and_its_event_is_free_for_the_next() {
    rig.ledger.poison("A-2", () -> new IllegalStateException("planned"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-2"));
    rig.runAll();
    trouble(ReservationFailure.Broken.class, bob);
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.friday, "eve", "A-1"));
    rig.runAll();
    assertHeld(eve);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGIN", "LOCK", "READ", "WRITE", "COMMIT"})
  void a_ledger_out_of_reach_at_any_step_is_tried_again_and_the_change_is_made_once(Step step) {
    rig.ledger.before(step, fail(WriterTroubleTest::unavailable));
    Submitted<List<HeldObject>> ada = rig.submit(holdPlaces(rig.friday, "ada", 2));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-1"));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.friday, "eve", "A-1"));
    rig.runAll();
    assertHeld(ada);
    assertHeld(bob);
    assertRefused(Refusal.AlreadyHeld.class, eve);
    assertEquals(List.of("held pit*2 by ada", "held A-1 by bob"), rig.journal(rig.friday));
    assertEquals(1, rig.ledger.commits.size());
    assertTrue(rig.hall.clock.passed().isPositive(), "no pause between the tries");
  }

  @Test
  void every_try_has_a_commit_id_of_its_own() {
    rig.ledger.before(Step.COMMIT, fail(WriterTroubleTest::unavailable));
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.runAll();
    assertEquals(2, new HashSet<>(rig.ledger.begun).size());
  }

  @Test
  void I10_a_ledger_out_of_reach_for_long_is_told_as_overload_and_nothing_happens_later() {
    rig.hall.store.breakDown();
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
    rig.runAll();
    Duration retry = trouble(ReservationFailure.Overloaded.class, ada).retryAfter();
    assertTrue(retry.isPositive());
    trouble(ReservationFailure.Overloaded.class, bob);
    Duration waited = rig.hall.clock.passed();
    assertTrue(waited.compareTo(Duration.ofSeconds(5)) >= 0, waited::toString);
    assertTrue(waited.compareTo(Duration.ofMillis(5_200)) <= 0, waited::toString);
    rig.hall.store.repair();
    rig.runAll();
    assertEquals(List.of(), rig.journal(rig.friday));
    assertEquals(List.of(), rig.journal(rig.saturday));
  }

  @Test
  void a_command_queued_while_the_ledger_is_away_gets_its_whole_wait() {
    rig.hall.store.breakDown();
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.writer.runNext();
    rig.hall.clock.tick(Duration.ofSeconds(4));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-2"));
    rig.hall.clock.tick(Duration.ofSeconds(1));
    rig.writer.runNext();
    trouble(ReservationFailure.Overloaded.class, ada);
    rig.hall.store.repair();
    rig.runAll();
    assertHeld(bob);
    assertEquals(List.of("held A-2 by bob"), rig.journal(rig.friday));
  }

  @Test
  void a_sweep_does_not_wait_for_a_ledger_out_of_reach() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.runAll();
    assertHeld(ada);
    rig.hall.clock.tick(WriterRig.TTL);
    rig.ledger.before(Step.LOCK, fail(WriterTroubleTest::unavailable));
    Submitted<Integer> sweep = rig.submit(rig.sweep(rig.friday));
    rig.runAll();
    trouble(ReservationFailure.Overloaded.class, sweep);
    Submitted<Integer> next = rig.submit(rig.sweep(rig.friday));
    rig.runAll();
    assertEquals(1, WriterRig.accepted(next));
  }
}
