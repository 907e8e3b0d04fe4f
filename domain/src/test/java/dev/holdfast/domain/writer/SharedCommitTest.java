package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.WriterRig.assertBooked;
import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.assertRefused;
import static dev.holdfast.domain.writer.WriterRig.book;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SharedCommitTest {
  private final WriterRig rig = new WriterRig();

  @Test
  void commands_that_wait_at_the_same_moment_share_one_commit() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.saturday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-1", "A-2"));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.saturday, "eve", "A-2"));
    assertEquals(3, rig.writer.waiting());
    rig.runAll();
    assertHeld(ada);
    assertHeld(bob);
    assertHeld(eve);
    assertEquals(1, rig.ledger.commits.size());
    assertEquals(0, rig.writer.waiting());
    assertEquals(List.of("held A-1 by ada", "held A-2 by eve"), rig.journal(rig.saturday));
    assertEquals(List.of("held A-1 by bob", "held A-2 by bob"), rig.journal(rig.friday));
  }

  @Test
  void each_command_is_decided_after_the_effect_of_those_before_it_in_its_event() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> late = rig.submit(hold(rig.friday, "bob", "A-1", "A-2"));
    Submitted<List<TakenObject>> sale = rig.submit(book(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> later = rig.submit(hold(rig.friday, "bob", "A-1"));
    rig.runAll();
    assertHeld(ada);
    assertRefused(Refusal.AlreadyHeld.class, late);
    assertBooked(sale);
    assertRefused(Refusal.AlreadyTaken.class, later);
    assertEquals(List.of("held A-1 by ada", "booked A-1 by ada"), rig.journal(rig.friday));
    assertEquals(1, rig.ledger.commits.size());
  }

  @Test
  void news_is_of_the_moment_the_command_was_decided() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<TakenObject>> sale = rig.submit(book(rig.friday, "ada", "A-1"));
    rig.runAll();
    SeatNews held = new SeatNews.NowHeld("A-1", 1, WriterRig.token("ada"), WriterRig.TTL);
    assertEquals(List.of(held), ((Result.Decided<?>) WriterRig.result(ada)).news());
    SeatNews taken = new SeatNews.NowTaken("A-1", 2);
    assertEquals(List.of(taken), ((Result.Decided<?>) WriterRig.result(sale)).news());
  }

  @Test
  void I2_nobody_is_answered_before_the_commit_not_even_with_a_refusal() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-1"));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.saturday, "eve", "A-1"));
    Runnable nobodyKnows =
        () -> List.of(ada, bob, eve).forEach(each -> assertFalse(each.result().isDone()));
    rig.ledger.after(Step.WRITE, nobodyKnows).before(Step.COMMIT, nobodyKnows);
    rig.ledger.after(Step.COMMIT, nobodyKnows);
    rig.runAll();
    assertHeld(ada);
    assertRefused(Refusal.AlreadyHeld.class, bob);
    assertHeld(eve);
  }

  @Test
  void refusals_alone_cost_no_commit() {
    Submitted<List<TakenObject>> sale = rig.submit(book(rig.friday, "ada", "A-1"));
    rig.runAll();
    assertRefused(Refusal.NotHeldByToken.class, sale);
    assertEquals(0, rig.ledger.commits.size());
  }

  @Test
  void an_event_that_does_not_exist_refuses_its_own_commands_only() {
    Event gone = rig.hall.event("evt_gone");
    rig.hall.catalog.deleteEvent(rig.hall.workspace, "evt_gone");
    Submitted<List<HeldObject>> ada = rig.submit(hold(gone, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-1"));
    rig.runAll();
    assertRefused(Refusal.UnknownEvent.class, ada);
    assertHeld(bob);
    Submitted<List<HeldObject>> alone = rig.submit(hold(gone, "ada", "A-1"));
    rig.runAll();
    assertRefused(Refusal.UnknownEvent.class, alone);
  }

  @Test
  void a_command_checked_against_another_layout_is_sent_back_and_its_neighbours_go_on() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.runAll();
    LayoutVersion newer = rig.hall.publish(Hall.plan(5, 5));
    Submitted<List<HeldObject>> stale = rig.submit(hold(rig.friday, "bob", "A-2"));
    Submitted<List<TakenObject>> sale = rig.submit(book(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> fresh = rig.submit(hold(rig.hall.find("evt_friday"), "bob", "A-3"));
    rig.runAll();
    assertHeld(ada);
    assertEquals(
        new SoldBy(newer, 0),
        assertInstanceOf(Result.SaleMoved.class, WriterRig.result(stale)).soldBy());
    assertBooked(sale);
    assertHeld(fresh);
    assertEquals(
        List.of("held A-1 by ada", "booked A-1 by ada", "held A-3 by bob"),
        rig.journal(rig.friday));
  }

  @Test
  void a_transaction_takes_no_more_commands_than_it_may_and_keeps_their_order() {
    WriterRig small = WriterRig.withTransactionsOf(2);
    for (int seat = 1; seat <= 5; seat++) {
      small.submit(hold(small.friday, "ada", "A-" + seat));
    }
    small.runAll();
    assertEquals(3, small.ledger.commits.size());
    assertEquals(
        List.of(
            "held A-1 by ada",
            "held A-2 by ada",
            "held A-3 by ada",
            "held A-4 by ada",
            "held A-5 by ada"),
        small.journal(small.friday));
  }
}
