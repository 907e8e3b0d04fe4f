package dev.holdfast.domain.simulation;

import dev.holdfast.domain.simulation.Play.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a failing run smaller: fewer steps, then fewer of them in which anything goes wrong. */
final class Shrinking {
  /** Most runs that are tried. */
  private static final int TRIES = 2_000;

  private final Flaw flaw;
  private Play smallest;
  private Failure failure;
  private int tries;

  private Shrinking(Failure failure, Flaw flaw) {
    this.smallest = failure.play();
    this.failure = failure;
    this.flaw = flaw;
  }

  /** How it fails; empty when it does not. */
  static Optional<Failure> failure(Play play, Flaw flaw) {
    try {
      play.run(flaw);
      return Optional.empty();
    } catch (Failure e) {
      return Optional.of(e);
    }
  }

  /** The failure of the smallest run found that fails. */
  static Failure shrink(Failure failure, Flaw flaw) {
    Shrinking shrinking = new Shrinking(failure, flaw);
    shrinking.leaveOut();
    shrinking.calmDown();
    shrinking.leaveOut();
    return shrinking.failure;
  }

  private void leaveOut() {
    int size = Math.max(1, smallest.kept().size() / 2);
    while (size > 0) {
      boolean any = false;
      List<Integer> steps = new ArrayList<>(smallest.kept());
      for (int from = steps.size(); from > 0; from -= size) {
        Set<Integer> fewer = new TreeSet<>(smallest.kept());
        fewer.removeAll(steps.subList(Math.max(0, from - size), from));
        any |= isStillWrong(new Play(smallest.seed(), fewer, smallest.calm()));
      }
      size = any ? size : size / 2;
    }
  }

  private void calmDown() {
    for (int step : List.copyOf(smallest.kept())) {
      if (!smallest.kept().contains(step)) {
        continue;
      }
      Set<Integer> calm = new TreeSet<>(smallest.calm());
      calm.add(step);
      isStillWrong(new Play(smallest.seed(), smallest.kept(), calm));
    }
  }

  private boolean isStillWrong(Play play) {
    if (++tries > TRIES || play.kept().isEmpty()) {
      return false;
    }
    Optional<Failure> still = failure(play, flaw);
    still.ifPresent(e -> {
      smallest = e.play();
      failure = e;
    });
    return still.isPresent();
  }
}
