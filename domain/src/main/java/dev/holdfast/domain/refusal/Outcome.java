package dev.holdfast.domain.refusal;

import dev.holdfast.domain.idempotency.Repeat;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What came of a command: accepted, refused with reasons, or known from before. Trouble is neither;
 * it is thrown.
 *
 * @param <T> the answer when accepted
 */
public sealed interface Outcome<T> {
  /** Done. */
  record Accepted<T>(T answer) implements Outcome<T> {}

  /**
   * Not done, and nothing changed.
   *
   * @param reasons at least one; the weightiest first, equals in the order of the request
   */
  record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
    public Refused {
      reasons = reasons.stream().sorted(Comparator.comparingInt(Refusal::precedence)).toList();
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }

    /** The weightiest reason: the one that a dialect's status comes from. */
    public Refusal first() {
      return reasons.getFirst();
    }
  }

  /**
   * Not carried out, because a request was sent before under the same idempotency key; see {@link
   * dev.holdfast.domain.idempotency.Once}. Does not happen without one.
   */
  record Repeated<T>(Repeat repeat) implements Outcome<T> {}

  /** Accepted. */
  static <T> Outcome<T> accepted(T answer) {
    return new Accepted<>(answer);
  }

  /** Refused for one reason. */
  static <T> Outcome<T> refused(Refusal reason) {
    return new Refused<>(List.of(reason));
  }

  /** Refused for these reasons, at least one. */
  static <T> Outcome<T> refused(List<? extends Refusal> reasons) {
    return new Refused<>(List.copyOf(reasons));
  }

  /** The same with the answer turned into another. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Accepted<T>(T answer) -> new Accepted<>(change.apply(answer));
      case Refused<T>(List<Refusal> reasons) -> new Refused<>(reasons);
      case Repeated<T>(Repeat repeat) -> new Repeated<>(repeat);
    };
  }

  /** What comes next with the answer, where there is one. */
  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Accepted<T>(T answer) -> next.apply(answer);
      case Refused<T>(List<Refusal> reasons) -> new Refused<>(reasons);
      case Repeated<T>(Repeat repeat) -> new Repeated<>(repeat);
    };
  }
}
