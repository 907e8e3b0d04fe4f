package dev.holdfast.app.rehearsal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rise was too much. A step with signs of overload that was followed by one without is no
 * knee: something else happened then.
 *
 * @param good the last step before, if there was one
 * @param bad the first step from which all the rest show signs, if there is one
 * @param signs what it shows, and that all was sold in the end
 * @param later what only steps after it show
 */
record Knee(Optional<StepResult> good, Optional<StepResult> bad, Set<Sign> signs, Set<Sign> later) {
  /** So many steps in a row, and the rise is over. */
  static final int ENOUGH = 2;

  /** The knee of these steps, in their order. */
  static Knee of(List<StepResult> steps, Duration bound) {
    int first = steps.size();
    Set<Sign> all = EnumSet.noneOf(Sign.class);
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    while (first > 0 && overloaded(steps.get(first - 1), bound)) {
      first--;
      signs = Sign.of(steps.get(first), bound);
      all.addAll(signs);
    }
    if (!steps.isEmpty() && Sign.of(steps.getLast(), bound).contains(Sign.SOLD_OUT)) {
      signs.add(Sign.SOLD_OUT);
    }
    all.removeAll(signs);
    return new Knee(
        first > 0 ? Optional.of(steps.get(first - 1)) : Optional.empty(),
        first < steps.size() ? Optional.of(steps.get(first)) : Optional.empty(),
        signs,
        all);
  }

  private static boolean overloaded(StepResult step, Duration bound) {
    return Sign.of(step, bound).stream().anyMatch(Sign::overload);
  }

  /** Whether the rise need not go on: it is too much, or all is sold. */
  static boolean over(List<StepResult> steps, Duration bound) {
    if (steps.isEmpty()) {
      return false;
    }
    boolean all =
        steps.size() >= ENOUGH
            && steps.subList(steps.size() - ENOUGH, steps.size()).stream()
                .allMatch(step -> overloaded(step, bound));
    return all || Sign.of(steps.getLast(), bound).contains(Sign.SOLD_OUT);
  }

  /** Whether the rehearsal's own machine came to its end there. */
  boolean ours() {
    return signs.contains(Sign.OURSELVES);
  }
}
