package dev.holdfast.domain.reservation;

import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the answers to requests that no single transaction decided. */
final class Settlement {
  private final IdempotencyPort answers;

  Settlement(IdempotencyPort answers) {
    this.answers = answers;
  }

  /** The outcome, once it is kept; or what a twin of the request was answered meanwhile. */
  <A> Outcome<A> settle(Optional<Once<A>> once, Outcome<A> outcome) {
    Optional<KeptAnswer> answer = once.flatMap(each -> each.kept(outcome));
    if (answer.isEmpty()) {
      return outcome;
    }
    KeptAnswer mine = answer.get();
    KeptAnswer known = answers.keep(mine);
    return known.equals(mine) ? outcome : new Outcome.Repeated<>(known.toldTo(mine.request()));
  }

  /** The same of what is done for good: where it cannot be kept, nobody may read "not done". */
  <A> Outcome<A> settleDone(Optional<Once<A>> once, Outcome<A> outcome) {
    Outcome<A> told;
    try {
      told = settle(once, outcome);
    } catch (PortFailure e) {
      throw unkept(e);
    }
    if (told instanceof Outcome.Repeated<A>(Repeat.OtherRequest _)) {
      throw unkept(null);
    }
    return told;
  }

  private static ReservationFailure unkept(@Nullable PortFailure cause) {
    String message = "all is done, and the answer could not be kept";
    return new ReservationFailure.OutcomeUnknown(message, cause);
  }
}
