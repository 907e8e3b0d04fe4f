package dev.holdfast.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plays real nodes under trouble, by a seed. */
public final class Chaos {
  private static final int FAULTS = 120;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Chaos() {}

  /**
   * Runs it.
   *
   * @param arguments {@code --faults N}, {@code --seed S}
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> told = options(arguments);
    long seed = Long.parseLong(told.getOrDefault("seed", Long.toString(System.nanoTime())));
    int faults = Integer.parseInt(told.getOrDefault("faults", Integer.toString(FAULTS)));
    System.out.println("chaos --faults " + faults + " --seed " + seed);
    Path directory = Files.createDirectories(Path.of("target", "chaos"));
    Path database = directory.resolve("database");
    Schedule schedule = Schedule.of(seed, faults);
    Verdict verdict = play(seed, schedule, database, directory, Chaos::tell);
    System.out.print(verdict.summary());
    if (!verdict.wrong().isEmpty()) {
      System.out.println("again: ./holdfast chaos --faults " + faults + " --seed " + seed);
    }
    System.exit(verdict.wrong().isEmpty() ? 0 : 1);
  }

  /**
   * Plays a schedule.
   *
   * @param database directory of the PostgreSQL, kept and emptied
   * @param data a directory for whatever nodes leave
   */
  static Verdict play(
      long seed, Schedule schedule, Path database, Path data, Consumer<String> progress) {
    Verdict verdict = Verdict.NOTHING;
    try (PostgresHouse postgres = new PostgresHouse(database)) {
      if (!schedule.single().isEmpty()) {
        try (GateHouse redis = new SingleRedis()) {
          verdict = verdict.and(Act.play(data, postgres, redis, schedule.single(), seed, progress));
        }
      }
      if (!schedule.cluster().isEmpty()) {
        try (GateHouse redis = new ClusterRedis()) {
          progress.accept("now with a cluster of Redis servers");
          verdict =
              verdict.and(Act.play(data, postgres, redis, schedule.cluster(), seed, progress));
        }
      }
    }
    return verdict;
  }

  private static void tell(String line) {
    System.out.println(CLOCK.format(LocalTime.now(ZoneOffset.UTC)) + " " + line);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.length; n += 2) {
      boolean known = Set.of("--faults", "--seed").contains(arguments[n]);
      if (!known || n + 1 == arguments.length) {
        System.err.println("usage: chaos [--faults N] [--seed S]");
        System.exit(2);
      }
      told.put(arguments[n].substring(2), arguments[n + 1]);
    }
    return told;
  }
}
