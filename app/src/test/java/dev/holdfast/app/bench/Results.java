package dev.holdfast.app.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run gave.
 *
 * @param samples of each trial, one a round
 * @param what each trial is, for a reader
 * @param lines the figures that were asked for
 * @param machine what they depend on
 * @param durability settings of the service's PostgreSQL, as it tells them
 * @param footprint null when it was not asked for
 * @param remarks what else was seen
 * @param twice seats that were held or sold more than once
 */
record Results(
    Instant at,
    Scale scale,
    Map<String, List<Sample>> samples,
    Map<String, String> what,
    List<Line> lines,
    Map<String, String> machine,
    Map<String, String> durability,
    @Nullable Footprint footprint,
    List<String> remarks,
    long twice) {

  /**
   * One figure, with its goal.
   *
   * @param figures over the rounds
   */
  record Line(
      String name, String what, String unit, Measure.Goal goal, String text, Figures figures) {
    boolean reached() {
      return goal.reached(figures.median());
    }

    /** In a word; empty where there is no goal. */
    String verdict() {
      return goal instanceof Measure.Goal.None ? "" : reached() ? "reached" : "missed";
    }
  }

  /** Requests that were answered in a way that nobody can want. */
  long wrong() {
    return samples.values().stream().flatMap(List::stream).mapToLong(Sample::wrong).sum();
  }

  /** The rates of a trial over the rounds. */
  static Figures rate(List<Sample> samples) {
    return Figures.of(samples.stream().map(Sample::rate).toList());
  }
}
