package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.EventDesk;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One run of a batch against the ledger: lock, read, decide each command alone and in order, write,
 * commit. Answers are given by the caller, and only after the commit.
 */
final class Transaction {
  private final SeatLedgerPort ledger;
  private final HoldPolicy policy;
  private final TimeSource time;
  private final Batch batch;
  private final Map<EventId, EventDesk> desks = new HashMap<>();
  private final List<Runnable> answers = new ArrayList<>();
  private final List<Pending<?>> again = new ArrayList<>();
  private final Set<EventId> locked = new HashSet<>();
  private final Set<Pending<?>> known = new HashSet<>();
  private Receipts receipts = Receipts.NONE;
  private long readAt;
  private boolean committed;

  Transaction(SeatLedgerPort ledger, HoldPolicy policy, TimeSource time, Batch batch) {
    this.ledger = ledger;
    this.policy = policy;
    this.time = time;
    this.batch = batch;
  }

  /** Runs it; returns when everything it answers is durable. */
  void run(CommitId id) {
    try (LedgerTransaction open = ledger.begin(id)) {
      receipts = Receipts.claim(open, batch.commands());
      batch.commands().forEach(this::repeatIfKnown);
      if (known.size() == batch.size()) {
        return;
      }
      Map<EventId, ReadWish.OfEvent> wishes = wishes();
      readAt = time.nanos();
      LedgerTransaction.Locked locks =
          open.lockAndRead(batch.locks(), new ReadWish(List.copyOf(wishes.values())));
      setAside(open, locks.heads());
      new TreeMap<>(locks.heads())
          .values()
          .forEach(head ->
              decide(head, Objects.requireNonNull(wishes.get(head.event())), locks.reads()));
      List<LedgerWrites.OfEvent> writes =
          batch.byEvent().keySet().stream()
              .map(desks::get)
              .filter(desk -> desk != null && desk.changed())
              .map(desk -> Objects.requireNonNull(desk).writes())
              .sorted((one, two) -> one.event().compareTo(two.event()))
              .toList();
      if (!writes.isEmpty() || !receipts.kept().isEmpty()) {
        commit(open, new LedgerWrites(writes, receipts.kept()));
        committed = true;
      }
    }
  }

  /** Whatever breaks in a commit, the store does not know of: it may have happened. */
  static void commit(LedgerTransaction open, LedgerWrites writes) {
    try {
      open.commit(writes);
    } catch (StoreFailure e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new StoreFailure.CommitUnknown("the commit broke", e);
    }
  }

  /** Whether its changes are durable: whatever breaks afterwards, it must not run again. */
  boolean committed() {
    return committed;
  }

  /** Gives every answer it came to. */
  void answer() {
    answers.forEach(Runnable::run);
  }

  /** Commands to be decided another time: somebody else had their event, or much had lapsed. */
  List<Pending<?>> again() {
    return again;
  }

  /** Events that somebody else had locked. */
  Set<EventId> locked() {
    return locked;
  }

  private void setAside(LedgerTransaction open, Map<EventId, EventHead> heads) {
    Set<EventId> missing = new HashSet<>(batch.byEvent().keySet());
    missing.removeAll(heads.keySet());
    if (missing.isEmpty()) {
      return;
    }
    Set<EventId> absent = open.absent(missing);
    for (EventId event : missing) {
      for (Pending<?> each : commands(event)) {
        if (absent.contains(event)) {
          refuseUnknown(each);
        } else if (each.command().waits()) {
          again.add(each);
          locked.add(event);
        } else {
          leave(each);
        }
      }
    }
  }

  /** What the commands need of each event, by ascending event. */
  private Map<EventId, ReadWish.OfEvent> wishes() {
    Map<EventId, ReadWish.OfEvent> wishes = new TreeMap<>();
    batch
        .byEvent()
        .keySet()
        .forEach(event ->
            wishes.put(
                event,
                ReadWish.OfEvent.all(
                    event, commands(event).stream().map(each -> each.command().reads()).toList())));
    return wishes;
  }

  private void decide(EventHead head, ReadWish.OfEvent wish, LedgerReads reads) {
    LedgerReads.OfEvent rows =
        reads.events().getOrDefault(head.event(), LedgerReads.OfEvent.NOTHING);
    EventDesk desk = new EventDesk(head, wish, rows, reads.now(), policy);
    desks.put(head.event(), desk);
    for (Pending<?> each : commands(head.event())) {
      if (isCurrent(each.command(), head.soldBy())) {
        decide(each, desk);
      } else {
        moved(each, head.soldBy());
      }
    }
  }

  private static boolean isCurrent(Command<?> command, SoldBy now) {
    Optional<SoldBy> checked = command.soldBy();
    return checked.isEmpty() || checked.get().equals(now);
  }

  private <A> void decide(Pending<A> pending, EventDesk desk) {
    if (repeatIfKnown(pending)) {
      return;
    }
    Command<A> command = pending.command();
    if (command.clearsTheWay(desk)) {
      again.add(pending);
      return;
    }
    Outcome<A> outcome = command.decide(desk);
    receipts.keep(pending, outcome);
    Result<A> result =
        new Result.Decided<>(outcome, desk.news(command.seats(desk, outcome)), readAt);
    answers.add(() -> pending.complete(result));
  }

  /** Answers a command whose key is known, whatever has become of its event. */
  private <A> boolean repeatIfKnown(Pending<A> pending) {
    Optional<Repeat> repeat = receipts.repeat(pending);
    repeat.ifPresent(told -> {
      known.add(pending);
      answers.add(() -> pending.complete(new Result.Repeated<>(told)));
    });
    return repeat.isPresent();
  }

  private <A> void refuseUnknown(Pending<A> pending) {
    Outcome<A> outcome = Outcome.refused(new Refusal.UnknownEvent());
    answers.add(() -> pending.complete(new Result.Decided<>(outcome, List.of(), readAt)));
  }

  private <A> void leave(Pending<A> pending) {
    answers.add(() -> pending.complete(new Result.Left<>()));
  }

  private <A> void moved(Pending<A> pending, SoldBy now) {
    answers.add(() -> pending.complete(new Result.SaleMoved<>(now)));
  }

  private List<Pending<?>> commands(EventId event) {
    List<Pending<?>> commands = batch.byEvent().getOrDefault(event, List.of());
    return known.isEmpty()
        ? commands
        : commands.stream().filter(each -> !known.contains(each)).toList();
  }
}
