package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.aCommit;
import static dev.holdfast.domain.contract.SeatLedgerRules.answer;
import static dev.holdfast.domain.contract.SeatLedgerRules.assertWaits;
import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.ifFree;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.lock;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static dev.holdfast.domain.contract.SeatLedgerRules.under;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitFor;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitForAnd;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static dev.holdfast.domain.contract.SeatLedgerRules.writes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerTransaction.Locked;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** P125 to P132: two steps that a store may take in one round trip do what one by one they do. */
public interface SeatLedgerTwoStepRules extends SeatLedgerRules {
  /** Locks, reads, and leaves what is to be written to the test. */
  private static SeatLedgerDraft atOnce(
      LedgerTransaction transaction, EventId event, String... objects) {
    Locked locked =
        transaction.lockAndRead(waitFor(event), new ReadWish(List.of(objects(event, objects))));
    return draft(locked.heads(), locked.reads(), event);
  }

  @Test
  default void P125_locking_and_reading_at_once_finds_what_one_after_the_other_does() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    heldPlaces(event, "floor", ANN, 3, QUARTER);
    ReadWish wish = new ReadWish(List.of(under(event, Set.of("A-1", "A-2", "floor"), ANN)));
    Locked atOnce;
    try (LedgerTransaction transaction = begin()) {
      atOnce = transaction.lockAndRead(ifFree(event), wish);
    }
    try (LedgerTransaction transaction = begin()) {
      assertEquals(atOnce.heads(), transaction.lock(ifFree(event)));
      assertEquals(atOnce.reads().events(), transaction.read(wish).events());
    }
  }

  @Test
  default void P126_of_what_is_not_locked_nothing_is_read() {
    EventId first = anEvent();
    EventId frozen = anEvent();
    aHeldSeat(frozen, "A-1", ANN, QUARTER);
    EventId none = new EventId(Long.MAX_VALUE);
    try (LedgerTransaction holder = begin();
        LedgerTransaction transaction = begin()) {
      lock(holder, frozen);
      Locked locked =
          transaction.lockAndRead(
              waitForAnd(first, frozen, none),
              new ReadWish(
                  List.of(objects(first, "A-1"), objects(frozen, "A-1"), objects(none, "A-1"))));
      assertEquals(Set.of(first), locked.heads().keySet());
      assertEquals(Set.of(first), locked.reads().events().keySet());
      assertEquals(Set.of(none), transaction.absent(Set.of(frozen, none)));
    }
  }

  @Test
  default void P127_whoever_has_an_event_with_a_token_of_it_stops_nobody_else() {
    EventId first = anEvent();
    EventId frozen = anEvent();
    change(
        frozen,
        Set.of("A-1"),
        draft -> draft.token(ANN, TokenTerm.from(draft.now(), QUARTER)).hold("A-1", ANN, QUARTER));
    try (LedgerTransaction holder = begin();
        LedgerTransaction transaction = begin()) {
      ReadWish.OfEvent withToken = under(frozen, Set.of("A-1"), ANN);
      holder.lockAndRead(waitFor(frozen), new ReadWish(List.of(withToken)));
      Locked locked =
          transaction.lockAndRead(
              ifFree(first, frozen), new ReadWish(List.of(objects(first, "A-1"), withToken)));
      SeatLedgerDraft draft = draft(locked.heads(), locked.reads(), first);
      writeAndCommit(transaction, draft.hold("A-1", BEN, QUARTER));
      // A store ends whoever keeps others waiting for long; nobody has waited for this one.
      holder.commit();
    }
    assertEquals(1, head(first).seq());
  }

  @Test
  default void P128_what_was_committed_while_the_row_was_waited_for_is_read() throws Exception {
    EventId event = anEvent();
    CountDownLatch begun = new CountDownLatch(1);
    try (LedgerTransaction holder = begin()) {
      SeatLedgerDraft draft = draft(holder, event, "A-1");
      FutureTask<Locked> waiter = inBackground(() -> afterWaiting(event, begun));
      begun.await();
      assertWaits(waiter);
      moveClock(Duration.ofMinutes(1));
      Instant moved = now(event);
      holder.commit(writes(draft.hold("A-1", ANN, QUARTER)));
      Locked seen = result(waiter);
      assertEquals(List.of(1L), seen.heads().values().stream().map(each -> each.seq()).toList());
      Held held = (Held) answer(seen.reads(), event).seats().getFirst().state();
      assertEquals(ANN, held.token());
      assertFalse(seen.reads().now().isBefore(moved), "the clock is read after the wait");
    }
  }

  private Locked afterWaiting(EventId event, CountDownLatch begun) {
    return SeatLedgerRules.again(() -> {
      try (LedgerTransaction transaction = begin()) {
        begun.countDown();
        return transaction.lockAndRead(
            waitFor(event), new ReadWish(List.of(objects(event, "A-1"))));
      }
    });
  }

  @Test
  default void P129_a_wish_for_nothing_locks_and_reads_nothing() {
    try (LedgerTransaction transaction = begin()) {
      Locked locked = transaction.lockAndRead(ifFree(), new ReadWish(List.of()));
      assertEquals(Map.of(), locked.heads());
      assertEquals(Map.of(), locked.reads().events());
    }
  }

  @Test
  default void P130_writing_and_committing_at_once_makes_it_durable_and_names_it() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    try (LedgerTransaction transaction = ledger().begin(commit)) {
      transaction.commit(writes(atOnce(transaction, event, "A-1").hold("A-1", ANN, QUARTER)));
    }
    assertEquals(1, head(event).seq());
    assertEquals(ANN, ((Held) seat(event, "A-1").state()).token());
    assertEquals(CommitFate.COMMITTED, ledger().fate(commit));
  }

  @Test
  default void P131_a_decision_on_an_old_state_commits_nothing_and_frees_the_row() {
    EventId event = anEvent();
    SeatLedgerDraft old;
    try (LedgerTransaction transaction = begin()) {
      old = atOnce(transaction, event, "A-1").hold("A-1", BEN, QUARTER);
    }
    aHeldSeat(event, "A-1", ANN, QUARTER);
    try (LedgerTransaction transaction = begin()) {
      atOnce(transaction, event, "A-1");
      assertThrows(StoreFailure.Unavailable.class, () -> transaction.commit(writes(old)));
    }
    assertEquals(1, head(event).seq());
    assertEquals(ANN, ((Held) seat(event, "A-1").state()).token());
    aHeldSeat(event, "A-2", ANN, QUARTER);
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P132_what_was_told_to_be_abandoned_cannot_be_written_and_committed_at_once() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    try (LedgerTransaction transaction = ledger().begin(commit)) {
      LedgerWrites writes = writes(atOnce(transaction, event, "A-1").hold("A-1", ANN, QUARTER));
      assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
      assertThrows(StoreFailure.Unavailable.class, () -> transaction.commit(writes));
    }
    assertUntouched(event);
  }
}
