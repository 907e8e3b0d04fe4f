package dev.holdfast.domain.reservation;

import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.Extend;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.HoldTokens;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** The use cases: past the gate, into the ledger, and back with the answer. */
public final class SeatReservations implements Reservations {
  /** How long a caller waits for the picture that somebody else is reading, before his own. */
  private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(5);

  private final Desks desks;
  private final Gate gate;
  private final Settlement settlement;
  private final LayoutNow layouts;
  private final SeatLedgerPort ledger;
  private final Holding holding;
  private final TokenExpiry expiring;
  private final TokenLives lives;
  private final Changing changing;
  private final SharedReads<EventId, Optional<EventPicture>> pictures =
      new SharedReads<>(PICTURE_PATIENCE);

  /** The same without caps of API keys, for events that have no sale rules. */
  public SeatReservations(
      Desks desks,
      Gate gate,
      CatalogPort catalog,
      SeatLedgerPort ledger,
      HoldTokenPort tokens,
      IdempotencyPort answers,
      Executor background) {
    this(
        desks,
        gate,
        catalog,
        Sales.withoutRules(catalog),
        ledger,
        tokens,
        answers,
        background,
        KeyCaps.NONE);
  }

  /**
   * The use cases over a writer, a gate and a catalog.
   *
   * @param sales what the events of that catalog sell
   * @param background tells the gate of holds that were just made, off the caller's path: each run
   *     tells all that waits of one event. It may drop what it has no room for, the gate is then
   *     late
   * @param caps how much may be held through one API key
   */
  public SeatReservations(
      Desks desks,
      Gate gate,
      CatalogPort catalog,
      Sales sales,
      SeatLedgerPort ledger,
      HoldTokenPort tokens,
      IdempotencyPort answers,
      Executor background,
      KeyCaps caps) {
    this.desks = desks;
    this.gate = gate;
    this.settlement = new Settlement(answers);
    this.layouts = new LayoutNow(catalog, sales, settlement);
    this.ledger = ledger;
    Passage passage = new Passage(desks, gate, background);
    this.holding = new Holding(passage, layouts, caps);
    this.expiring = new TokenExpiry(tokens, desks, gate);
    this.lives = new TokenLives(tokens, desks, gate, expiring, settlement);
    this.changing = new Changing(desks, gate, passage, layouts, sales, settlement);
  }

  @Override
  public Outcome<List<HeldObject>> hold(
      Event event, HoldRequest request, Origin origin, Optional<Once<List<HeldObject>>> once) {
    return holding.hold(event, request, origin, once);
  }

  @Override
  public Outcome<Extension> extend(
      EventId event, ExtendRequest request, Origin origin, Optional<Once<Extension>> once) {
    Optional<List<String>> objects = request.objects().map(SeatReservations::distinct);
    return tell(
        new Extend(event, request.token(), objects, request.ttl(), request.all(), origin), once);
  }

  @Override
  public Outcome<List<TakenObject>> book(
      Event event, BookRequest request, Origin origin, Optional<Once<List<TakenObject>>> once) {
    if (request.places().isEmpty()) {
      Book held =
          new Book(
              event.id(),
              request.token(),
              distinct(request.objects()),
              request.extraData(),
              request.order(),
              origin);
      return tell(held, once);
    }
    return layouts.decide(
        event,
        once,
        (on, offered) ->
            switch (LayoutCheck.places(offered, request.places())) {
              case Verdict.Fit<List<WantedPlaces>>(List<WantedPlaces> places) ->
                  attempt(
                      new Book(
                          event.id(),
                          request.token(),
                          distinct(request.objects()),
                          places,
                          Optional.of(on),
                          offered.offers(places),
                          request.extraData(),
                          request.order(),
                          origin),
                      once);
              case Verdict.Unfit<List<WantedPlaces>>(List<Refusal> reasons) ->
                  new LayoutNow.Attempt.NotByThis<>(reasons);
            });
  }

  @Override
  public Outcome<Released> release(
      Event event, ReleaseRequest request, Origin origin, Optional<Once<Released>> once) {
    return new Releasing(this::tell, layouts, settlement).release(event, request, origin, once);
  }

  @Override
  public Outcome<Integer> expire(
      WorkspaceId workspace, HoldToken token, Origin origin, Optional<Once<Integer>> once) {
    return switch (expiring.expire(workspace, token, origin, once)) {
      case Outcome.Accepted<Integer> ended -> settlement.settleDone(once, ended);
      case Outcome.Refused<Integer> refused -> refused;
      case Outcome.Repeated<Integer> repeated -> repeated;
    };
  }

  @Override
  public HoldTokens tokens() {
    return lives;
  }

  @Override
  public Outcome<List<ChangedObject>> change(
      Event event, StatusRequest request, Origin origin, Optional<Once<List<ChangedObject>>> once) {
    return changing.change(event, request, origin, once);
  }

  @Override
  public Outcome<List<List<ChangedObject>>> changeAll(
      List<StatusChange> changes, Origin origin, Optional<Once<List<List<ChangedObject>>>> once) {
    return changing.change(changes, origin, once);
  }

  @Override
  public Outcome<List<ChangedObject>> annotate(
      Event event,
      Map<String, ExtraData> extraData,
      Origin origin,
      Optional<Once<List<ChangedObject>>> once) {
    return changing.annotate(event, extraData, origin, once);
  }

  @Override
  public Outcome<Chosen> changeBest(
      Event event, BestRequest request, Origin origin, Optional<Once<Chosen>> once) {
    return changing.changeBest(event, request, origin, once);
  }

  @Override
  public SeatingPlan plan(Event event) {
    return layouts.plan(event);
  }

  @Override
  public Map<EventId, Occupancy> occupancies(Set<EventId> events) {
    return ledger.occupancies(events);
  }

  @Override
  public Optional<EventPicture> picture(EventId event) {
    return pictures.read(event, () -> ledger.picture(event));
  }

  @Override
  public Optional<EventPicture> picture(EventId event, Set<String> objects) {
    return ledger.picture(event, objects);
  }

  /** Decides a command that needs no layout, and lets the gate know before answering. */
  private <A> Outcome<A> tell(Command<A> command, Optional<Once<A>> once) {
    return switch (attempt(command, once)) {
      case LayoutNow.Attempt.Over<A>(Outcome<A> outcome) -> outcome;
      case LayoutNow.Attempt.Moved<A> _, LayoutNow.Attempt.NotByThis<A> _ ->
          throw new StoreFailure.Unavailable("the command was not decided", null);
    };
  }

  private <A> LayoutNow.Attempt<A> attempt(Command<A> command, Optional<Once<A>> once) {
    Result<A> result = desks.perform(command, once);
    if (result instanceof Result.Decided<A>(var _, var news, long asOf)) {
      gate.learn(command.event(), news, asOf);
    }
    return LayoutNow.of(result);
  }

  private static List<String> distinct(List<String> objects) {
    return objects.stream().distinct().toList();
  }
}
