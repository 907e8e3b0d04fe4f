package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Hold.Life;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.reservation.LayoutNow.Attempt;
import dev.holdfast.domain.writer.Result;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Placing a hold: checked against the layout, let through by the gate, decided by the ledger.
 *
 * <p>General admission goes straight to the ledger: places are counted, not locked one by one.
 */
final class Holding {
  private final Desks desks;
  private final Gate gate;
  private final LayoutNow layouts;
  private final Executor background;
  private final KeyCaps caps;
  private final AtomicBoolean telling = new AtomicBoolean();

  Holding(Desks desks, Gate gate, LayoutNow layouts, Executor background, KeyCaps caps) {
    this.desks = desks;
    this.gate = gate;
    this.layouts = layouts;
    this.background = background;
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
    if (once.isPresent()) {
      // A refusal that is kept for good must be the ledger's own.
      return decide(hold, once, List.of());
    }
    List<String> seats =
        hold.wanted().stream()
            .filter(each -> each instanceof Wanted.WantedSeat)
            .map(Wanted::object)
            .toList();
    if (seats.size() < hold.wanted().size()) {
      return decide(hold, once, List.of());
    }
    Gate.Claim claim = gate.claim(hold.event(), hold.token(), seats, hold.life().ttl());
    if (claim.answer().isPresent()
        && claim.answer().get() instanceof ClaimAnswer.Blocked(List<BlockedSeat> by)) {
      return new Attempt.Over<>(Outcome.refused(by.stream().map(Holding::refusal).toList()));
    }
    return decide(hold, once, claim.mayHaveEntered() ? seats : List.of());
  }

  private static Refusal refusal(BlockedSeat seat) {
    return seat.taken()
        ? new Refusal.AlreadyTaken(seat.label(), seat.version())
        : new Refusal.AlreadyHeld(seat.label(), seat.version());
  }

  /**
   * Lets the ledger decide.
   *
   * @param claimed the seats that may have entries of ours at the gate
   */
  private Attempt<List<HeldObject>> decide(
      Hold hold, Optional<Once<List<HeldObject>>> once, List<String> claimed) {
    boolean accepted = false;
    try {
      switch (desks.perform(hold, once)) {
        case Result.Decided<List<HeldObject>>(
                Outcome<List<HeldObject>> outcome,
                List<SeatNews> news,
                long asOf) -> {
          accepted = outcome instanceof Outcome.Accepted<List<HeldObject>>;
          if (accepted) {
            tellLater(hold, news, asOf);
          } else {
            withdraw(hold, claimed);
            gate.learn(hold.event(), news, asOf);
          }
          return new Attempt.Over<>(outcome);
        }
        case Result.SaleMoved<List<HeldObject>>(SoldBy newer) -> {
          withdraw(hold, claimed);
          return new Attempt.Moved<>(newer);
        }
        case Result.Repeated<List<HeldObject>>(Repeat repeat) -> {
          return new Attempt.Over<>(new Outcome.Repeated<>(repeat));
        }
        case Result.Left<List<HeldObject>> _ ->
            throw new StoreFailure.Unavailable("the hold was not decided", null);
      }
    } catch (RuntimeException trouble) {
      // Our entries would keep others away from seats that nobody holds.
      if (!accepted) {
        withdraw(hold, claimed);
      }
      throw trouble;
    }
  }

  private void tellLater(Hold hold, List<SeatNews> news, long asOf) {
    gate.gather(hold.event(), news, asOf);
    if (telling.compareAndSet(false, true)) {
      try {
        background.execute(this::tell);
      } catch (RejectedExecutionException e) {
        // The gate is late; the hold stands all the same.
        telling.set(false);
      }
    }
  }

  private void tell() {
    // From here on, whoever brings news may come too late for this round.
    telling.set(false);
    gate.tellGathered();
  }

  private void withdraw(Hold hold, List<String> claimed) {
    if (!claimed.isEmpty()) {
      gate.withdraw(hold.event(), hold.token(), claimed);
    }
  }
}
