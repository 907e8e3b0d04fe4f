package dev.holdfast.app.bench;

import dev.holdfast.app.bench.Measure.Goal;
import dev.holdfast.app.bench.Results.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run: everything is started, warmed up, and measured round by round. */
final class Run {
  /** The name by which {@code --only} asks for memory and starts. */
  static final String FOOTPRINT = "footprint";

  private static final int RIVALS_WARM_UPS = 3;

  private final Scale scale;
  private final List<Measure> measures;
  private final boolean footprint;
  private final Consumer<String> tell;
  private final Rig rig = new Rig();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
  private final Map<String, String> what = new LinkedHashMap<>();

  /**
   * @param only names of measures; empty: all
   * @param tell gets a line for each measurement
   */
  Run(Scale scale, List<String> only, Consumer<String> tell) {
    this.scale = scale;
    this.tell = tell;
    Set<String> unknown = new LinkedHashSet<>(only);
    Measures.ALL.forEach(measure -> unknown.remove(measure.name()));
    unknown.remove(FOOTPRINT);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no measure is called " + unknown);
    }
    measures =
        Measures.ALL.stream().filter(m -> only.isEmpty() || only.contains(m.name())).toList();
    footprint = only.isEmpty() || only.contains(FOOTPRINT);
  }

  /** Plays all of it; leaves its stores in the directory. */
  Results play(Path directory) {
    try (House house = new House(directory, scale);
        Following following = new Following(house, scale, this::remark)) {
      List<Trial> trials = wanted(new Trials(house, scale, rig).all(following));
      warmUp(trials, house.holdfast());
      List<Measure.Round> rounds = new ArrayList<>();
      for (int round = 1; round <= scale.rounds(); round++) {
        tell.accept("round " + round + " of " + scale.rounds());
        rounds.add(round(trials));
      }
      long twice = house.database().twice();
      Map<String, String> durability = house.database().settings();
      durability.put("HOLDFAST_HOLD_DURABILITY", "full");
      durability.put("redis_version", house.redisFact("redis_version:"));
      Footprint size = footprint(house);
      return new Results(
          Instant.now(),
          scale,
          samples,
          what,
          lines(rounds, size),
          Machine.facts(),
          durability,
          size,
          remarks,
          twice);
    }
  }

  private @Nullable Footprint footprint(House house) {
    if (!footprint) {
      return null;
    }
    tell.accept("starts and memory ...");
    return Footprint.measured(house, scale, rig);
  }

  private void remark(String text) {
    remarks.add(text);
    tell.accept(text);
  }

  private List<Trial> wanted(List<Trial> all) {
    Set<String> names = new LinkedHashSet<>();
    measures.forEach(measure -> names.addAll(measure.needs()));
    all.stream()
        .filter(trial -> names.contains(trial.name()))
        .forEach(t -> names.addAll(t.needs()));
    return all.stream().filter(trial -> names.contains(trial.name())).toList();
  }

  /**
   * A program that has but one or two workloads gets no less of it than the service with its many.
   */
  private void warmUp(List<Trial> trials, Program service) {
    if (scale.warmUp().isZero()) {
      return;
    }
    for (Trial trial : trials) {
      int times = trial.program().equals(service) ? 1 : RIVALS_WARM_UPS;
      Sample sample = trial.run().run(scale.warmUp().multipliedBy(times));
      rig.remember(trial.name(), sample.rate());
      say("warm-up", trial, sample);
    }
    remarks.clear();
  }

  private Measure.Round round(List<Trial> trials) {
    Map<String, Sample> round = new HashMap<>();
    for (Trial trial : trials) {
      Sample sample = trial.run().run(scale.time());
      rig.remember(trial.name(), sample.rate());
      round.put(trial.name(), sample);
      samples.computeIfAbsent(trial.name(), _ -> new ArrayList<>()).add(sample);
      what.put(trial.name(), trial.title());
      say("", trial, sample);
    }
    return new Measure.Round(round);
  }

  private void say(String when, Trial trial, Sample sample) {
    String wrong = sample.wrong() == 0 ? "" : ", " + sample.wrong() + " WRONG";
    String away = sample.away() == 0 ? "" : ", " + sample.away() + " sent away";
    tell.accept(
        "%-8s %-24s %8s a second%s%s"
            .formatted(when, trial.name(), Figures.rounded(sample.rate()), away, wrong));
  }

  private List<Line> lines(List<Measure.Round> rounds, @Nullable Footprint size) {
    List<Line> lines = new ArrayList<>();
    for (Measure measure : measures) {
      List<Double> figures =
          rounds.stream().map(round -> measure.figure().applyAsDouble(round)).toList();
      lines.add(
          new Line(
              measure.name(),
              measure.what(),
              measure.unit(),
              measure.goal(),
              measure.goal().text(),
              Figures.of(figures)));
    }
    if (size != null) {
      lines.addAll(ofSize(size));
    }
    return lines;
  }

  private static List<Line> ofSize(Footprint size) {
    List<Double> starts = size.starts().stream().map(Figures::millis).toList();
    Goal none = new Goal.None();
    return List.of(
        line(
            "memory-idle",
            "resident memory, idle",
            "MiB",
            new Goal.AtMost(Footprint.MOST_IDLE),
            List.of(size.idleMegabytes())),
        line(
            "memory-busy",
            "resident memory at most, 1,000 events of 1,000 seats",
            "MiB",
            new Goal.AtMost(Footprint.MOST_BUSY),
            List.of(size.busyMegabytes())),
        line("start", "start on a data directory that is there, until healthy", "ms", none, starts),
        line(
            "first-start",
            "start on an empty data directory, until healthy",
            "ms",
            none,
            List.of(Figures.millis(size.firstStart()))));
  }

  private static Line line(String name, String what, String unit, Goal goal, List<Double> figures) {
    return new Line(name, what, unit, goal, goal.text(), Figures.of(figures));
  }
}
