package dev.holdfast.app.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A figure that comes of a round's samples, and what it is to be.
 *
 * @param what for a reader
 * @param needs the trials that it takes
 * @param unit of the figure; empty for a ratio
 * @param figure of a round's samples by trial
 */
record Measure(
    String name,
    String what,
    List<String> needs,
    Goal goal,
    String unit,
    ToDoubleFunction<Round> figure) {

  /** The samples of one round by trial. */
  record Round(Map<String, Sample> samples) {
    Sample of(String trial) {
      return Objects.requireNonNull(samples.get(trial), trial);
    }
  }

  /** What a figure is to be. */
  sealed interface Goal {
    /** For information only. */
    record None() implements Goal {}

    record AtLeast(double bound) implements Goal {}

    record AtMost(double bound) implements Goal {}

    /** Whether a figure is what it is to be. */
    default boolean reached(double figure) {
      return switch (this) {
        case None() -> true;
        case AtLeast(double bound) -> figure >= bound;
        case AtMost(double bound) -> figure <= bound;
      };
    }

    /** For a reader. */
    default String text() {
      return switch (this) {
        case None() -> "";
        case AtLeast(double bound) -> ">= " + Figures.plain(bound);
        case AtMost(double bound) -> "<= " + Figures.plain(bound);
      };
    }
  }

  /** How many times the rate of one trial is that of another. */
  static Measure ratio(String name, String what, String trial, String to, Goal goal) {
    return new Measure(
        name,
        what,
        List.of(trial, to),
        goal,
        "",
        round -> {
          double base = round.of(to).rate();
          return base == 0 ? 0 : round.of(trial).rate() / base;
        });
  }

  /** What comes of the samples of one trial. */
  static Measure of(
      String name,
      String what,
      String trial,
      String unit,
      Goal goal,
      ToDoubleFunction<Sample> figure) {
    return new Measure(
        name, what, List.of(trial), goal, unit, round -> figure.applyAsDouble(round.of(trial)));
  }
}
