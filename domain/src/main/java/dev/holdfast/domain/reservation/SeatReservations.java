package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Extend;
import dev.holdfast.domain.decision.Release;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The use cases: past the gate, into the ledger, and back with the answer. */
public final class SeatReservations implements Reservations {
  /** How long a caller waits for the picture that somebody else is reading, before his own. */
  private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(5);

  private final Desks desks;
  private final Gate gate;
  private final CatalogPort catalog;
  private final SeatLedgerPort ledger;
  private final Holding holding;
  private final SharedReads<EventId, Optional<EventPicture>> pictures =
      new SharedReads<>(PICTURE_PATIENCE);

  /**
   * The use cases over a writer, a gate and a catalog.
   *
   * @param background tells the gate of holds that were just made, off the caller's path: each run
   *     tells all that waits of one event. It may drop what it has no room for, the gate is then
   *     late
   */
  public SeatReservations(
      Desks desks, Gate gate, CatalogPort catalog, SeatLedgerPort ledger, Executor background) {
    this.desks = desks;
    this.gate = gate;
    this.catalog = catalog;
    this.ledger = ledger;
    this.holding = new Holding(desks, gate, catalog, background);
  }

  @Override
  public Outcome<List<HeldObject>> hold(Event event, HoldRequest request, Origin origin) {
    return holding.hold(event, request, origin);
  }

  @Override
  public Outcome<Extension> extend(EventId event, ExtendRequest request, Origin origin) {
    Optional<List<String>> objects = request.objects().map(SeatReservations::once);
    return tell(new Extend(event, request.token(), objects, request.ttl(), origin));
  }

  @Override
  public Outcome<List<TakenObject>> book(EventId event, BookRequest request, Origin origin) {
    return tell(
        new Book(
            event,
            request.token(),
            once(request.objects()),
            request.extraData(),
            request.order(),
            origin));
  }

  @Override
  public Outcome<Released> release(Event event, ReleaseRequest request, Origin origin) {
    List<String> objects = once(request.objects());
    SeatingPlan plan = catalog.plan(event.layout()).orElse(SeatingPlan.EMPTY);
    Set<String> areas =
        objects.stream()
            .filter(object -> plan.find(object).orElse(null) instanceof Bookable.Places)
            .collect(Collectors.toSet());
    Release release = new Release(event.id(), objects, areas, request.scope(), origin);
    return new Releasing(this::tell).release(release);
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    return pictures.read(event, () -> ledger.picture(event));
  }

  /** Decides a command that needs no layout, and lets the gate know before answering. */
  private <A> Outcome<A> tell(Command<A> command) {
    return switch (desks.perform(command)) {
      case Result.Decided<A>(Outcome<A> outcome, var news, long asOf) -> {
        gate.learn(command.event(), news, asOf);
        yield outcome;
      }
      case Result.LayoutMoved<A> _, Result.Left<A> _ ->
          throw new StoreFailure.Unavailable("the command was not decided", null);
    };
  }

  private static List<String> once(List<String> objects) {
    return objects.stream().distinct().toList();
  }
}
