package dev.holdfast.domain.writer;

import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.EventDesk;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One try of a step: all its events locked in ascending order, read, decided, committed. */
final class StepTransaction {
  private final Step step;
  private final Optional<Once<List<List<ChangedObject>>>> once;
  private final HoldPolicy policy;
  private final Map<EventId, EventDesk> desks = new TreeMap<>();
  private Optional<StepResult> committing = Optional.empty();

  StepTransaction(Step step, Optional<Once<List<List<ChangedObject>>>> once, HoldPolicy policy) {
    this.step = step;
    this.once = once;
    this.policy = policy;
  }

  /**
   * Runs it.
   *
   * @param open nothing was asked of it yet; when this returns it is committed, or need not be
   * @param asOf monotonic nanoseconds of now
   * @return empty when lapsed holds were ended that stood in its way: it has to be tried again
   */
  Optional<StepResult> run(LedgerTransaction open, long asOf) {
    NavigableSet<IdempotencyKey> keys = new TreeSet<>();
    once.ifPresent(each -> keys.add(each.key()));
    Receipts receipts = Receipts.claim(open, keys);
    Optional<Repeat> repeat = once.flatMap(receipts::repeat);
    if (repeat.isPresent()) {
      return Optional.of(new StepResult.Repeated(repeat.get()));
    }
    Map<EventId, ReadWish.OfEvent> wishes = step.reads();
    LedgerTransaction.Locked locks =
        open.lockAndRead(
            new LockWish(step.events(), new TreeSet<>()),
            new ReadWish(List.copyOf(wishes.values())));
    if (!locks.heads().keySet().containsAll(step.events())) {
      return Optional.of(decided(Outcome.refused(new Refusal.UnknownEvent()), asOf));
    }
    locks.heads().forEach((event, head) -> desks.put(event, desk(head, wishes, locks.reads())));
    Optional<StepResult> moved = moved(locks.heads());
    if (moved.isPresent()) {
      return moved;
    }
    if (step.clearsTheWay(desks)) {
      Transaction.commit(open, new LedgerWrites(writes(), List.of()));
      return Optional.empty();
    }
    Outcome<List<List<ChangedObject>>> outcome = step.decide(desks);
    receipts.keep(once, outcome);
    List<LedgerWrites.OfEvent> writes =
        outcome instanceof Outcome.Accepted<List<List<ChangedObject>>> ? writes() : List.of();
    committing = Optional.of(decided(outcome, asOf));
    if (!writes.isEmpty() || !receipts.kept().isEmpty()) {
      Transaction.commit(open, new LedgerWrites(writes, receipts.kept()));
    }
    return committing;
  }

  /** What it has come to if its commit, which was not answered, turns out to have happened. */
  Optional<StepResult> committing() {
    return committing;
  }

  private EventDesk desk(EventHead head, Map<EventId, ReadWish.OfEvent> wishes, LedgerReads reads) {
    LedgerReads.OfEvent rows =
        reads.events().getOrDefault(head.event(), LedgerReads.OfEvent.NOTHING);
    ReadWish.OfEvent wish = Objects.requireNonNull(wishes.get(head.event()));
    return new EventDesk(head, wish, rows, reads.now(), policy);
  }

  private Optional<StepResult> moved(Map<EventId, EventHead> heads) {
    for (Change each : step.changes()) {
      SoldBy now = Objects.requireNonNull(heads.get(each.event())).soldBy();
      if (!now.equals(each.on())) {
        return Optional.of(new StepResult.SaleMoved(each.event(), now));
      }
    }
    return Optional.empty();
  }

  private List<LedgerWrites.OfEvent> writes() {
    return desks.values().stream().filter(EventDesk::changed).map(EventDesk::writes).toList();
  }

  /** After a refusal the desks say what would have been, which is no news. */
  private StepResult decided(Outcome<List<List<ChangedObject>>> outcome, long asOf) {
    Map<EventId, List<SeatNews>> news = new TreeMap<>();
    if (outcome instanceof Outcome.Accepted<List<List<ChangedObject>>>) {
      Map<EventId, Set<String>> seats = new TreeMap<>();
      for (Change each : step.changes()) {
        seats.computeIfAbsent(each.event(), _ -> new HashSet<>()).addAll(each.seats());
      }
      desks.forEach(
          (event, desk) -> news.put(event, desk.news(seats.getOrDefault(event, Set.of()))));
    }
    return new StepResult.Decided(outcome, news, asOf);
  }
}
