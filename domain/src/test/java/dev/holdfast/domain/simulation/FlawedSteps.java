package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.TransactionWrapper;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Changes of status that are not decided as a whole, or not by what stands under the lock. */
final class FlawedSteps {
  private FlawedSteps() {}

  /** Each change of a step is a transaction of its own; those before one that is refused stand. */
  static Desks inParts(Desks sound) {
    return new Desks() {
      @Override
      public <A> Result<A> perform(Command<A> command, Optional<Once<A>> once) {
        return sound.perform(command, once);
      }

      @Override
      public StepResult perform(Step step, Optional<Once<List<List<ChangedObject>>>> once) {
        List<List<ChangedObject>> done = new ArrayList<>();
        Map<EventId, List<SeatNews>> news = new TreeMap<>();
        for (Change each : step.changes()) {
          boolean isLast = done.size() == step.changes().size() - 1;
          StepResult part =
              sound.perform(new Step(List.of(each)), isLast ? once : Optional.empty());
          if (!(part instanceof StepResult.Decided decided)
              || !(decided.outcome() instanceof Outcome.Accepted<List<List<ChangedObject>>> yes)) {
            return part;
          }
          done.addAll(yes.answer());
          decided.news().forEach((event, seats) -> news.merge(event, seats, FlawedSteps::both));
          if (isLast) {
            return new StepResult.Decided(Outcome.accepted(done), news, decided.asOf());
          }
        }
        throw new IllegalStateException("a step has changes");
      }

      @Override
      public <A> List<CompletableFuture<Result<A>>> performAll(
          List<? extends Command<A>> commands) {
        return sound.performAll(commands);
      }
    };
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** Of a step over several events only the first is written. */
  static SeatLedgerPort firstEventOnly(SeatLedgerPort sound) {
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public void write(LedgerWrites writes) {
            open.write(
                isStep(writes)
                    ? new LedgerWrites(writes.events().subList(0, 1), writes.answers())
                    : writes);
          }
        };
      }
    };
  }

  private static boolean isStep(LedgerWrites writes) {
    List<JournalEntry> entries =
        writes.events().stream()
            .flatMap(of -> of.journal().stream())
            .filter(entry -> entry.kind() != JournalKind.EXPIRED)
            .toList();
    return writes.events().size() > 1
        && entries.stream().map(JournalEntry::event).distinct().count() > 1
        && entries.stream().map(JournalEntry::origin).distinct().count() == 1;
  }

  /** Whoever chooses does so by what was free when the transaction began. */
  static SeatLedgerPort choosingBeforeLock(SeatLedgerPort sound) {
    Set<EventId> known = new HashSet<>();
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        Map<EventId, Set<String>> gone = new HashMap<>();
        known.forEach(
            event -> ledger.picture(event).ifPresent(picture -> gone.put(event, gone(picture))));
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public Map<EventId, EventHead> lock(LockWish wish) {
            Map<EventId, EventHead> heads = open.lock(wish);
            known.addAll(heads.keySet());
            return heads;
          }

          @Override
          public LedgerReads read(ReadWish wish) {
            LedgerReads now = open.read(wish);
            Map<EventId, LedgerReads.OfEvent> before = new HashMap<>(now.events());
            wish.events().stream()
                .filter(of -> of.whole() && gone.containsKey(of.event()))
                .forEach(of ->
                    before.computeIfPresent(
                        of.event(),
                        (event, rows) -> freed(rows, gone.getOrDefault(event, Set.of()))));
            return new LedgerReads(now.now(), before);
          }
        };
      }
    };
  }

  private static Set<String> gone(EventPicture picture) {
    return picture.seats().stream()
        .filter(seat -> !(seat.state() instanceof SeatState.Free))
        .map(Seat::label)
        .collect(Collectors.toSet());
  }

  private static LedgerReads.OfEvent freed(LedgerReads.OfEvent rows, Set<String> gone) {
    List<Seat> seats =
        rows.seats().stream()
            .map(seat ->
                gone.contains(seat.label())
                    ? seat
                    : new Seat(seat.label(), seat.version(), SeatState.FREE))
            .toList();
    return new LedgerReads.OfEvent(
        seats, rows.areas(), rows.records(), rows.holdings(), rows.terms());
  }

  /** Conditions are compared with how things stand when the request comes, and then no more. */
  static Asked.Request checkedBeforehand(Asked.Request sound, World world) {
    return switch (sound) {
      case Asked.ToChange(var event, var change) ->
          new Asked.ToChange(event, checked(new StatusChange(event, change), world));
      case Asked.ToStep(var changes) ->
          new Asked.ToStep(
              changes.stream()
                  .map(each -> new StatusChange(each.event(), checked(each, world)))
                  .toList());
      default -> sound;
    };
  }

  private static StatusRequest checked(StatusChange change, World world) {
    StatusRequest request = change.request();
    Map<String, String> words = new HashMap<>();
    world
        .hall
        .ledger
        .picture(change.event().id())
        .ifPresent(picture ->
            picture.seats().forEach(seat -> words.put(seat.label(), seat.state().word())));
    boolean isMet =
        request.objects().stream()
            .allMatch(each ->
                !House.AREAS.containsKey(each.object())
                    && StatusRules.admits(
                        request, words.getOrDefault(each.object(), SeatState.Free.WORD)));
    return isMet
        ? new StatusRequest(
            request.goal(),
            request.objects(),
            Conditions.NONE,
            request.order(),
            request.keepExtraData(),
            request.seller())
        : request;
  }
}
