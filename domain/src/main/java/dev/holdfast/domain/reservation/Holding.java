package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Hold.Life;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.reservation.LayoutNow.Attempt;
import java.util.List;
import java.util.Optional;

/**
 * Placing a hold: checked against the layout, let through by the gate, decided by the ledger.
 *
 * <p>General admission goes straight to the ledger: places are counted, not locked one by one.
 */
final class Holding {
  private final Passage passage;
  private final LayoutNow layouts;
  private final KeyCaps caps;

  Holding(Passage passage, LayoutNow layouts, KeyCaps caps) {
    this.passage = passage;
    this.layouts = layouts;
    this.caps = caps;
  }

  Outcome<List<HeldObject>> hold(
      Event event, HoldRequest request, Origin origin, Optional<Once<List<HeldObject>>> once) {
    Life life = new Life(request.ttl(), request.newToken());
    return layouts.decide(
        event,
        once,
        (on, offered) ->
            switch (LayoutCheck.check(offered, request.items())) {
              case Verdict.Fit<List<Wanted>>(List<Wanted> wanted) ->
                  pass(
                      new Hold(
                          event.id(),
                          on,
                          request.token(),
                          wanted,
                          life,
                          request.extraData(),
                          origin,
                          request.key().flatMap(caps::of),
                          offered.offers(wanted)),
                      once);
              case Verdict.Unfit<List<Wanted>>(List<Refusal> reasons) ->
                  new Attempt.NotByThis<>(reasons);
            });
  }

  private Attempt<List<HeldObject>> pass(Hold hold, Optional<Once<List<HeldObject>>> once) {
    List<String> seats =
        hold.wanted().stream()
            .filter(each -> each instanceof Wanted.WantedSeat)
            .map(Wanted::object)
            .toList();
    boolean onlySeats = seats.size() == hold.wanted().size();
    return passage.pass(
        new Passage.Hopeful<>(
            hold, hold.token(), onlySeats ? seats : List.of(), hold.life().ttl(), _ -> true, once));
  }
}
