package dev.holdfast.domain.idempotency;

import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The wish that a request be carried out once.
 *
 * @param <A> the answer when accepted
 * @param request what the caller asks for
 * @param answer turns what came of it into the answer to keep; empty when none is to be kept. Pure:
 *     it may be asked several times, and of outcomes that never become durable
 */
public record Once<A>(
    IdempotencyKey key, Fingerprint request, Function<Outcome<A>, Optional<StoredAnswer>> answer) {

  /** What is to be kept when this has come of it; empty when the request may be sent anew. */
  public Optional<KeptAnswer> kept(Outcome<A> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<A> _ -> keep(outcome);
      case Outcome.Refused<A> refused when refused.first().isDecision() -> keep(outcome);
      case Outcome.Refused<A> _, Outcome.Repeated<A> _ -> Optional.empty();
    };
  }

  private Optional<KeptAnswer> keep(Outcome<A> outcome) {
    return answer.apply(outcome).map(stored -> new KeptAnswer(key, request, stored));
  }

  /** The same for a part of the work, of which no answer is kept: the key is taken all the same. */
  public Once<A> inPart() {
    return new Once<>(key, request, _ -> Optional.empty());
  }

  /** The same, except that nothing is kept of answers of which there is more to come. */
  public Once<A> unless(Predicate<A> moreToCome) {
    return new Once<>(
        key,
        request,
        outcome ->
            outcome instanceof Outcome.Accepted<A>(A told) && moreToCome.test(told)
                ? Optional.empty()
                : answer.apply(outcome));
  }
}
