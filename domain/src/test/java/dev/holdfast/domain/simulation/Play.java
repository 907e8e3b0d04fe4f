package dev.holdfast.domain.simulation;

import java.util.Collections;
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
 * @param operations as soon as clients have asked so often, no further step is played
 */
record Play(long seed, Set<Integer> kept, Set<Integer> calm, int operations) {
  /** Most steps of a run that ends by its operations: they come to fewer only if none is asked. */
  private static final int MOST_STEPS = 20_000;

  private static final Set<Integer> ALL = steps(MOST_STEPS);

  Play(long seed, Set<Integer> kept, Set<Integer> calm) {
    this(seed, kept, calm, Integer.MAX_VALUE);
  }

  private static Set<Integer> steps(int steps) {
    Set<Integer> all = new TreeSet<>();
    IntStream.range(0, steps).forEach(all::add);
    return Collections.unmodifiableSet(all);
  }

  /** The first steps of a seed. */
  static Play of(long seed, int steps) {
    return new Play(seed, steps(steps), Set.of());
  }

  /** As many steps of a seed as it takes for so many operations. */
  static Play ofOperations(long seed, int operations) {
    return new Play(seed, ALL, Set.of(), operations);
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

    /** What was played, up to where it failed. */
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
   * @return how often clients asked for something
   * @throws Failure when something is not as it must be
   */
  int run(Flaw flaw) {
    World world = new World(seed, flaw);
    Set<Integer> played = new TreeSet<>();
    try {
      for (int step : kept) {
        if (world.buyers.asked() >= operations) {
          break;
        }
        played.add(step);
        world.weather.change(new Chance(seed, step, 2), calm.contains(step));
        world.beginStep();
        world.buyers.step(new Chance(seed, step, 1));
        world.check();
      }
      int asked = world.buyers.asked();
      world.weather.rest();
      world.comeToRest();
      return asked;
    } catch (AssertionError | RuntimeException e) {
      throw new Failure(new Play(seed, played, calm), world, e);
    }
  }

  /** What to type. */
  String command() {
    String steps = kept.stream().map(String::valueOf).collect(Collectors.joining(","));
    String fair =
        calm.stream().filter(kept::contains).map(String::valueOf).collect(Collectors.joining(","));
    return "./holdfast simulate --from "
        + seed
        + " --keep "
        + steps
        + (fair.isEmpty() ? "" : " --calm " + fair);
  }
}
