package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.writer.Result;
import java.util.List;
import java.util.Optional;

/**
 * Commands that depend on what an event sells now. What the caller knows of the event may be a
 * moment old, so a refusal is by the newest layout only, and a command that meets another layout
 * under the lock is made again.
 */
final class LayoutNow {
  /** How often a command is made again because the chart was republished under it. */
  private static final int ATTEMPTS = 5;

  private final CatalogPort catalog;
  private final Settlement settlement;

  LayoutNow(CatalogPort catalog, Settlement settlement) {
    this.catalog = catalog;
    this.settlement = settlement;
  }

  /** What came of one attempt. */
  sealed interface Attempt<A> {
    /** It was decided. */
    record Over<A>(Outcome<A> outcome) implements Attempt<A> {}

    /** The layout refuses it; the weightiest first. */
    record NotByThis<A>(List<Refusal> reasons) implements Attempt<A> {}

    /** The event sells by another layout. */
    record Moved<A>(LayoutVersion layout) implements Attempt<A> {}
  }

  /** Tries a command on a layout. */
  @FunctionalInterface
  interface Try<A> {
    Attempt<A> on(LayoutVersion layout, SeatingPlan plan);
  }

  /**
   * Tries on the layout that the event is known to sell by, and on newer ones.
   *
   * @param once the wish to be known when it comes again; what the layout refuses is kept here
   * @throws StoreFailure.Unavailable when it is republished faster than it can be decided
   */
  <A> Outcome<A> decide(Event event, Optional<Once<A>> once, Try<A> one) {
    LayoutVersion layout = event.layout();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LayoutVersion on = layout;
      Attempt<A> result =
          plan(on)
              .map(plan -> one.on(on, plan))
              .orElseGet(() -> new Attempt.NotByThis<>(List.of()));
      switch (result) {
        case Attempt.Over<A>(Outcome<A> outcome) -> {
          return outcome;
        }
        case Attempt.Moved<A>(LayoutVersion newer) -> layout = newer;
        case Attempt.NotByThis<A>(List<Refusal> reasons) -> {
          Optional<LayoutVersion> newest = catalog.layoutOf(event.id());
          if (newest.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownEvent());
          }
          if (newest.get().equals(on) && !reasons.isEmpty()) {
            return settlement.settle(once, Outcome.refused(reasons));
          }
          layout = newest.get();
        }
      }
    }
    throw new StoreFailure.Unavailable("the chart is republished faster than it is sold", null);
  }

  /**
   * What an event sells now. For those to whom it matters little if it changes meanwhile.
   *
   * @throws StoreFailure.Unavailable when it is republished faster than it can be read
   */
  SeatingPlan plan(Event event) {
    Optional<SeatingPlan> known = plan(event.layout());
    for (int attempt = 0; attempt < ATTEMPTS && known.isEmpty(); attempt++) {
      known = catalog.layoutOf(event.id()).map(this::plan).orElse(Optional.of(SeatingPlan.EMPTY));
    }
    return known.orElseThrow(() ->
        new StoreFailure.Unavailable("the chart is republished faster than it is read", null));
  }

  /** What an event sells, and by which layout. */
  record Sold(LayoutVersion on, SeatingPlan plan) {}

  /**
   * What an event sells now; empty when there is no such event.
   *
   * @throws StoreFailure.Unavailable when it is republished faster than it can be read
   */
  Optional<Sold> sold(EventId event) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<LayoutVersion> on = catalog.layoutOf(event);
      if (on.isEmpty()) {
        return Optional.empty();
      }
      Optional<SeatingPlan> plan = plan(on.get());
      if (plan.isPresent()) {
        return Optional.of(new Sold(on.get(), plan.get()));
      }
    }
    throw new StoreFailure.Unavailable("the chart is republished faster than it is read", null);
  }

  /** What an attempt came to once the command was handed in. */
  static <A> Attempt<A> of(Result<A> result) {
    return switch (result) {
      case Result.Decided<A>(Outcome<A> outcome, var _, long _) -> new Attempt.Over<>(outcome);
      case Result.LayoutMoved<A>(LayoutVersion newer) -> new Attempt.Moved<>(newer);
      case Result.Repeated<A>(Repeat repeat) -> new Attempt.Over<>(new Outcome.Repeated<>(repeat));
      case Result.Left<A> _ ->
          throw new StoreFailure.Unavailable("the command was not decided", null);
    };
  }

  private Optional<SeatingPlan> plan(LayoutVersion on) {
    return on.version() == 0 ? Optional.of(SeatingPlan.EMPTY) : catalog.plan(on);
  }
}
