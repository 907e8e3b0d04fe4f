package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static dev.holdfast.domain.contract.SeatLedgerRules.assertWaits;
import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.lock;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitForAnd;
import static dev.holdfast.domain.contract.SeatLedgerRules.write;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** P13 to P17: who waits for whom, and for how long. */
public interface SeatLedgerWaitRules extends SeatLedgerRules {
  @Test
  default void P13_a_frozen_event_stops_nobody_else() {
    EventId frozen = anEvent();
    EventId first = anEvent();
    EventId other = anEvent();
    aHeldSeat(frozen, "A-1", ANN, QUARTER);
    try (LedgerTransaction holder = begin();
        LedgerTransaction transaction = begin()) {
      lock(holder, frozen);
      Map<EventId, EventHead> locked = transaction.lock(waitForAnd(first, frozen, other));
      assertEquals(Set.of(first, other), locked.keySet());
      LedgerReads reads = transaction.read(new ReadWish(List.of(objects(other, "A-1"))));
      SeatLedgerDraft draft = draft(locked, reads, other);
      writeAndCommit(transaction, draft.hold("A-1", BEN, QUARTER));
      assertEquals(1, picture(frozen).seats().size());
      assertEquals(1, ledger().journal(frozen, 0, Portion.of(10)).entries().size());
      assertEquals(List.of(), ledger().audit(frozen));
      assertEquals(List.of(), ledger().due(10));
      assertTrue(catalog().layoutOf(frozen).isPresent());
    }
  }

  @Test
  default void P14_a_waited_for_row_comes_when_it_is_free_with_all_that_was_committed_meanwhile()
      throws Exception {
    EventId event = anEvent();
    CountDownLatch begun = new CountDownLatch(1);
    try (LedgerTransaction holder = begin()) {
      SeatLedgerDraft draft = draft(holder, event, "A-1");
      FutureTask<Waited> waiter = inBackground(() -> seenAfterWaiting(event, begun));
      begun.await();
      assertWaits(waiter);
      writeAndCommit(holder, draft.hold("A-1", ANN, QUARTER));
      Waited seen = result(waiter);
      assertEquals(1, seen.seq, "the journal goes on from what was written meanwhile");
      assertEquals(1, seen.seat.version());
      assertEquals(ANN, ((Held) seen.seat.state()).token());
    }
  }

  /**
   * What somebody finds who has waited.
   *
   * @param seq the journal's last number
   */
  record Waited(long seq, Seat seat) {}

  private Waited seenAfterWaiting(EventId event, CountDownLatch begun) {
    return again(() -> {
      try (LedgerTransaction transaction = begin()) {
        begun.countDown();
        long seq = SeatLedgerRules.lock(transaction, event).seq();
        return new Waited(
            seq, SeatLedgerRules.read(transaction, objects(event, "A-1")).seats().getFirst());
      }
    });
  }

  @Test
  default void P15_the_clock_is_read_after_the_wait_for_the_row() throws Exception {
    EventId event = anEvent();
    CountDownLatch begun = new CountDownLatch(1);
    try (LedgerTransaction holder = begin()) {
      draft(holder, event);
      FutureTask<Instant> waiter = inBackground(() -> clockAfterWaiting(event, begun));
      begun.await();
      assertWaits(waiter);
      moveClock(Duration.ofHours(1));
      Instant moved = now(event);
      holder.commit();
      assertFalse(result(waiter).isBefore(moved), "the ledger's clock, not the transaction's");
    }
  }

  private Instant clockAfterWaiting(EventId event, CountDownLatch begun) {
    return again(() -> {
      try (LedgerTransaction transaction = begin()) {
        begun.countDown();
        lock(transaction, event);
        return transaction.read(new ReadWish(List.of(objects(event)))).now();
      }
    });
  }

  /**
   * A store may end a holder that does nothing for long, or the waiter's patience may end first.
   * What it may not do is tell the waiter that the row is not there, or give it to both.
   */
  @Test
  default void P16_nobody_waits_for_ever_and_no_row_is_had_twice() {
    EventId event = anEvent();
    try (LedgerTransaction holder = begin();
        LedgerTransaction waiter = begin()) {
      SeatLedgerDraft draft = draft(holder, event, "A-1");
      try {
        lock(waiter, event);
      } catch (StoreFailure.Unavailable patienceEnded) {
        writeAndCommit(holder, draft.hold("A-1", ANN, QUARTER));
        return;
      }
      draft.hold("A-1", ANN, QUARTER);
      assertThrows(StoreFailure.class, () -> writeAndCommit(holder, draft));
    }
    assertUntouched(event);
  }

  @Test
  default void P17_a_picture_does_not_wait_for_a_transaction_under_way() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1", "A-2");
      write(transaction, draft.free("A-1").hold("A-2", ANN, QUARTER));
      EventPicture picture = picture(event);
      assertEquals(1, picture.seq());
      assertEquals(List.of("A-1"), picture.seats().stream().map(Seat::label).toList());
    }
  }
}
