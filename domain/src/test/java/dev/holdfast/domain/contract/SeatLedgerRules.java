package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words in which the ledger's rules are written. */
public interface SeatLedgerRules extends CatalogRules {
  HoldToken ANN = new HoldToken("ann");
  HoldToken BEN = new HoldToken("ben");
  HoldToken CID = new HoldToken("cid");

  /** So long that it does not lapse unless the clock is moved. */
  Duration QUARTER = Duration.ofMinutes(15);

  /** How often trouble is met with another try, and how long altogether at most. */
  Duration ENOUGH = Duration.ofSeconds(20);

  static CommitId aCommit() {
    return new CommitId(UUID.randomUUID());
  }

  default LedgerTransaction begin() {
    return ledger().begin(aCommit());
  }

  /** An event where nothing ever happened. */
  default EventId anEvent() {
    return anEvent(aWorkspace()).id();
  }

  static LockWish waitFor(EventId event) {
    return new LockWish(Optional.of(event), new TreeSet<>());
  }

  static LockWish ifFree(EventId... events) {
    return new LockWish(Optional.empty(), new TreeSet<>(List.of(events)));
  }

  /** Asks for objects, without any token. */
  static ReadWish.OfEvent objects(EventId event, String... objects) {
    return new ReadWish.OfEvent(event, Set.of(objects), Set.of(), Set.of(), Set.of());
  }

  /** Locks one event that is there and nobody has. */
  static EventHead lock(LedgerTransaction transaction, EventId event) {
    EventHead head = transaction.lock(waitFor(event)).get(event);
    return there(head, "the event is there and its row free");
  }

  static LedgerReads.OfEvent read(LedgerTransaction transaction, ReadWish.OfEvent wish) {
    return answer(transaction.read(new ReadWish(List.of(wish))), wish.event());
  }

  static LedgerReads.OfEvent answer(LedgerReads reads, EventId event) {
    return there(reads.events().get(event), "one answer an event asked for");
  }

  private static <T> T there(@Nullable T value, String why) {
    return Optional.ofNullable(value).orElseThrow(() -> new AssertionError(why));
  }

  /** For one of several events that are locked and read. */
  static SeatLedgerDraft draft(Map<EventId, EventHead> heads, LedgerReads reads, EventId event) {
    EventHead head = there(heads.get(event), "the event is there and its row free");
    return new SeatLedgerDraft(head, reads.now(), answer(reads, event));
  }

  /** Locks and reads objects, then leaves what is to be written to the test. */
  static SeatLedgerDraft draft(LedgerTransaction transaction, EventId event, String... objects) {
    EventHead head = lock(transaction, event);
    LedgerReads reads = transaction.read(new ReadWish(List.of(objects(event, objects))));
    return new SeatLedgerDraft(head, reads.now(), answer(reads, event));
  }

  static void write(LedgerTransaction transaction, SeatLedgerDraft... drafts) {
    transaction.write(writes(drafts));
  }

  static LedgerWrites writes(SeatLedgerDraft... drafts) {
    return new LedgerWrites(Arrays.stream(drafts).map(SeatLedgerDraft::writes).toList());
  }

  /** Writes and commits at once. */
  static void writeAndCommit(LedgerTransaction transaction, SeatLedgerDraft... drafts) {
    transaction.commit(writes(drafts));
  }

  /** One whole transaction on one event, tried again when it meets trouble. */
  default void change(EventId event, Set<String> objects, Consumer<SeatLedgerDraft> changes) {
    again(() -> {
      try (LedgerTransaction transaction = begin()) {
        SeatLedgerDraft draft = draft(transaction, event, objects.toArray(String[]::new));
        changes.accept(draft);
        writeAndCommit(transaction, draft);
        return draft;
      }
    });
  }

  /** As callers do: what is unavailable is tried again, bounded. */
  static <T> T again(Supplier<T> work) {
    long end = System.nanoTime() + ENOUGH.toNanos();
    while (true) {
      try {
        return work.get();
      } catch (StoreFailure.Unavailable trouble) {
        if (System.nanoTime() > end) {
          throw trouble;
        }
      }
    }
  }

  default void aHeldSeat(EventId event, String label, HoldToken token, Duration life) {
    change(event, Set.of(label), draft -> draft.hold(label, token, life));
  }

  default void aBookedSeat(EventId event, String label, HoldToken token) {
    change(event, Set.of(label), draft -> draft.book(label, token));
  }

  default void aFreedSeat(EventId event, String label) {
    change(event, Set.of(label), draft -> draft.free(label));
  }

