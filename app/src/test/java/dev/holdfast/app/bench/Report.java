package dev.holdfast.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.bench.CpuMeter.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The figures of a run as a table and as JSON. */
final class Report {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  /** For a terminal. */
  String table() {
    StringBuilder table = new StringBuilder();
    results
        .samples()
        .forEach((trial, samples) -> {
          Sample middle = middle(samples);
          table.append(
              "%-24s %8s a second, p50 %s ms, p99 %s ms, %s%n"
                  .formatted(
                      trial,
                      Figures.rounded(Results.rate(samples).median()),
                      Figures.rounded(Figures.millis(middle.p50())),
                      Figures.rounded(Figures.millis(middle.p99())),
                      cpu(middle)));
        });
    table.append('\n');
    for (Results.Line line : results.lines()) {
      table.append(
          "%-22s %8s %-3s (%s to %s) %-8s %-8s %s%n"
              .formatted(
                  line.name(),
                  Figures.rounded(line.figures().median()),
                  line.unit(),
                  Figures.rounded(line.figures().least()),
                  Figures.rounded(line.figures().most()),
                  line.text(),
                  line.verdict(),
                  line.what()));
    }
    table.append(
        "%nanswered wrongly: %d; held or sold twice: %d"
            .formatted(results.wrong(), results.twice()));
    return table.toString();
  }

  /** The sample whose rate is the middle one. */
  static Sample middle(List<Sample> samples) {
    return samples.stream()
        .sorted((one, other) -> Double.compare(one.rate(), other.rate()))
        .toList()
        .get((samples.size() - 1) / 2);
  }

  /** Whose work it was, in hundredths. */
  static String cpu(Sample sample) {
    return "load %.0f %%, program %.0f %%, PostgreSQL %.0f %%, Redis %.0f %%; %.1f us of load each"
        .formatted(
            100 * sample.cpu().share(Who.LOAD),
            100 * sample.cpu().share(Who.PROGRAM),
            100 * sample.cpu().share(Who.POSTGRES),
            100 * sample.cpu().share(Who.REDIS),
            sample.loadMicros());
  }

  /** For programs. */
  String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("at", results.at().toString());
    root.put("rounds", results.scale().rounds());
    root.put("seconds", results.scale().time().toMillis() / 1e3);
    root.put("warmUpSeconds", results.scale().warmUp().toMillis() / 1e3);
    results.machine().forEach(root.putObject("machine")::put);
    results.durability().forEach(root.putObject("stores")::put);
    ArrayNode lines = root.putArray("measures");
    results.lines().forEach(line -> write(lines.addObject(), line));
    ObjectNode trials = root.putObject("trials");
    results.samples().forEach((name, samples) -> write(trials.putArray(name), samples));
    ArrayNode remarks = root.putArray("remarks");
    results.remarks().forEach(remarks::add);
    root.put("wrong", results.wrong());
    root.put("heldOrSoldTwice", results.twice());
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ObjectNode node, Results.Line line) {
    node.put("name", line.name());
    node.put("what", line.what());
    node.put("median", line.figures().median());
    node.put("least", line.figures().least());
    node.put("most", line.figures().most());
    node.put("unit", line.unit());
    node.put("goal", line.text());
    node.put("verdict", line.verdict());
  }

  private static void write(ArrayNode rounds, List<Sample> samples) {
    for (Sample sample : samples) {
      ObjectNode round = rounds.addObject();
      round.put("perSecond", sample.rate());
      round.put("done", sample.done());
      round.put("conflicts", sample.conflicts());
      round.put("sentAway", sample.away());
      round.put("wrong", sample.wrong());
      round.put("p50Millis", Figures.millis(sample.p50()));
      round.put("p90Millis", Figures.millis(sample.p90()));
      round.put("p99Millis", Figures.millis(sample.p99()));
      round.put("p999Millis", Figures.millis(sample.p999()));
      ObjectNode cpu = round.putObject("processors");
      for (Who who : Who.values()) {
        cpu.put(who.name().toLowerCase(Locale.ROOT), sample.cpu().of(who));
      }
    }
  }
}
