package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.ifFree;
import static dev.holdfast.domain.contract.SeatLedgerRules.lock;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitFor;
import static dev.holdfast.domain.contract.SeatLedgerRules.waitForAnd;
import static dev.holdfast.domain.contract.SeatLedgerRules.write;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P1 to P12: begin, lock, commit, close: what a transaction is. */
public interface SeatLedgerTransactionRules extends SeatLedgerRules {
  @Test
  default void P1_a_commit_makes_everything_visible_in_every_event_it_touched() {
    EventId one = anEvent();
    EventId two = anEvent();
    try (LedgerTransaction transaction = begin()) {
      Map<EventId, EventHead> heads = transaction.lock(waitForAnd(one, two));
      LedgerReads reads =
          transaction.read(new ReadWish(List.of(objects(one, "A-1"), objects(two, "floor"))));
      SeatLedgerDraft first = draft(heads, reads, one);
      SeatLedgerDraft second = draft(heads, reads, two);
      first.hold("A-1", ANN, QUARTER).hold("A-2", ANN, QUARTER);
      writeAndCommit(transaction, first, second.holdPlaces("floor", ANN, 4, QUARTER));
    }
    assertEquals(List.of("A-1", "A-2"), picture(one).seats().stream().map(Seat::label).toList());
    assertEquals(2, picture(one).seq());
    assertEquals(4, picture(two).areas().getFirst().held());
    assertEquals(4, picture(two).records().getFirst().quantity());
    assertEquals(2, ledger().journal(one, 0, Portion.of(10)).entries().size());
    assertEquals(1, ledger().journal(two, 0, Portion.of(10)).entries().size());
  }

  @Test
  default void P2_nothing_is_visible_before_the_commit() {
    EventId event = anEvent();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1", "floor");
      draft.hold("A-1", ANN, Duration.ofMinutes(1)).holdPlaces("floor", ANN, 4, QUARTER);
      write(transaction, draft);
      assertEquals(List.of(), picture(event).seats());
      assertEquals(List.of(), picture(event).areas());
      assertEquals(List.of(), picture(event).records());
      assertEquals(0, picture(event).seq());
      assertEquals(List.of(), ledger().journal(event, 0, Portion.of(10)).entries());
      assertEquals(List.of(), ledger().due(10));
      transaction.commit();
    }
    assertEquals(2, picture(event).seq());
  }

  @Test
  default void P3_closing_without_a_commit_leaves_nothing() {
    EventId event = anEvent();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1", "floor");
      write(transaction, draft.book("A-1", ANN).holdPlaces("floor", ANN, 4, QUARTER));
    }
    assertUntouched(event);
    aHeldSeat(event, "A-1", BEN, QUARTER);
    assertEquals(1, picture(event).seq());
  }

  @Test
  default void P4_closing_again_and_again_changes_nothing() {
    EventId event = anEvent();
    LedgerTransaction transaction = begin();
    writeAndCommit(transaction, draft(transaction, event, "A-1").hold("A-1", ANN, QUARTER));
    transaction.close();
    transaction.close();
    assertEquals(1, picture(event).seq());
    begin().close();
  }

  @Test
  default void P5_the_row_is_free_again_after_a_commit_and_after_a_close() {
    EventId event = anEvent();
    LedgerTransaction committed = begin();
    writeAndCommit(committed, draft(committed, event, "A-1").hold("A-1", ANN, QUARTER));
    committed.close();
    assertTrue(isFree(event));
    LedgerTransaction closed = begin();
    lock(closed, event);
    assertFalse(isFree(event));
    closed.close();
    assertTrue(isFree(event));
  }

  /** Whether nobody has the event's row. */
  private boolean isFree(EventId event) {
    try (LedgerTransaction transaction = begin()) {
      return transaction.lock(ifFree(event)).containsKey(event);
    }
  }

  @Test
  default void P6_a_locked_event_shows_its_number_and_its_layout() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, fresh());
    EventId event = anEvent(workspace, chart.key(), fresh()).id();
    assertEquals(new EventHead(event, 0, new LayoutVersion(chart.id(), 1)), head(event));
    aHeldSeat(event, "A-1", ANN, QUARTER);
    aHeldSeat(event, "A-2", ANN, QUARTER);
    assertEquals(new EventHead(event, 2, new LayoutVersion(chart.id(), 1)), head(event));
  }

  private static String fresh() {
    return CatalogRules.fresh("name");
  }

  @Test
  default void P7_the_layout_follows_publishing_and_taking_back() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, fresh());
    EventId event = anEvent(workspace, chart.key(), fresh()).id();
    EventId sibling = anEvent(workspace, chart.key(), fresh()).id();
    publish(workspace, chart);
    assertEquals(new LayoutVersion(chart.id(), 2), head(event).layout());
    assertEquals(new LayoutVersion(chart.id(), 2), head(sibling).layout());
    catalog().unpublish(workspace, chart.key());
    assertEquals(new LayoutVersion(chart.id(), 0), head(event).layout());
    publish(workspace, chart);
    assertEquals(new LayoutVersion(chart.id(), 3), head(event).layout());
  }

  @Test
  default void P8_a_layout_published_after_begin_is_the_one_that_the_lock_shows() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, fresh());
    EventId event = anEvent(workspace, chart.key(), fresh()).id();
    try (LedgerTransaction transaction = begin()) {
      publish(workspace, chart);
      assertEquals(2, lock(transaction, event).layout().version());
    }
  }

  @Test
  default void P9_an_event_that_does_not_exist_is_neither_locked_nor_waited_for() {
    EventId event = anEvent();
    EventId none = new EventId(Long.MAX_VALUE);
    try (LedgerTransaction transaction = begin()) {
      assertEquals(Map.of(), transaction.lock(waitFor(none)));
    }
    try (LedgerTransaction transaction = begin()) {
      assertEquals(Set.of(event), transaction.lock(ifFree(event, none)).keySet());
    }
  }

  @Test
  default void P10_absent_names_exactly_what_does_not_exist() {
    EventId frozen = anEvent();
    EventId event = anEvent();
    EventId none = new EventId(Long.MAX_VALUE);
    EventId neither = new EventId(Long.MAX_VALUE - 1);
    try (LedgerTransaction holder = begin();
        LedgerTransaction transaction = begin()) {
      lock(holder, frozen);
      transaction.lock(ifFree(frozen, event, none));
      assertEquals(Set.of(none, neither), transaction.absent(Set.of(frozen, event, none, neither)));
      assertEquals(Set.of(), transaction.absent(Set.of(frozen, event)));
      assertEquals(Set.of(), transaction.absent(Set.of()));
    }
  }

  @Test
  default void P11_a_deleted_event_is_absent() {
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, fresh()).key();
    EventId event = anEvent(workspace, chart, "gone").id();
    assertTrue(catalog().deleteEvent(workspace, "gone"));
    try (LedgerTransaction transaction = begin()) {
      assertEquals(Map.of(), transaction.lock(waitFor(event)));
      assertEquals(Set.of(event), transaction.absent(Set.of(event)));
    }
  }

  @Test
  default void P12_a_wish_for_nothing_locks_nothing() {
    try (LedgerTransaction transaction = begin()) {
      assertEquals(Map.of(), transaction.lock(ifFree()));
    }
  }
}
