package dev.holdfast.domain.simulation;

import dev.holdfast.domain.simulation.Play.Failure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays many seeds, and shows one that fails as small as it gets. */
public final class Simulate {
  /** Steps of a run, unless told otherwise. */
  static final int STEPS = 60;

  private static final Set<String> OPTIONS =
      Set.of(
          "--seeds",
          "--from",
          "--steps",
          "--operations",
          "--threads",
          "--keep",
          "--calm",
          "--flaw");

  private Simulate() {}

  /**
   * Runs it.
   *
   * @param arguments {@code --seeds N}, {@code --from S}; {@code --steps N}, or {@code --operations
   *     N} for as many steps of each seed as it takes for so many requests of clients; {@code
   *     --threads N}, each of which plays whole seeds; {@code --keep 1,2,3} and {@code --calm 2}
   *     play one seed's steps again; {@code --flaw name} plants a bug, {@code --flaw every} tells
   *     which seed finds each
   */
  public static void main(String[] arguments) {
    Map<String, String> told = options(arguments);
    long seeds = Long.parseLong(told.getOrDefault("seeds", "10000"));
    if ("every".equals(told.get("flaw"))) {
      findKillers(seeds);
      return;
    }
    Flaw flaw = Optional.ofNullable(told.get("flaw")).<Flaw>map(Planted::named).orElse(Flaw.NONE);
    long from = Long.parseLong(told.getOrDefault("from", "1"));
    if (told.containsKey("keep")) {
      Play play = new Play(from, numbers(told.get("keep")), numbers(told.get("calm")));
      end(Shrinking.failure(play, flaw));
      return;
    }
    int threads =
        Integer.parseInt(
            told.getOrDefault("threads", "" + Runtime.getRuntime().availableProcessors()));
    Optional<Failure> failure =
        new Seeds(from, seeds, plays(told), flaw, System.out::println).play(threads);
    if (failure.isPresent()) {
      Play play = failure.get().play();
      System.out.println("seed " + play.seed() + " fails; it is made smaller");
      end(Optional.of(Shrinking.shrink(failure.get(), flaw)));
    }
    System.out.println("no seed failed of " + seeds + " from " + from);
  }

  private static LongFunction<Play> plays(Map<String, String> told) {
    String asked = told.get("operations");
    if (asked != null) {
      int operations = Integer.parseInt(asked);
      return seed -> Play.ofOperations(seed, operations);
    }
    int steps = Integer.parseInt(told.getOrDefault("steps", String.valueOf(STEPS)));
    return seed -> Play.of(seed, steps);
  }

  /** The first seed that finds each planted bug as its complaint has it. */
  private static void findKillers(long seeds) {
    for (Planted bug : Planted.values()) {
      String first = "nobody";
      String by = "nobody";
      for (long seed = 1; seed <= seeds && by.equals("nobody"); seed++) {
        Optional<Failure> failure = Shrinking.failure(Play.of(seed, STEPS), bug);
        if (failure.isPresent()) {
          String said = seed + ": " + failure.get().first().lines().findFirst().orElse("");
          first = first.equals("nobody") ? said : first;
          by = failure.get().first().contains(bug.complaint) ? said : by;
        }
      }
      System.out.println(bug + " is found by " + by + (by.equals(first) ? "" : "; by " + first));
    }
  }

  private static void end(Optional<Failure> failure) {
    System.out.println(failure.map(Throwable::getMessage).orElse("it does not fail"));
    System.exit(failure.isPresent() ? 1 : 0);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.length; n += 2) {
      if (!OPTIONS.contains(arguments[n]) || n + 1 == arguments.length) {
        System.err.println(
            "usage: simulate [--seeds N] [--from S] [--steps N | --operations N] [--threads N]"
                + " [--keep n,n --calm n] [--flaw name]");
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
