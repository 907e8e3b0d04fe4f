package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static dev.holdfast.domain.contract.SeatLedgerRules.assertWaits;
import static dev.holdfast.domain.contract.SeatLedgerRules.draft;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.objects;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static dev.holdfast.domain.contract.SeatLedgerRules.write;
import static dev.holdfast.domain.contract.SeatLedgerRules.writeAndCommit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** P80 to P86: many at once. */
public interface SeatLedgerRaceRules extends SeatLedgerRules {
  int CALLERS = 6;
  int ROUNDS = 10;

  @Test
  default void P80_of_many_who_want_one_seat_one_gets_it() throws InterruptedException {
    EventId event = anEvent();
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        String label = "A-" + round;
        List<Boolean> won =
            crowd.all(caller -> () -> again(() -> books(event, label, aToken(caller))));
        assertEquals(1, won.stream().filter(each -> each).count());
        assertEquals(1, seat(event, label).version());
      }
    }
    assertEquals(ROUNDS, head(event).seq());
    assertEquals(List.of(), ledger().audit(event));
  }

  private static HoldToken aToken(int caller) {
    return new HoldToken("caller " + caller);
  }

  private boolean books(EventId event, String label, HoldToken token) {
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, label);
      if (!(draft.seat(label).state() instanceof Free)) {
        return false;
      }
      writeAndCommit(transaction, draft.book(label, token));
      return true;
    }
  }

  @Test
  default void P81_transactions_of_one_event_come_one_after_the_other()
      throws InterruptedException {
    EventId event = anEvent();
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      crowd.all(caller ->
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              change(
                  event,
                  Set.of("floor"),
                  draft -> draft.holdPlaces("floor", aToken(caller), 1, QUARTER));
            }
            return caller;
          });
    }
    int all = CALLERS * ROUNDS;
    assertEquals(List.of(new Area("floor", all, 100, all, 0)), picture(event).areas());
    assertEquals(all, picture(event).seq());
    assertEquals(
        LongStream.rangeClosed(1, all).boxed().toList(),
        ledger().journal(event, 0, Portion.of(1_000)).entries().stream()
            .map(JournalEntry::seq)
            .toList());
    assertEquals(List.of(), ledger().audit(event));
  }

  @Test
  default void P82_transactions_over_crossing_events_do_not_deadlock() throws InterruptedException {
    List<EventId> events = List.of(anEvent(), anEvent(), anEvent());
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      crowd.all(caller ->
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              EventId first = events.get((caller + round) % events.size());
              again(() -> holdOnePlace(first, new TreeSet<>(events), aToken(caller)));
            }
            return caller;
          });
    }
    int held = 0;
    for (EventId event : events) {
      assertEquals(List.of(), ledger().audit(event));
      held += picture(event).areas().getFirst().held();
    }
    assertTrue(held >= CALLERS * ROUNDS, "each transaction held its first event's place at least");
  }

  /** One place in every event whose row could be had. */
  private Set<EventId> holdOnePlace(EventId first, NavigableSet<EventId> others, HoldToken token) {
    try (LedgerTransaction transaction = begin()) {
      Map<EventId, EventHead> heads = transaction.lock(new LockWish(Optional.of(first), others));
      assertTrue(heads.containsKey(first));
      List<EventId> locked = List.copyOf(new TreeSet<>(heads.keySet()));
      List<ReadWish.OfEvent> wishes = locked.stream().map(each -> objects(each, "floor")).toList();
      LedgerReads reads = transaction.read(new ReadWish(wishes));
      List<SeatLedgerDraft> drafts = new ArrayList<>();
      for (EventId event : locked) {
        drafts.add(draft(heads, reads, event).holdPlaces("floor", token, 1, QUARTER));
      }
      writeAndCommit(transaction, drafts.toArray(SeatLedgerDraft[]::new));
      return heads.keySet();
    }
  }

  /** Every transaction moves two seats and two places together; half of it is never to be seen. */
  @Test
  default void P83_a_picture_is_one_instant_while_writers_run() throws Exception {
    EventId event = anEvent();
    int writes = 100;
    FutureTask<Boolean> writer =
        inBackground(() -> {
          for (int i = 0; i < writes; i++) {
            change(event, Set.of("A-1", "A-2", "floor"), SeatLedgerRaceRules::toggle);
          }
          return true;
        });
    while (!writer.isDone()) {
      assertWhole(picture(event));
    }
    assertTrue(result(writer));
    assertWhole(picture(event));
    assertEquals(3L * writes, picture(event).seq());
  }

  private static void toggle(SeatLedgerDraft draft) {
    if (draft.seat("A-1").state() instanceof Free) {
      draft.hold("A-1", ANN, QUARTER).book("A-2", ANN).holdPlaces("floor", ANN, 1, QUARTER);
    } else {
      draft.free("A-1").free("A-2").holdPlaces("floor", BEN, 1, QUARTER);
    }
  }

  private static void assertWhole(EventPicture picture) {
    long transactions = picture.seq() / 3;
    assertEquals(0, picture.seq() % 3);
    assertEquals(transactions % 2 == 0 ? 0 : 2, picture.seats().size());
    assertTrue(picture.seats().stream().map(Seat::version).allMatch(v -> v == transactions));
    assertEquals(transactions, picture.records().size());
    assertEquals(transactions, picture.areas().stream().mapToInt(Area::held).sum());
  }

  @Test
  default void P84_readers_of_the_journal_never_see_a_gap() throws Exception {
    EventId event = anEvent();
    FutureTask<Boolean> writer =
        inBackground(() -> {
          for (int i = 0; i < 100; i++) {
            String label = "A-" + i;
            change(event, Set.of(label), d -> d.hold(label, ANN, QUARTER).book(label, ANN));
          }
          return true;
        });
    long seen = 0;
    while (!writer.isDone() || seen < 200) {
      for (JournalEntry entry : ledger().journal(event, seen, Portion.of(7)).entries()) {
        seen++;
        assertEquals(seen, entry.seq());
      }
      assertTrue(!writer.isDone() || head(event).seq() == 200);
    }
    assertTrue(result(writer));
  }

  @Test
  default void P85_deleting_an_event_waits_for_a_change_of_it_under_way() throws Exception {
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, CatalogRules.fresh("chart")).key();
    EventId event = anEvent(workspace, chart, "gala").id();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1").book("A-1", ANN);
      write(transaction, draft);
      FutureTask<Boolean> deletion =
          inBackground(() -> again(() -> catalog().deleteEvent(workspace, "gala")));
      assertWaits(deletion);
      transaction.commit();
      assertTrue(result(deletion));
    }
    assertEquals(Optional.empty(), ledger().picture(event));
    assertEquals(List.of(), ledger().journal(event, 0, Portion.of(10)).entries());
  }

  @Test
  default void P86_whoever_waits_for_an_event_that_is_deleted_finds_it_absent() throws Exception {
    WorkspaceId workspace = aWorkspace();
    String chart = aPublishedChart(workspace, CatalogRules.fresh("chart")).key();
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        String key = "gala-" + round;
        EventId event = anEvent(workspace, chart, key).id();
        List<Boolean> answers =
            crowd.all(caller ->
                () ->
                    again(() ->
                        caller == 0
                            ? catalog().deleteEvent(workspace, key)
                            : holdsOrFindsAbsent(event)));
        assertEquals(List.of(true, true), answers);
        assertEquals(Optional.empty(), ledger().picture(event));
        assertEquals(List.of(), ledger().journal(event, 0, Portion.of(10)).entries());
      }
    }
  }

  private boolean holdsOrFindsAbsent(EventId event) {
    try (LedgerTransaction transaction = begin()) {
      Map<EventId, EventHead> heads = transaction.lock(SeatLedgerRules.waitFor(event));
      if (heads.isEmpty()) {
        return transaction.absent(Set.of(event)).contains(event);
      }
      LedgerReads reads = transaction.read(new ReadWish(List.of(objects(event, "A-1"))));
      writeAndCommit(transaction, draft(heads, reads, event).hold("A-1", ANN, QUARTER));
      return true;
    }
  }
}
