package dev.holdfast.domain.inmemory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.contract.SeatLedgerRules;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the store in memory does beyond the contract. */
final class InMemoryLedgerStoreTest implements SeatLedgerRules {
  private final InMemoryLedgerClock clock = new InMemoryLedgerClock();
  private InMemoryStore store = new InMemoryStore(clock, Duration.ZERO);

  @Override
  public SeatLedgerPort ledger() {
    return new InMemoryLedger(store);
  }

  @Override
  public CatalogPort catalog() {
    return new InMemoryCatalog(store);
  }

  @Override
  public void moveClock(Duration by) {
    clock.advance(by);
  }

  @Override
  public void breakStore() {
    store.breakDown();
  }

  @Override
  public void repairStore() {
    store.repair();
  }

  @Test
  void without_patience_one_thread_may_play_all_parts() {
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, "hall").key();
    EventId event = anEvent(workspace, chart, "gala").id();
    try (LedgerTransaction holder = begin();
        LedgerTransaction other = begin()) {
      SeatLedgerRules.lock(holder, event);
      assertThrows(
          StoreFailure.Unavailable.class, () -> other.lock(SeatLedgerRules.waitFor(event)));
      assertThrows(StoreFailure.Unavailable.class, () -> catalog().deleteEvent(workspace, "gala"));
    }
    assertTrue(catalog().deleteEvent(workspace, "gala"));
  }

  @Test
  void whoever_is_interrupted_while_waiting_gives_up_and_stays_interrupted() {
    store = new InMemoryStore(clock);
    EventId event = anEvent();
    try (LedgerTransaction holder = begin();
        LedgerTransaction waiter = begin()) {
      SeatLedgerRules.lock(holder, event);
      Thread.currentThread().interrupt();
      assertThrows(
          StoreFailure.Unavailable.class, () -> waiter.lock(SeatLedgerRules.waitFor(event)));
    }
    assertTrue(Thread.interrupted());
  }

  @Test
  void a_transaction_that_is_used_in_another_order_is_a_mistake() {
    EventId event = anEvent();
    ReadWish wish = new ReadWish(List.of(ReadWish.OfEvent.none(event)));
    LedgerWrites nothing = new LedgerWrites(List.of());
    try (LedgerTransaction transaction = begin()) {
      assertThrows(IllegalStateException.class, () -> transaction.read(wish));
      assertThrows(IllegalStateException.class, () -> transaction.write(nothing));
      SeatLedgerRules.lock(transaction, event);
      assertThrows(
          IllegalStateException.class, () -> transaction.lock(SeatLedgerRules.waitFor(event)));
      transaction.read(wish);
      transaction.write(nothing);
      assertThrows(IllegalStateException.class, () -> transaction.write(nothing));
      transaction.commit();
      assertThrows(IllegalStateException.class, transaction::commit);
    }
  }

  @Test
  void reading_an_event_that_is_not_locked_is_a_mistake() {
    EventId locked = anEvent();
    EventId other = anEvent();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerRules.lock(transaction, locked);
      ReadWish wish = new ReadWish(List.of(ReadWish.OfEvent.none(other)));
      assertThrows(IllegalStateException.class, () -> transaction.read(wish));
    }
  }

  @Test
  void after_trouble_only_closing_is_left() {
    EventId event = anEvent();
    try (LedgerTransaction holder = begin();
        LedgerTransaction other = begin()) {
      SeatLedgerRules.lock(holder, event);
      assertThrows(
          StoreFailure.Unavailable.class, () -> other.lock(SeatLedgerRules.waitFor(event)));
      assertThrows(IllegalStateException.class, other::commit);
    }
  }

  @Test
  void instants_are_as_fine_as_a_database_keeps_them() {
    EventId event = anEvent();
    assertEquals(Instant.parse("2026-12-31T19:30:00.123456Z"), now(event));
  }

  @Test
  void the_oldest_commit_ids_are_forgotten() {
    CommitId first = new CommitId(new UUID(0, 0));
    ledger().begin(first).commit();
    assertEquals(CommitFate.COMMITTED, ledger().fate(first));
    for (int i = 1; i < InMemoryStore.MAX_COMMIT_IDS; i++) {
      ledger().fate(new CommitId(new UUID(0, i)));
    }
    assertEquals(CommitFate.COMMITTED, ledger().fate(first));
    ledger().fate(new CommitId(new UUID(1, 0)));
    assertEquals(CommitFate.ABANDONED, ledger().fate(first));
  }
}
