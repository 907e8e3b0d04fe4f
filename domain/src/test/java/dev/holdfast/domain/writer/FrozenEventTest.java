package dev.holdfast.domain.writer;

import static dev.holdfast.domain.writer.WriterRig.assertHeld;
import static dev.holdfast.domain.writer.WriterRig.assertRefused;
import static dev.holdfast.domain.writer.WriterRig.hold;
import static dev.holdfast.domain.writer.WriterRig.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FrozenEventTest {
  private final WriterRig rig = new WriterRig();

  private LockWish lastLock() {
    return rig.ledger.locks.getLast();
  }

  @Test
  void I10_a_frozen_event_stops_nobody_else_and_goes_alone_afterwards() {
    LedgerTransaction frozen = rig.freeze(rig.friday);
    Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
    Submitted<List<HeldObject>> eve = rig.submit(hold(rig.friday, "eve", "A-1"));
    assertTrue(rig.writer.runNext());
    assertHeld(bob);
    assertFalse(ada.result().isDone());
    assertEquals(Set.of(), lastLock().waitFor());
    assertEquals(2, rig.writer.waiting());

    Submitted<List<HeldObject>> more = rig.submit(hold(rig.sunday, "bob", "A-1"));
    frozen.close();
    assertTrue(rig.writer.runNext());
    assertEquals(new LockWish(Optional.of(rig.friday.id()), new TreeSet<>()), lastLock());
    assertHeld(ada);
    assertRefused(Refusal.AlreadyHeld.class, eve);
    assertFalse(more.result().isDone());
    rig.runAll();
    assertHeld(more);
  }

  @Test
  void I10_while_one_lane_waits_for_a_frozen_event_another_serves_the_rest() {
    CommandQueue queue = new CommandQueue(WriterLimits.STANDARD);
    Pending<?> ada = new Pending<>(hold(rig.friday, "ada", "A-1"), Optional.empty(), 0);
    queue.offer(ada);
    Batch waiting = queue.poll().orElseThrow();
    Pending<?> eve = new Pending<>(hold(rig.friday, "eve", "A-2"), Optional.empty(), 0);
    Pending<?> bob = new Pending<>(hold(rig.saturday, "bob", "A-1"), Optional.empty(), 0);
    queue.offer(eve);
    queue.offer(bob);
    assertEquals(List.of(bob), queue.poll().orElseThrow().commands());
    assertEquals(Optional.empty(), queue.poll());
    queue.done(waiting, List.of(ada), Set.of(rig.friday.id()), false);
    assertEquals(List.of(ada, eve), queue.poll().orElseThrow().commands());
  }

  @Test
  void I10_half_of_the_lanes_at_most_wait_for_frozen_events() {
    CommandQueue queue = new CommandQueue(WriterLimits.STANDARD);
    Map<Event, Pending<?>> frozen = new LinkedHashMap<>();
    for (Event event : List.of(rig.friday, rig.saturday, rig.sunday)) {
      frozen.put(event, new Pending<>(hold(event, "ada", "A-1"), Optional.empty(), 0));
      queue.offer(frozen.get(event));
    }
    Batch all = queue.poll().orElseThrow();
    queue.done(
        all, all.commands(), Set.of(rig.friday.id(), rig.saturday.id(), rig.sunday.id()), false);
    List<Batch> waiting = List.of(queue.poll().orElseThrow(), queue.poll().orElseThrow());
    assertTrue(waiting.stream().allMatch(Batch::waits));
    assertEquals(Optional.empty(), queue.poll());

    Pending<?> bob =
        new Pending<>(hold(rig.hall.event("evt_monday"), "bob", "A-1"), Optional.empty(), 0);
    queue.offer(bob);
    Batch other = queue.poll().orElseThrow();
    assertEquals(List.of(bob), other.commands());
    assertFalse(other.waits());
    assertEquals(Optional.empty(), queue.poll());

    queue.done(waiting.getFirst(), List.of(), Set.of(), false);
    Batch third = queue.poll().orElseThrow();
    assertEquals(List.of(frozen.get(rig.sunday)), third.commands());
    assertTrue(third.waits());
  }

  @Test
  void I10_a_caller_of_an_event_that_stays_frozen_is_told_as_overload_and_never_served_later() {
    try (LedgerTransaction frozen = rig.freeze(rig.friday)) {
      Submitted<List<HeldObject>> ada = rig.submit(hold(rig.friday, "ada", "A-1"));
      rig.runAll();
      trouble(ReservationFailure.Overloaded.class, ada);
      assertTrue(frozen != null);
    }
    rig.runAll();
    assertEquals(List.of(), rig.journal(rig.friday));
  }

  @Test
  void commands_of_a_frozen_event_keep_their_order() {
    LedgerTransaction frozen = rig.freeze(rig.friday);
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.submit(hold(rig.saturday, "bob", "A-1"));
    rig.submit(hold(rig.friday, "eve", "A-2"));
    rig.writer.runNext();
    rig.submit(hold(rig.friday, "bob", "A-3"));
    frozen.close();
    rig.runAll();
    assertEquals(
        List.of("held A-1 by ada", "held A-2 by eve", "held A-3 by bob"), rig.journal(rig.friday));
  }

  @Test
  void a_sweep_leaves_an_event_that_somebody_else_has() {
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.runAll();
    rig.hall.clock.tick(WriterRig.TTL);
    Submitted<Integer> sweep = rig.submit(rig.sweep(rig.friday));
    try (LedgerTransaction frozen = rig.freeze(rig.friday)) {
      rig.runAll();
      assertTrue(frozen != null);
    }
    assertInstanceOf(Result.Left.class, WriterRig.result(sweep));
    assertEquals(Set.of(), lastLock().waitFor());
    assertEquals(List.of("held A-1 by ada"), rig.journal(rig.friday));
  }

  @Test
  void a_sweep_beside_commands_of_other_events_is_left_and_they_go_on() {
    rig.submit(hold(rig.friday, "ada", "A-1"));
    rig.runAll();
    rig.hall.clock.tick(WriterRig.TTL);
    Submitted<Integer> sweep = rig.submit(rig.sweep(rig.friday));
    Submitted<List<HeldObject>> waits = rig.submit(hold(rig.friday, "bob", "A-1"));
    Submitted<List<HeldObject>> bob = rig.submit(hold(rig.saturday, "bob", "A-1"));
    LedgerTransaction frozen = rig.freeze(rig.friday);
    rig.writer.runNext();
    assertInstanceOf(Result.Left.class, WriterRig.result(sweep));
    assertHeld(bob);
    frozen.close();
    rig.runAll();
    assertHeld(waits);
    assertEquals(
        List.of("held A-1 by ada", "expired A-1 by ada", "held A-1 by bob"),
        rig.journal(rig.friday));
  }

  @Test
  void I10_events_take_turns_so_that_a_busy_one_starves_nobody() {
    WriterRig small = WriterRig.withTransactionsOf(2);
    List<Submitted<?>> busy = new ArrayList<>();
    for (int seat = 1; seat <= 8; seat++) {
      busy.add(small.submit(hold(small.friday, "ada", "A-" + seat)));
    }
    Submitted<List<HeldObject>> quiet = small.submit(hold(small.saturday, "bob", "A-1"));
    small.writer.runNext();
    assertFalse(quiet.result().isDone());
    small.writer.runNext();
    assertHeld(quiet);
    assertEquals(3, busy.stream().filter(each -> each.result().isDone()).count());
    small.runAll();
    assertTrue(busy.stream().allMatch(each -> each.result().isDone()));
  }
}
