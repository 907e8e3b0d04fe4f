package dev.holdfast.app.bench;

import dev.holdfast.app.bench.inner.InnerLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures the service beside programs that do less or do it otherwise, all in one run on one
 * machine, round by round, so that whatever else the machine does befalls all of them alike.
 */
public final class Bench {
  private static final String USAGE =
      """
      usage: bench [--rounds N] [--seconds N] [--warm-up N] [--only name,...] [--json FILE]
                   [--docs yes]\
      """;

  private static final Set<String> OPTIONS =
      Set.of("rounds", "seconds", "warm-up", "only", "json", "docs");

  private Bench() {}

  /**
   * Runs it.
   *
   * @param arguments {@code --inner} and JMH's own to measure the inner loops alone; or {@code
   *     --rounds N}, {@code --seconds N} of each measurement, {@code --warm-up N} seconds of each
   *     before the first round, {@code --only name,...} of measures, {@code --json FILE}, {@code
   *     --docs yes} to write docs/benchmarks.md
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = Arrays.asList(arguments);
    if (!words.isEmpty() && words.getFirst().equals("--inner")) {
      Path made = Files.createDirectories(Path.of("target", "jmh"));
      System.exit(InnerLoops.run(made.toAbsolutePath(), words.subList(1, words.size())));
    }
    Map<String, String> told = options(arguments);
    Scale scale =
        Scale.full(
            Integer.parseInt(told.getOrDefault("rounds", "5")),
            Duration.ofSeconds(Integer.parseInt(told.getOrDefault("seconds", "5"))),
            Duration.ofSeconds(Integer.parseInt(told.getOrDefault("warm-up", "20"))));
    List<String> only =
        told.containsKey("only") ? Arrays.asList(told.get("only").split(",", -1)) : List.of();
    Path target = Files.createDirectories(Path.of("target"));
    Path directory = Files.createTempDirectory(target, "bench");
    Results results = new Run(scale, only, System.out::println).play(directory);
    Report report = new Report(results);
    System.out.println(report.table());
    Path json = Path.of(told.getOrDefault("json", target.resolve("benchmarks.json").toString()));
    Files.writeString(json, report.json());
    System.out.println("the same figures: " + json.toAbsolutePath());
    if (told.containsKey("docs")) {
      Files.writeString(Path.of("..", "docs", "benchmarks.md"), new Document(results).text());
    }
    remove(directory);
    System.exit(results.wrong() + results.twice() == 0 ? 0 : 1);
  }

  /** The stores of a run are large, and nobody looks at them again. */
  private static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> told = new HashMap<>();
    for (int n = 0; n < arguments.length; n += 2) {
      String name = arguments[n].replaceFirst("^--", "");
      if (!OPTIONS.contains(name) || n + 1 == arguments.length) {
        System.err.println(USAGE);
        System.exit(2);
      }
      told.put(name, arguments[n + 1]);
    }
    return told;
  }
}
