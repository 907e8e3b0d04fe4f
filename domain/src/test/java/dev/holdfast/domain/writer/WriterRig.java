package dev.holdfast.domain.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Expire;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.JournalAudit;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.Writer.Submitted;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** A writer over a ledger in memory to which things can happen; pauses move the clock. */
final class WriterRig {
  static final Duration TTL = Duration.ofMinutes(10);

  final Hall hall = Hall.open(Hall.plan(20, 10));
  final TroubledLedger ledger = new TroubledLedger(hall.ledger);
  final Event friday = hall.event("evt_friday");
  final Event saturday = hall.event("evt_saturday");
  final Event sunday = hall.event("evt_sunday");
  final Writer writer;
  private long strangers;

  WriterRig() {
    this(WriterLimits.STANDARD);
  }

  WriterRig(WriterLimits limits) {
    writer =
        new Writer(
            ledger, hall.clock, IdSource.secure(), HoldPolicy.STANDARD, limits, hall.clock::tick);
  }

  /** Standard bounds but for the number of commands in a transaction. */
  static WriterRig withTransactionsOf(int commands) {
    WriterLimits all = WriterLimits.STANDARD;
    return new WriterRig(
        new WriterLimits(
            all.maxQueued(), all.maxWait(), commands, all.maxObjects(), all.fateWait(), 1));
  }

  static HoldToken token(String name) {
    return new HoldToken(name);
  }

  static Hold hold(Event event, String token, String... seats) {
    List<Wanted> wanted =
        Arrays.stream(seats).<Wanted>map(seat -> new Wanted.WantedSeat(seat, "gold")).toList();
    return hold(event, token, wanted);
  }

  static Hold holdPlaces(Event event, String token, int places) {
    return hold(event, token, List.of(new Wanted.WantedPlaces("pit", "standing", places, 10)));
  }

  static Hold hold(Event event, String token, List<Wanted> wanted) {
    return new Hold(
        event.id(), event.layout(), token(token), wanted, TTL, ExtraData.NONE, Origin.OWN);
  }

  static Book book(Event event, String token, String... objects) {
    return new Book(event.id(), token(token), List.of(objects), ExtraData.NONE, null, Origin.OWN);
  }

  Expire sweep(Event event) {
    return new Expire(
        event.id(),
        hall.ledger.due(100).stream().filter(due -> due.event().equals(event.id())).toList());
  }

  <A> Submitted<A> submit(Command<A> command) {
    return writer.submit(command);
  }

  /** Runs batches until nothing waits. */
  void runAll() {
    while (writer.runNext()) {
      assertTrue(hall.clock.passed().toHours() < 1, "the writer runs in circles");
    }
  }

  /** Somebody else takes the event's row and freezes. */
  LedgerTransaction freeze(Event event) {
    LedgerTransaction open = hall.ledger.begin(new CommitId(new UUID(7, ++strangers)));
    assertEquals(1, open.lock(new LockWish(Optional.of(event.id()), new TreeSet<>())).size());
    return open;
  }

  /** Its result, which must be there. */
  static <A> Result<A> result(Submitted<A> submitted) {
    assertTrue(submitted.result().isDone(), "not answered");
    return submitted.result().join();
  }

  /** Its outcome, which must have been decided. */
  static <A> Outcome<A> outcome(Submitted<A> submitted) {
    return ((Result.Decided<A>) result(submitted)).outcome();
  }

  static <A> A accepted(Submitted<A> submitted) {
    return ((Outcome.Accepted<A>) outcome(submitted)).answer();
  }

  static void assertHeld(Submitted<List<HeldObject>> submitted) {
    assertTrue(!accepted(submitted).isEmpty());
  }

  static void assertBooked(Submitted<List<TakenObject>> submitted) {
    assertTrue(!accepted(submitted).isEmpty());
  }

  static void assertRefused(Class<?> reason, Submitted<?> submitted) {
    Result.Decided<?> decided = assertInstanceOf(Result.Decided.class, result(submitted));
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, decided.outcome());
    assertInstanceOf(reason, refused.first());
  }

  /** The trouble it ended in. */
  static <T extends Throwable> T trouble(Class<T> kind, Submitted<?> submitted) {
    assertTrue(submitted.result().isDone(), "not answered");
    CompletionException thrown =
        assertThrows(CompletionException.class, () -> submitted.result().join());
    return assertInstanceOf(kind, thrown.getCause());
  }

  /** An event's journal as words, after checking it for what must never be (I1, I6, I7). */
  List<String> journal(Event event) {
    return journal(event.id());
  }

  private List<String> journal(EventId event) {
    List<JournalEntry> journal =
        hall.ledger.journal(event, 0, new Portion(10_000, Integer.MAX_VALUE)).entries();
    JournalAudit audit = new JournalAudit();
    journal.forEach(audit::read);
    assertEquals(List.of(), hall.ledger.audit(event));
    return journal.stream().map(WriterRig::words).toList();
  }

  private static String words(JournalEntry entry) {
    HoldToken token = entry.token();
    return entry.kind().word()
        + " "
        + entry.object()
        + (entry.area() ? "*" + entry.quantity() : "")
        + " by "
        + (token == null ? "nobody" : token.value());
  }
}
