package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.ChooseBest;
import dev.holdfast.domain.decision.ExpireToken;
import dev.holdfast.domain.decision.Extend;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CommandQueueTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private final WriterRig rig = new WriterRig(new WriterLimits(3, LONG, 10, 4, LONG, 1));

  @Test
  void I10_one_command_more_than_may_wait_is_refused_as_overload_and_leaves_no_trace() {
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.submit(hold(rig.saturday, "ada", "A-1"));
    rig.submit(hold(rig.friday, "ada", "A-2"));
    ReservationFailure.Overloaded refused =
        assertThrows(
            ReservationFailure.Overloaded.class, () -> rig.submit(hold(rig.friday, "bob", "A-3")));
    assertTrue(refused.retryAfter().isPositive());
    rig.runAll();
    assertEquals(List.of("held A-1 by ada", "held A-2 by ada"), rig.journal(rig.friday));
    assertHeldAfterRun(hold(rig.friday, "bob", "A-3"));
  }

  private void assertHeldAfterRun(Hold hold) {
    Submitted<List<HeldObject>> submitted = rig.submit(hold);
    rig.runAll();
    assertHeld(submitted);
  }

  @Test
  void I10_what_was_taken_back_never_runs() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.friday, "bob", "A-1"));
    assertTrue(ada.takeBack());
    assertFalse(ada.takeBack());
    assertEquals(1, rig.writer.waiting());
    rig.runAll();
    assertFalse(ada.result().isDone());
    assertHeld(bob);
    assertFalse(bob.takeBack());
    assertEquals(List.of("held A-1 by bob"), rig.journal(rig.friday));
  }

  @Test
  void the_only_command_of_an_event_can_be_taken_back() {
    assertTrue(rig.submit(hold(rig.friday, "ada", "A-1")).takeBack());
    assertFalse(rig.writer.runNext());
    assertEquals(0, rig.ledger.begun.size());
  }

  @Test
  void what_is_under_way_cannot_be_taken_back() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.ledger.before(Step.BEGIN, () -> assertFalse(ada.takeBack()));
    rig.runAll();
    assertHeld(ada);
  }

  @Test
  void what_was_put_back_by_trouble_can_be_taken_back() {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.hall.store.breakDown();
    rig.writer.runNext();
    assertTrue(ada.takeBack());
    rig.hall.store.repair();
    rig.runAll();
    assertEquals(List.of(), rig.journal(rig.friday));
  }

  @Test
  void a_transaction_names_no_more_objects_than_it_may_unless_one_command_does_alone() {
    rig.submit(hold(rig.friday, "ada", "A-1", "A-2", "A-3"));
    rig.submit(hold(rig.friday, "bob", "A-4", "A-5"));
    rig.submit(hold(rig.saturday, "eve", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6"));
    rig.runAll();
    assertEquals(3, rig.ledger.commits.size());
    assertEquals(5, rig.journal(rig.friday).size());
    assertEquals(6, rig.journal(rig.saturday).size());
  }

  @Test
  void a_transaction_has_no_more_commands_than_it_may_claim_keys() {
    int most = LedgerTransaction.MAX_KEYS;
    assertThrows(
        IllegalArgumentException.class,
        () -> new WriterLimits(most, LONG, most + 1, most, LONG, 1));
    WriterRig full = new WriterRig(new WriterLimits(most + 1, LONG, most, most + 1, LONG, 1));
    List<Submitted<List<HeldObject>>> all = new ArrayList<>();
    for (int n = 0; n <= most; n++) {
      Hold hold = hold(full.friday, "t" + n, "A-1");
      all.add(full.writer.submit(hold, Optional.of(once(full, "k" + n))));
    }
    assertTrue(full.writer.runNext());
    assertEquals(1, full.writer.waiting());
    assertHeld(all.getFirst());
    all.subList(1, most).forEach(each -> assertTrue(each.result().isDone()));
  }

  private static Once<List<HeldObject>> once(WriterRig rig, String key) {
    Fingerprint request = new Fingerprint("a1".repeat(32));
    StoredAnswer answer = new StoredAnswer("answer");
    return new Once<>(
        new IdempotencyKey(rig.hall.workspace, key), request, _ -> Optional.of(answer));
  }

  /** They do not name what they change: each counts as much as a token may hold. */
  @Test
  void commands_about_whole_tokens_share_a_transaction_only_up_to_what_they_may_change() {
    int most = 2 * HoldPolicy.MAX_OBJECTS;
    WriterRig whole = new WriterRig(new WriterLimits(20, LONG, 20, most, LONG, 1));
    for (int n = 0; n < 3; n++) {
      whole.submit(new ExpireToken(whole.friday.id(), WriterRig.token("t" + n), Origin.OWN));
    }
    assertTrue(whole.writer.runNext());
    assertEquals(1, whole.writer.waiting());
    whole.submit(extendAll(whole, "t3"));
    whole.submit(extendAll(whole, "t4"));
    assertTrue(whole.writer.runNext());
    assertEquals(1, whole.writer.waiting());
  }

  @Test
  void of_events_that_are_read_whole_a_transaction_has_one() {
    rig.submit(best(rig.friday));
    rig.submit(best(rig.friday));
    rig.submit(best(rig.saturday));
    assertTrue(rig.writer.runNext());
    assertEquals(1, rig.writer.waiting());
    assertEquals(1, rig.ledger.reads.getLast().events().size());
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.submit(hold(rig.saturday, "ada", "A-2"));
    assertTrue(rig.writer.runNext());
    assertEquals(0, rig.writer.waiting());
    assertEquals(
        List.of(false, true),
        rig.ledger.reads.getLast().events().stream().map(ReadWish.OfEvent::whole).toList());
  }

  /** Of an event with nothing to choose from. */
  private static ChooseBest best(Event event) {
    return new ChooseBest(
        event.id(),
        event.soldBy(),
        Seating.of(Venue.EMPTY, List.of()),
        Wish.of(1),
        (_, _) -> Optional.empty(),
        new Goal.Take("booked", Optional.empty(), null),
        new ChooseBest.Particulars(null, false, List.of(), List.of()),
        Origin.OWN);
  }

  private static Extend extendAll(WriterRig rig, String token) {
    return new Extend(rig.friday.id(), WriterRig.token(token), Optional.empty(), LONG, Origin.OWN);
  }

  @Test
  void a_closed_writer_takes_no_more_and_runs_what_waits() throws InterruptedException {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.writer.close();
    assertThrows(
        ReservationFailure.Overloaded.class, () -> rig.submit(hold(rig.friday, "bob", "A-2")));
    assertTrue(rig.writer.awaitNext());
    assertHeld(ada);
    assertFalse(rig.writer.awaitNext());
  }

  @Test
  void a_closed_writer_runs_again_what_met_trouble_before_it_ends() throws InterruptedException {
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.writer.close();
    rig.hall.store.breakDown();
    assertTrue(rig.writer.awaitNext());
    rig.hall.store.repair();
    assertTrue(rig.writer.awaitNext());
    assertHeld(ada);
    assertFalse(rig.writer.awaitNext());
  }

  @Test
  void the_mark_of_a_contended_event_costs_it_nothing_once_its_command_is_taken_back() {
    CommandQueue queue = new CommandQueue(WriterLimits.STANDARD);
    Pending<?> ada = new Pending<>(hold(rig.friday, "ada", "A-1"), Optional.empty(), 0);
    queue.offer(ada);
    queue.done(queue.poll().orElseThrow(), List.of(ada), Set.of(rig.friday.id()), false);
    assertTrue(queue.remove(ada));
    Pending<?> bob = new Pending<>(hold(rig.friday, "bob", "A-1"), Optional.empty(), 0);
    queue.offer(bob);
    Batch next = queue.poll().orElseThrow();
    assertEquals(List.of(bob), next.commands());
    assertFalse(next.waits());
  }

  @Test
  void lanes_wake_up_for_work_and_end_when_closed() throws Exception {
    WriterRig busy = new WriterRig();
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int lane = 0; lane < 3; lane++) {
        ends.add(
            lanes.submit(() -> {
              while (busy.writer.awaitNext()) {
                // Until closed.
              }
              return true;
            }));
      }
      List<Submitted<List<HeldObject>>> all = new ArrayList<>();
      for (int n = 0; n < 150; n++) {
        all.add(busy.submit(hold(n % 2 == 0 ? busy.friday : busy.sunday, "t" + n, "A-" + n)));
      }
      for (Submitted<List<HeldObject>> each : all) {
        each.result().get(20, TimeUnit.SECONDS);
        assertHeld(each);
      }
      busy.writer.close();
      for (Future<?> end : ends) {
        end.get(20, TimeUnit.SECONDS);
      }
    }
    assertEquals(75, busy.journal(busy.friday).size());
    assertEquals(75, busy.journal(busy.sunday).size());
  }

  /** A rig whose lane has just carried a crowd, and one more command that waits. */
  private static final class AfterACrowd {
    final WriterRig rig = new WriterRig(new WriterLimits(20, LONG, 20, 20, LONG, 1));
    final Submitted<List<HeldObject>> bob;

    AfterACrowd() throws InterruptedException {
      for (int i = 1; i <= CommandQueue.CROWD; i++) {
        rig.submit(hold(rig.friday, "ada" + i, "A-1"));
      }
      assertTrue(rig.writer.awaitNext());
      bob = rig.submit(hold(rig.friday, "bob", "A-2"));
    }
  }

  /** After a crowd a lane waits a moment for more of it, and then for nobody. */
  @Test
  void who_comes_alone_after_a_crowd_is_served() throws Exception {
    AfterACrowd after = new AfterACrowd();
    assertTrue(after.rig.writer.awaitNext());
    assertHeld(after.bob);
  }

  @Test
  void a_lane_that_waits_for_more_of_a_crowd_ends_when_the_queue_is_closed() throws Exception {
    AfterACrowd after = new AfterACrowd();
    after.rig.writer.close();
    assertTrue(after.rig.writer.awaitNext());
    assertHeld(after.bob);
    assertFalse(after.rig.writer.awaitNext());
  }
}
