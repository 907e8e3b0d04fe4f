package dev.holdfast.http.route;

import dev.holdfast.domain.refusal.Outcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outcome in the same words each time it is asked for: what is kept under an idempotency
 * key is then what the first caller got, the id of his request included.
 */
final class SameWords<A> implements Function<Outcome<A>, Answer> {
  private final Function<Outcome<A>, Answer> answer;
  private @Nullable Outcome<A> asked;
  private @Nullable Answer told;

  SameWords(Function<Outcome<A>, Answer> answer) {
    this.answer = answer;
  }

  /** A change that is made again may have another outcome, and comes from another thread. */
  @Override
  public synchronized Answer apply(Outcome<A> outcome) {
    Answer known = told;
    if (known == null || !outcome.equals(asked)) {
      known = answer.apply(outcome);
      asked = outcome;
      told = known;
    }
    return known;
  }
}
