package dev.holdfast.domain.reservation;

import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.choice.Seating;
import dev.holdfast.domain.decision.Allotment;
import dev.holdfast.domain.decision.Annotate;
import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.ChooseBest;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changing the status of objects: one event's with the commands of others, or in a step. */
final class Changing {
  /** How often a step is made again because a chart or rules changed under it. */
  private static final int ATTEMPTS = 5;

  private final Desks desks;
  private final Gate gate;
  private final Passage passage;
  private final LayoutNow layouts;
  private final Sales sales;
  private final Settlement settlement;

  Changing(
      Desks desks,
      Gate gate,
      Passage passage,
      LayoutNow layouts,
      Sales sales,
      Settlement settlement) {
    this.desks = desks;
    this.gate = gate;
    this.passage = passage;
    this.layouts = layouts;
    this.sales = sales;
    this.settlement = settlement;
  }

  Outcome<List<ChangedObject>> change(
      Event event, StatusRequest request, Origin origin, Optional<Once<List<ChangedObject>>> once) {
    return layouts.decide(
        event,
        once,
        (on, offered) ->
            switch (new Targets(offered, request).verdict()) {
              case Verdict.Fit<List<Target>>(List<Target> targets) ->
                  decide(command(event, on, request, targets, origin), once);
              case Verdict.Unfit<List<Target>>(List<Refusal> reasons) ->
                  new LayoutNow.Attempt.NotByThis<>(reasons);
            });
  }

  private LayoutNow.Attempt<List<ChangedObject>> decide(
      Change change, Optional<Once<List<ChangedObject>>> once) {
    return change.goal() instanceof Goal.Hold hold
        ? passage.pass(hopeful(change, hold, once))
        : decide((Command<List<ChangedObject>>) change, once);
  }

  /**
   * Whoever holds a seat keeps all others from it. What is taken may be on resale, or have a status
   * from which it can be held: that the ledger knows.
   */
  private static Passage.Hopeful<List<ChangedObject>> hopeful(
      Change change, Goal.Hold hold, Optional<Once<List<ChangedObject>>> once) {
    boolean onlySeats =
        change.targets().stream().allMatch(each -> each.wanted() instanceof Wanted.WantedSeat);
    return new Passage.Hopeful<>(
        change,
        hold.holder(),
        onlySeats
            ? change.targets().stream().map(each -> each.wanted().object()).toList()
            : List.of(),
        hold.life(),
        seat -> !seat.taken(),
        once);
  }

  private <A> LayoutNow.Attempt<A> decide(Command<A> command, Optional<Once<A>> once) {
    Result<A> result = desks.perform(command, once);
    if (result instanceof Result.Decided<A>(var _, var news, long asOf)) {
      gate.learn(command.event(), news, asOf);
    }
    return LayoutNow.of(result);
  }

  /**
   * The gate is not asked: it knows seats by their names, and which they are is not known before
   * the ledger has decided.
   */
  Outcome<Chosen> changeBest(
      Event event, BestRequest request, Origin origin, Optional<Once<Chosen>> once) {
    return layouts.decide(
        event,
        once,
        (on, offered) -> {
          Allotment allotment = new SellersAllotment(offered, request.seller(), false);
          return sales
              .seating(event.id(), on, offered.onSale().rules().categories())
              .map(seating -> decide(best(event, on, seating, allotment, request, origin), once))
              .orElseGet(() -> new LayoutNow.Attempt.NotByThis<>(List.of()));
        });
  }

  Outcome<List<ChangedObject>> annotate(
      Event event,
      Map<String, ExtraData> extraData,
      Origin origin,
      Optional<Once<List<ChangedObject>>> once) {
    return layouts.decide(
        event,
        once,
        (on, offered) -> {
          List<Refusal> reasons =
              extraData.keySet().stream().flatMap(each -> notASeat(offered, each)).toList();
          return reasons.isEmpty()
              ? decide(new Annotate(event.id(), on, extraData, origin), once)
              : new LayoutNow.Attempt.NotByThis<>(reasons);
        });
  }

  /** Whatever is drawn, sold or not: what hangs on it is no matter of who sells it. */
  private static Stream<Refusal> notASeat(Offered offered, String label) {
    return switch (offered.plan().objects().get(label)) {
      case null -> Stream.of(new Refusal.UnknownObject(label));
      case Bookable.NamedSeat _ -> Stream.of();
      case Bookable.Places _ -> Stream.of(new Refusal.NotASeat(label));
    };
  }

  private static ChooseBest best(
      Event event,
      SoldBy on,
      Seating seating,
      Allotment allotment,
      BestRequest request,
      Origin origin) {
    return new ChooseBest(
        event.id(),
        on,
        seating,
        request.wish(),
        allotment,
        request.goal(),
        new ChooseBest.Particulars(
            request.order(), request.keepExtraData(), request.extraData(), request.ticketTypes()),
        origin);
  }

  private static Change command(
      Event event, SoldBy on, StatusRequest request, List<Target> targets, Origin origin) {
    return new Change(
        event.id(),
        on,
        request.goal(),
        targets,
        request.conditions(),
        request.order(),
        request.keepExtraData(),
        origin);
  }

  Outcome<List<List<ChangedObject>>> change(
      List<StatusChange> changes, Origin origin, Optional<Once<List<List<ChangedObject>>>> once) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Change> commands = new ArrayList<>();
      for (StatusChange each : changes) {
        Optional<LayoutNow.Sold> sold = layouts.sold(each.event().id());
        if (sold.isEmpty()) {
          return Outcome.refused(new Refusal.UnknownEvent());
        }
        switch (new Targets(sold.get().offered(), each.request()).verdict()) {
          case Verdict.Fit<List<Target>>(List<Target> targets) ->
              commands.add(command(each.event(), sold.get().on(), each.request(), targets, origin));
          case Verdict.Unfit<List<Target>>(List<Refusal> reasons) -> {
            return settlement.settle(once, Outcome.refused(reasons));
          }
        }
      }
      switch (desks.perform(new Step(commands), once)) {
        case StepResult.Decided(var outcome, var news, long asOf) -> {
          news.forEach((event, seats) -> gate.learn(event, seats, asOf));
          return outcome;
        }
        case StepResult.Repeated(var repeat) -> {
          return new Outcome.Repeated<>(repeat);
        }
        case StepResult.SaleMoved _ -> {
          // By the time it was decided there was another: that is the one to sell by.
        }
      }
    }
    throw new StoreFailure.Unavailable("events change faster than they are sold", null);
  }
}
