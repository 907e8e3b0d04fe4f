package dev.holdfast.http.route;

import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was sent under an idempotency key (decisions 6 and 17).
 *
 * @param answers where it may be known
 */
public record Sent(IdempotencyKey key, Fingerprint request, IdempotencyPort answers) {
  /** The header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  /** The wish that this be carried out once, and answered in this way whenever it comes. */
  <A> Once<A> once(Function<Outcome<A>, Answer> answer) {
    return new Once<>(key, request, outcome -> Optional.of(Repeats.stored(answer.apply(outcome))));
  }

  /** Makes a change of something other than seats, once. */
  <A> Answer carryOut(Supplier<Outcome<A>> change, Function<Outcome<A>, Answer> answer) {
    Function<Outcome<A>, Answer> same = new SameWords<>(answer);
    return same.apply(answers.carryOut(once(same), change));
  }

  /** What is answered because of what is known under the key. */
  public Answer answer(KeptAnswer known) {
    return Repeats.answer(known.toldTo(request));
  }
}
