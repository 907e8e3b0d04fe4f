package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutNow.Attempt;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The way of a hold past the gate, into the ledger, and back to tell the gate of it. */
final class Passage {
  private final Desks desks;
  private final Gate gate;
  private final Executor background;
  private final AtomicBoolean telling = new AtomicBoolean();

  /**
   * A passage.
   *
   * @param background tells the gate of holds that were just made, off the caller's path
   */
  Passage(Desks desks, Gate gate, Executor background) {
    this.desks = desks;
    this.gate = gate;
    this.background = background;
  }

  /**
   * A command that holds what it names, when it is let through and accepted.
   *
   * @param seats all that it names; none when it names places, too, which are counted in the ledger
   *     and not locked one by one
   * @param life of the hold
   * @param inTheWay which of the seats that others have at the gate refuse it for sure
   */
  record Hopeful<A>(
      Command<A> command,
      HoldToken token,
      List<String> seats,
      Duration life,
      Predicate<BlockedSeat> inTheWay,
      Optional<Once<A>> once) {}

  /** Asks the gate where that can save the ledger a question, and lets the ledger decide. */
  <A> Attempt<A> pass(Hopeful<A> hopeful) {
    List<String> seats = hopeful.seats();
    // A refusal that is kept for good must be the ledger's own.
    if (hopeful.once().isPresent() || seats.isEmpty() || seats.size() > SeatLockPort.MAX_SEATS) {
      return decide(hopeful, List.of());
    }
    Gate.Claim claim =
        gate.claim(hopeful.command().event(), hopeful.token(), seats, hopeful.life());
    if (claim.answer().orElse(null) instanceof ClaimAnswer.Blocked(List<BlockedSeat> by)) {
      List<Refusal> reasons = by.stream().filter(hopeful.inTheWay()).map(Passage::refusal).toList();
      if (!reasons.isEmpty()) {
        return new Attempt.Over<>(Outcome.refused(reasons));
      }
    }
    return decide(hopeful, claim.mayHaveEntered() ? seats : List.of());
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
  private <A> Attempt<A> decide(Hopeful<A> hopeful, List<String> claimed) {
    Command<A> hold = hopeful.command();
    boolean accepted = false;
    try {
      switch (desks.perform(hold, hopeful.once())) {
        case Result.Decided<A>(Outcome<A> outcome, List<SeatNews> news, long asOf) -> {
          accepted = outcome instanceof Outcome.Accepted<A>;
          if (accepted) {
            tellLater(hold, news, asOf);
          } else {
            withdraw(hopeful, claimed);
            gate.learn(hold.event(), news, asOf);
          }
          return new Attempt.Over<>(outcome);
        }
        case Result.SaleMoved<A>(SoldBy newer) -> {
          withdraw(hopeful, claimed);
          return new Attempt.Moved<>(newer);
        }
        case Result.Repeated<A>(Repeat repeat) -> {
          return new Attempt.Over<>(new Outcome.Repeated<>(repeat));
        }
        case Result.Left<A> _ ->
            throw new StoreFailure.Unavailable("the hold was not decided", null);
      }
    } catch (RuntimeException trouble) {
      // Our entries would keep others away from seats that nobody holds.
      if (!accepted) {
        withdraw(hopeful, claimed);
      }
      throw trouble;
    }
  }

  private void tellLater(Command<?> hold, List<SeatNews> news, long asOf) {
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

  private void withdraw(Hopeful<?> hopeful, List<String> claimed) {
    if (!claimed.isEmpty()) {
      gate.withdraw(hopeful.command().event(), hopeful.token(), claimed);
    }
  }
}
