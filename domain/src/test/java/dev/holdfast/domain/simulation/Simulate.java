package dev.holdfast.domain.simulation;

import dev.holdfast.domain.simulation.Play.Failure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays many seeds, and shows the first that fails as small as it gets. */
public final class Simulate {
  /** Steps of a run, unless told otherwise. */
  static final int STEPS = 60;

  private static final int TOLD_EVERY = 1_000;

  private Simulate() {}

  /**
   * Runs it.
   *
   * @param arguments {@code --seeds N}, {@code --from S}, {@code --steps N}; {@code --keep 1,2,3}
   *     and {@code --calm 2} play one seed's steps again; {@code --flaw name} plants a bug, {@code
   *     --flaw every} tells which seed finds each
   */
  public static void main(String[] arguments) {
    Map<String, String> told = options(arguments);
    if ("every".equals(told.get("flaw"))) {
      findKillers(Long.parseLong(told.getOrDefault("seeds", "10000")));
      return;
    }
    Flaw flaw = Optional.ofNullable(told.get("flaw")).<Flaw>map(Planted::named).orElse(Flaw.NONE);
    long from = Long.parseLong(told.getOrDefault("from", "1"));
    if (told.containsKey("keep")) {
      Play play = new Play(from, numbers(told.get("keep")), numbers(told.get("calm")));
      end(Shrinking.failure(play, flaw));
      return;
    }
    int steps = Integer.parseInt(told.getOrDefault("steps", String.valueOf(STEPS)));
    long seeds = Long.parseLong(told.getOrDefault("seeds", "10000"));
    for (long seed = from; seed < from + seeds; seed++) {
      Play play = Play.of(seed, steps);
      Optional<Failure> failure = Shrinking.failure(play, flaw);
      if (failure.isPresent()) {
        System.out.println("seed " + seed + " fails; it is made smaller");
        end(Optional.of(Shrinking.shrink(play, failure.get(), flaw)));
      }
      long played = seed - from + 1;
      if (played % TOLD_EVERY == 0) {
        System.out.println(played + " of " + seeds + " seeds played");
      }
    }
    System.out.println(
        "no seed failed of " + seeds + " from " + from + ", " + steps + " steps each");
  }

  /** The first seed that finds each planted bug. */
  private static void findKillers(long seeds) {
    for (Planted bug : Planted.values()) {
      String by = "nobody";
      for (long seed = 1; seed <= seeds && by.equals("nobody"); seed++) {
        Optional<Failure> failure = Shrinking.failure(Play.of(seed, STEPS), bug);
        by = failure.isPresent() ? seed + ": " + failure.get().first() : by;
      }
      System.out.println(bug + " is found by " + by.lines().findFirst().orElse(by));
    }
  }

  private static void end(Optional<Failure> failure) {
    System.out.println(failure.map(Throwable::getMessage).orElse("it does not fail"));
    System.exit(failure.isPresent() ? 1 : 0);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.length; n += 2) {
      boolean known =
          Set.of("--seeds", "--from", "--steps", "--keep", "--calm", "--flaw")
              .contains(arguments[n]);
      if (!known || n + 1 == arguments.length) {
        System.err.println(
            "usage: simulate [--seeds N] [--from S] [--steps N] [--keep n,n --calm n] [--flaw name]");
        System.exit(2);
      }
      told.put(arguments[n].substring(2), arguments[n + 1]);
    }
    return told;
  }

  private static Set<Integer> numbers(@Nullable String text) {
    return text == null || text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(",", -1))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
