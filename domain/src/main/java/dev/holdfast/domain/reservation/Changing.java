package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Change;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Step;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.writer.Result;
import dev.holdfast.domain.writer.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changing the status of objects: one event's with the commands of others, or in a step. */
final class Changing {
  /** How often a step is made again because a chart was republished under it. */
  private static final int ATTEMPTS = 5;

  private final Desks desks;
  private final Gate gate;
  private final LayoutNow layouts;
  private final Settlement settlement;

  Changing(Desks desks, Gate gate, LayoutNow layouts, Settlement settlement) {
    this.desks = desks;
    this.gate = gate;
    this.layouts = layouts;
    this.settlement = settlement;
  }

  Outcome<List<ChangedObject>> change(
      Event event, StatusRequest request, Origin origin, Optional<Once<List<ChangedObject>>> once) {
    return layouts.decide(
        event,
        once,
        (on, plan) ->
            switch (new Targets(plan, OnSale.EVERYTHING, request).verdict()) {
              case Verdict.Fit<List<Target>>(List<Target> targets) ->
                  decide(command(event, on, request, targets, origin), once);
              case Verdict.Unfit<List<Target>>(List<Refusal> reasons) ->
                  new LayoutNow.Attempt.NotByThis<>(reasons);
            });
  }

  private LayoutNow.Attempt<List<ChangedObject>> decide(
      Change change, Optional<Once<List<ChangedObject>>> once) {
    Result<List<ChangedObject>> result = desks.perform(change, once);
    if (result instanceof Result.Decided<List<ChangedObject>>(var _, var news, long asOf)) {
      gate.learn(change.event(), news, asOf);
    }
    return LayoutNow.of(result);
  }

  private static Change command(
      Event event, LayoutVersion on, StatusRequest request, List<Target> targets, Origin origin) {
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
        SeatingPlan plan = sold.get().plan();
        switch (new Targets(plan, OnSale.EVERYTHING, each.request()).verdict()) {
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
        case StepResult.LayoutMoved _ -> {
          // By the time it was decided there was another: that is the one to sell by.
        }
      }
    }
    throw new StoreFailure.Unavailable("charts are republished faster than they are sold", null);
  }
}
