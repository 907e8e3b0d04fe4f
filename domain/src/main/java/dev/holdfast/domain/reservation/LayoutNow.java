package dev.holdfast.domain.reservation;

import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SoldBy;
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
 * moment old, so a refusal is by the newest layout and rules only, and a command that meets others
 * under the lock is made again.
 */
final class LayoutNow {
  /** How often a command is made again because the chart or the rules changed under it. */
  private static final int ATTEMPTS = 5;

  private final CatalogPort catalog;
  private final Sales sales;
  private final Settlement settlement;

  LayoutNow(CatalogPort catalog, Sales sales, Settlement settlement) {
    this.catalog = catalog;
    this.sales = sales;
    this.settlement = settlement;
  }

  /** What came of one attempt. */
  sealed interface Attempt<A> {
    /** It was decided. */
    record Over<A>(Outcome<A> outcome) implements Attempt<A> {}

    /** What is offered refuses it; the weightiest first. */
    record NotByThis<A>(List<Refusal> reasons) implements Attempt<A> {}

    /** The event sells by another layout, or other rules. */
    record Moved<A>(SoldBy soldBy) implements Attempt<A> {}
  }

  /** Tries a command on what is offered. */
  @FunctionalInterface
  interface Try<A> {
    Attempt<A> on(SoldBy by, Offered offered);
  }

  /**
   * Tries on what the event is known to sell by, and on what is newer.
   *
   * @param once the wish to be known when it comes again; what is refused here is kept here
   * @throws StoreFailure.Unavailable when that changes faster than it can be decided
   */
  <A> Outcome<A> decide(Event event, Optional<Once<A>> once, Try<A> one) {
    SoldBy by = event.soldBy();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Sold> sold = sold(event.id(), by);
      SoldBy on = sold.map(Sold::on).orElse(by);
      Attempt<A> result =
          sold.map(each -> one.on(on, each.offered()))
              .orElseGet(() -> new Attempt.NotByThis<>(List.of()));
      switch (result) {
        case Attempt.Over<A>(Outcome<A> outcome) -> {
          return outcome;
        }
        case Attempt.Moved<A>(SoldBy newer) -> by = newer;
        case Attempt.NotByThis<A>(List<Refusal> reasons) -> {
          Optional<SoldBy> newest = catalog.soldBy(event.id());
          if (newest.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownEvent());
          }
          if (newest.get().equals(on) && !reasons.isEmpty()) {
            return settlement.settle(once, Outcome.refused(reasons));
          }
          by = newest.get();
        }
      }
    }
    throw new StoreFailure.Unavailable("the event changes faster than it is sold", null);
  }

  private Optional<Sold> sold(EventId event, SoldBy by) {
    return sales
        .onSale(event, by)
        .flatMap(current ->
            plan(by.layout())
                .map(plan -> new Sold(current.by(), new Offered(plan, current.onSale()))));
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

  /** What an event sells, and by which layout and rules. */
  record Sold(SoldBy on, Offered offered) {}

  /**
   * What an event sells now; empty when there is no such event.
   *
   * @throws StoreFailure.Unavailable when that changes faster than it can be read
   */
  Optional<Sold> sold(EventId event) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<SoldBy> by = catalog.soldBy(event);
      if (by.isEmpty()) {
        return Optional.empty();
      }
      Optional<Sold> sold = sold(event, by.get());
      if (sold.isPresent()) {
        return sold;
      }
    }
    throw new StoreFailure.Unavailable("the event changes faster than it is read", null);
  }

  /** What an attempt came to once the command was handed in. */
  static <A> Attempt<A> of(Result<A> result) {
    return switch (result) {
      case Result.Decided<A>(Outcome<A> outcome, var _, long _) -> new Attempt.Over<>(outcome);
      case Result.SaleMoved<A>(SoldBy newer) -> new Attempt.Moved<>(newer);
      case Result.Repeated<A>(Repeat repeat) -> new Attempt.Over<>(new Outcome.Repeated<>(repeat));
      case Result.Left<A> _ ->
          throw new StoreFailure.Unavailable("the command was not decided", null);
    };
  }

  private Optional<SeatingPlan> plan(LayoutVersion on) {
    return on.version() == 0 ? Optional.of(SeatingPlan.EMPTY) : catalog.plan(on);
  }
}