  /** Places held in an area of 100. */
  default AreaRecord heldPlaces(
      EventId event, String area, HoldToken token, int places, Duration life) {
    change(event, Set.of(area), draft -> draft.holdPlaces(area, token, places, life));
    return wholeArea(event, area).getLast();
  }

  /** Places held and then booked in an area of 100. */
  default AreaRecord bookedPlaces(EventId event, String area, HoldToken token, int places) {
    AreaRecord held = heldPlaces(event, area, token, places, QUARTER);
    change(event, Set.of(area), draft -> draft.bookPlaces(held));
    return wholeArea(event, area).getLast();
  }

  /** All records of an area, by their numbers. */
  default List<AreaRecord> wholeArea(EventId event, String area) {
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of(area), Set.of(), Set.of(), Set.of(area));
    return reads(wish).records().stream()
        .sorted(Comparator.comparingLong(AreaRecord::number))
        .toList();
  }

  /** What a transaction of its own reads. */
  default LedgerReads.OfEvent reads(ReadWish.OfEvent wish) {
    return again(() -> {
      try (LedgerTransaction transaction = begin()) {
        lock(transaction, wish.event());
        return read(transaction, wish);
      }
    });
  }

  /** The seat as a transaction of its own reads it. */
  default Seat seat(EventId event, String label) {
    return reads(objects(event, label)).seats().stream()
        .findFirst()
        .orElseGet(() -> Seat.untouched(label));
  }

  /** The event's head as a transaction of its own locks it. */
  default EventHead head(EventId event) {
    return again(() -> {
      try (LedgerTransaction transaction = begin()) {
        return lock(transaction, event);
      }
    });
  }

  /** The picture of an event that is there. */
  default EventPicture picture(EventId event) {
    return again(() -> ledger().picture(event)).orElseThrow();
  }

  /** The ledger's clock. */
  default Instant now(EventId event) {
    return picture(event).now();
  }

  /** The same things, each once, in whatever order. */
  static <T> void assertEach(Set<T> expected, List<T> actual) {
    assertEquals(expected, new HashSet<>(actual));
    assertEquals(expected.size(), actual.size(), () -> "each once: " + actual);
  }

  /** Nothing happened to the event: no entry, nothing but free seats. */
  default void assertUntouched(EventId event) {
    assertEquals(0, head(event).seq());
    assertEquals(List.of(), picture(event).seats());
    assertEquals(List.of(), picture(event).areas());
    assertEquals(List.of(), picture(event).records());
    assertEquals(List.of(), again(() -> ledger().journal(event, 0, Portion.of(10)).entries()));
  }

  /** Starts some work on a thread of its own. */
  static <T> FutureTask<T> inBackground(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  /** What the work came back with; fails if it threw or never ends. */
  static <T> T result(FutureTask<T> task) throws Exception {
    return task.get(60, TimeUnit.SECONDS);
  }

  /** The work does not end by itself, as far as a moment can tell. */
  static void assertWaits(FutureTask<?> task) {
    assertThrows(TimeoutException.class, () -> task.get(30, TimeUnit.MILLISECONDS));
  }

  /** Waits for the first, takes the others if they are free. */
  static LockWish waitForAnd(EventId first, EventId... others) {
    return new LockWish(Optional.of(first), new TreeSet<>(List.of(others)));
  }

  /** Of some objects, with the records and the holdings of some tokens. */
  static ReadWish.OfEvent under(EventId event, Set<String> objects, HoldToken... tokens) {
    return new ReadWish.OfEvent(event, objects, Set.of(tokens), Set.of(), Set.of());
  }

  /** Nothing of it is there afterwards, and the event goes on as before. */
  default void assertRefused(
      Class<? extends StoreFailure> trouble, EventId event, Consumer<SeatLedgerDraft> changes) {
    long seq = head(event).seq();
    int entries = ledger().journal(event, 0, Portion.of(100)).entries().size();
    try (LedgerTransaction transaction = begin()) {
      SeatLedgerDraft draft = draft(transaction, event, "A-1", "A-2", "floor");
      changes.accept(draft);
      assertThrows(trouble, () -> writeAndCommit(transaction, draft));
    }
    assertEquals(seq, head(event).seq());
    assertEquals(entries, ledger().journal(event, 0, Portion.of(100)).entries().size());
    change(event, Set.of("A-9"), draft -> draft.hold("A-9", ANN, QUARTER));
    assertEquals(seq + 1, head(event).seq());
  }
}
