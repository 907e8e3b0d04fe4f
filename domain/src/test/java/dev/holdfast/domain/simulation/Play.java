package dev.holdfast.domain.simulation;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run: a seed, and which of its steps are played. Each step has dice of its own, so it stays
 * the same whatever others are left out.
 *
 * @param kept the steps that are played
 * @param calm those of them in which nothing goes wrong
 */
record Play(long seed, Set<Integer> kept, Set<Integer> calm) {
  static Play of(long seed, int steps) {
    Set<Integer> all = IntStream.range(0, steps).boxed().collect(Collectors.toSet());
    return new Play(seed, new TreeSet<>(all), Set.of());
  }

  /** What went wrong, and the last that was said before. */
  static final class Failure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Play play;

    Failure(Play play, World world, Throwable cause) {
      super(
          cause
              + "\nafter\n"
              + String.join("\n", world.said())
              + "\nplay it again with\n"
              + play.command(),
          cause);
      this.play = play;
    }

    /** What was played. */
    Play play() {
      return play;
    }

    /** The complaint alone. */
    String first() {
      return String.valueOf(getCause());
    }
  }

  /**
   * Plays it.
   *
   * @throws Failure when something is not as it must be
   */
  void run(Flaw flaw) {
    World world = new World(seed, flaw);
    try {
      for (int step : kept) {
        world.weather.change(new Chance(seed, step, 2), calm.contains(step));
        world.beginStep();
        world.buyers.step(new Chance(seed, step, 1));
        world.check();
      }
      world.weather.rest();
      world.comeToRest();
    } catch (AssertionError | RuntimeException e) {
      throw new Failure(this, world, e);
    }
  }

  /** What to type. */
  String command() {
    String steps = kept.stream().map(String::valueOf).collect(Collectors.joining(","));
    String fair = calm.stream().map(String::valueOf).collect(Collectors.joining(","));
    return "./holdfast simulate --from "
        + seed
        + " --keep "
        + steps
        + (fair.isEmpty() ? "" : " --calm " + fair);
  }
}
