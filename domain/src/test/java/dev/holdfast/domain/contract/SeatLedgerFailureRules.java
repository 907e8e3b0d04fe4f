package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.aCommit;
import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.ifFree;
import static dev.holdfast.domain.contract.SeatLedgerRules.lock;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitFor;
import static dev.holdfast.domain.contract.SeatLedgerRules.write;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.SeatState.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** P87 to P99: what became of a commit, and a store that does not answer. */
public interface SeatLedgerFailureRules extends SeatLedgerRules {
  /** The very transaction that a test wants to know the fate of. */
  private void holdUnder(CommitId commit, EventId event, String label) {
    try (LedgerTransaction transaction = ledger().begin(commit)) {
      writeAndCommit(transaction, draft(transaction, event, label).hold(label, ANN, QUARTER));
    }
  }

  @Test
  default void P87_a_commit_that_happened_is_told_again_and_again() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    holdUnder(commit, event, "A-1");
    assertEquals(CommitFate.COMMITTED, ledger().fate(commit));
    aHeldSeat(event, "A-2", ANN, QUARTER);
    assertEquals(CommitFate.COMMITTED, ledger().fate(commit));
  }

  @Test
  default void P88_what_was_closed_without_a_commit_is_abandoned() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    try (LedgerTransaction transaction = ledger().begin(commit)) {
      write(transaction, draft(transaction, event, "A-1").hold("A-1", ANN, QUARTER));
    }
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
    assertUntouched(event);
  }

  /** Its own answer may have been lost; who asks again must not be told the opposite. */
  @Test
  default void P89_a_fate_that_is_asked_twice_is_the_same_twice() {
    CommitId commit = aCommit();
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
  }

  @Test
  default void P90_after_abandoned_the_commit_can_never_happen() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
    assertThrows(StoreFailure.class, () -> holdUnder(commit, event, "A-1"));
    assertUntouched(event);
    assertEquals(CommitFate.ABANDONED, ledger().fate(commit));
    holdUnder(aCommit(), event, "A-1");
  }

  @Test
  default void P91_no_commit_happens_twice() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    holdUnder(commit, event, "A-1");
    assertThrows(StoreFailure.class, () -> holdUnder(commit, event, "A-2"));
    assertEquals(1, head(event).seq());
    assertEquals(CommitFate.COMMITTED, ledger().fate(commit));
  }

  /** Whether the question waits for the commit or overtakes it, the two must agree. */
  @Test
  default void P92_a_fate_asked_while_the_commit_is_on_its_way_is_true() throws Exception {
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 30; round++) {
        EventId event = anEvent();
        CommitId commit = aCommit();
        List<CommitFate> fates =
            crowd.all(caller ->
                () ->
                    caller == 0
                        ? fateOfHolding(commit, event)
                        : again(() -> ledger().fate(commit)));
        boolean happened = head(event).seq() == 1;
        CommitFate truth = happened ? CommitFate.COMMITTED : CommitFate.ABANDONED;
        assertEquals(List.of(truth, truth), fates);
        assertEquals(truth, ledger().fate(commit));
      }
    }
  }

  private CommitFate fateOfHolding(CommitId commit, EventId event) {
    try {
      holdUnder(commit, event, "A-1");
      return CommitFate.COMMITTED;
    } catch (StoreFailure.CommitUnknown unknown) {
      return again(() -> ledger().fate(commit));
    } catch (StoreFailure trouble) {
      return CommitFate.ABANDONED;
    }
  }

  @Test
  default void P93_a_broken_ledger_is_trouble_and_never_empty() {
    EventId event = anEvent();
    breakStore();
    List<Supplier<Object>> questions =
        List.of(
            () -> lockOne(event),
            () -> ledger().fate(aCommit()),
            () -> ledger().picture(event),
            () -> ledger().picture(new EventId(Long.MAX_VALUE)),
            () -> ledger().due(10),
            () -> ledger().journal(event, 0, Portion.of(10)).entries(),
            () -> ledger().audit(event));
    for (Supplier<Object> question : questions) {
      assertThrows(StoreFailure.Unavailable.class, question::get);
    }
    repairStore();
  }

  /** A transaction may be had for the asking; that its store is gone shows at the lock then. */
  private Map<EventId, EventHead> lockOne(EventId event) {
    try (LedgerTransaction transaction = begin()) {
      return transaction.lock(waitFor(event));
    }
  }

  @Test
  default void P94_a_transaction_that_lost_its_store_is_trouble_at_every_step() {
    EventId event = anEvent();
    LedgerTransaction beforeLock = begin();
    LedgerTransaction beforeAbsent = begin();
    beforeAbsent.lock(ifFree());
    LedgerTransaction beforeRead = begin();
    lock(beforeRead, event);
    breakStore();
    assertUnavailable(beforeLock, () -> beforeLock.lock(waitFor(event)));
    assertUnavailable(beforeAbsent, () -> beforeAbsent.absent(Set.of(event)));
    ReadWish wish = new ReadWish(List.of(objects(event, "A-1")));
    assertUnavailable(beforeRead, () -> beforeRead.read(wish));
    repairStore();
    assertFree(event);
  }

  /** Closing is no trouble, whatever happened. */
  private static void assertUnavailable(LedgerTransaction transaction, Supplier<Object> step) {
    try (transaction) {
      assertThrows(StoreFailure.Unavailable.class, step::get);
    }
  }

  private void assertFree(EventId event) {
    boolean free =
        again(() -> {
          try (LedgerTransaction transaction = begin()) {
            return transaction.lock(ifFree(event)).containsKey(event);
          }
        });
    assertTrue(free);
  }

  @Test
  default void P95_a_transaction_does_not_outlive_its_connection() {
    EventId event = anEvent();
    try (LedgerTransaction old = begin()) {
      SeatLedgerDraft draft = draft(old, event, "A-1").hold("A-1", ANN, QUARTER);
      breakStore();
      repairStore();
      assertThrows(StoreFailure.class, () -> writeAndCommit(old, draft));
    }
    assertUntouched(event);
  }

  @Test
  default void P96_the_row_of_a_lost_transaction_goes_to_others_before_it_is_closed() {
    EventId event = anEvent();
    try (LedgerTransaction old = begin()) {
      SeatLedgerDraft draft = draft(old, event, "A-1").hold("A-1", ANN, QUARTER);
      breakStore();
      repairStore();
      aHeldSeat(event, "A-1", BEN, QUARTER);
      assertThrows(StoreFailure.class, () -> writeAndCommit(old, draft));
    }
    assertEquals(1, head(event).seq());
    assertEquals(BEN, ((Held) picture(event).seats().getFirst().state()).token());
  }

  @Test
  default void P97_a_write_without_a_store_has_not_happened() {
    EventId event = anEvent();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1").hold("A-1", ANN, QUARTER);
      breakStore();
      assertThrows(StoreFailure.Unavailable.class, () -> write(transaction, draft));
    }
    repairStore();
    assertUntouched(event);
  }

  @Test
  default void P98_a_commit_without_a_store_is_trouble_and_its_fate_is_told_afterwards() {
    EventId event = anEvent();
    CommitId commit = aCommit();
    try (LedgerTransaction transaction = ledger().begin(commit)) {
      write(transaction, draft(transaction, event, "A-1").hold("A-1", ANN, QUARTER));
      breakStore();
      assertThrows(StoreFailure.class, transaction::commit);
    }
    repairStore();
    CommitFate fate = again(() -> ledger().fate(commit));
    assertEquals(fate == CommitFate.COMMITTED ? 1 : 0, head(event).seq());
    assertEquals(fate == CommitFate.COMMITTED ? 1 : 0, picture(event).seats().size());
  }

  @Test
  default void P99_a_repaired_ledger_has_everything_and_goes_on() {
    EventId event = anEvent();
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aBookedSeat(event, "A-2", BEN);
    breakStore();
    repairStore();
    assertEquals(2, head(event).seq());
    assertEquals(2, picture(event).seats().size());
    aHeldSeat(event, "A-3", ANN, QUARTER);
    assertEquals(3, picture(event).seats().size());
    assertEquals(3, again(() -> ledger().journal(event, 0, Portion.of(10)).entries()).size());
  }
}
