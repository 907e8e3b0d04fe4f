package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rehearsal found.
 *
 * @param run under which its orders and tokens are named
 * @param steps those that were judged
 * @param all everything that was counted
 * @param freeBefore free places before the first buyer came
 * @param freeAfter free places when the last one was gone
 * @param violations what was sold twice, or is missing, or was sold to nobody
 * @param notes for the reader
 */
record Sheet(
    Options options,
    String run,
    List<StepResult> steps,
    Knee knee,
    Tally all,
    int freeBefore,
    int freeAfter,
    List<String> violations,
    List<String> notes) {
  private static final int MOST_SHOWN = 20;

  /** Half of the holds: the crowd wants the same seats. */
  private static final double MANY_CONFLICTS = 0.5;

  /** What a mark counts. */
  static String word(Mark mark) {
    return switch (mark) {
      case CONFLICT -> "conflicts";
      case REFUSED -> "refused 503";
      case LIMITED -> "refused 429";
      case CAPPED -> "capped";
      case NOTHING_LEFT -> "found nothing";
      case GAVE_UP -> "gave up";
      case TURNED_AWAY -> "turned away by the rehearsal";
      default -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** For people. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Capacity sheet");
    lines.add("  event %s at %s".formatted(options.event(), options.service()));
    lines.add("  seed %d, run %s".formatted(options.seed(), run));
    lines.add("");
    lines.add("  step  buyers/s   came/s   held/s booked/s  seats held/s  conflicts  hold p50/p99");
    steps.forEach(step -> lines.add(row(step)));
    lines.add("");
    lines.addAll(found());
    lines.addAll(percentiles());
    lines.addAll(expectation());
    lines.addAll(soundness());
    notes.forEach(note -> lines.add("  " + note));
    return String.join("\n", lines);
  }

  private String row(StepResult step) {
    String signs =
        Sign.of(step, options.bound()).stream()
            .map(sign -> " " + sign.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .reduce("", String::concat);
    return String.format(
        Locale.ROOT,
        "  %4d  %8s %8s %8s %8s  %12s  %7.0f %%  %s%s",
        step.number() + 1,
        Times.figure(step.rate()),
        Times.figure(step.perSecond(Mark.CAME)),
        Times.figure(step.perSecond(Mark.HELD)),
        Times.figure(step.perSecond(Mark.BOOKED)),
        Times.figure(step.perSecond(Mark.SEATS_HELD)),
        100 * step.conflicts(),
        step.tally().of(Act.HOLD).halfAndMost(),
        signs);
  }

  private List<String> found() {
    List<String> lines = new ArrayList<>();
    if (knee.bad().isPresent()) {
      StepResult bad = knee.bad().get();
      lines.add(
          "Knee: at %s buyers/s (step %d)%s"
              .formatted(
                  Times.figure(bad.rate()),
                  bad.number() + 1,
                  knee.ours() ? ", of the rehearsal's own machine as well" : ""));
    } else {
      lines.add("Knee: not reached");
    }
    knee.signs().forEach(sign -> lines.add("  " + sign.meaning()));
    knee.later().forEach(sign -> lines.add("  later also " + sign.meaning()));
    if (conflicts() > MANY_CONFLICTS) {
      lines.add("  more than half of all holds were of seats that others had: wanted by many");
    }
    knee.good()
        .ifPresent(good ->
            lines.add(
                "Good until: %s buyers/s; then %s seats/s held, %s seats/s booked, %.0f %% conflicts"
                    .formatted(
                        Times.figure(good.rate()),
                        Times.figure(good.perSecond(Mark.SEATS_HELD)),
                        Times.figure(good.perSecond(Mark.SEATS_BOOKED)),
                        100 * good.conflicts())));
    if (steps.isEmpty()) {
      lines.add("  no step was long enough to be judged: more --buyers, or a shorter --step");
    }
    return lines;
  }

  private double conflicts() {
    long conflicts = all.of(Mark.CONFLICT);
    return (double) conflicts / Math.max(1, conflicts + all.of(Mark.HELD));
  }

  private List<String> percentiles() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  all together      calls       p50       p90       p99       max");
    for (Act act : Act.values()) {
      Latency took = all.of(act);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-12s %10d %9s %9s %9s %9s",
              act.word(),
              took.count(),
              Times.micros(took.p50()),
              Times.micros(took.p90()),
              Times.micros(took.p99()),
              Times.micros(took.max())));
    }
    lines.add(
        "  %d came, %d held, %d booked %d places%s"
            .formatted(
                all.of(Mark.CAME),
                all.of(Mark.HELD),
                all.of(Mark.BOOKED),
                all.of(Mark.SEATS_BOOKED),
                Progress.refusals(all)));
    lines.add(
        "  the rehearsal itself was late by %s (p99) and used at most %.0f %% of its machine"
            .formatted(
                Times.micros(all.lag().p99()),
                100 * steps.stream().mapToDouble(StepResult::processors).max().orElse(0)));
    lines.add("  free places: %d before, %d after".formatted(freeBefore, freeAfter));
    return lines;
  }

  private List<String> expectation() {
    Optional<StepResult> good = knee.good();
    if (good.isEmpty()) {
      return List.of("", "Nothing to expect from: no rate was seen to be good");
    }
    double rate = good.get().rate();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "To expect of an on-sale of %d buyers who behave like these".formatted(options.buyers()));
    lines.add(
        "  let in evenly at %s a second, %s good, they need %s"
            .formatted(
                Times.figure(rate),
                knee.bad().isPresent() ? "the best that was" : "the most that was tried, and",
                Times.micros((long) (options.buyers() / rate * 1e6))));
    double rush = options.buyers() / 60.0;
    lines.add(
        rush <= rate
            ? "  all within one minute (%s a second): as fast as that was good"
                .formatted(Times.figure(rush))
            : "  all within one minute (%s a second): %s times what was seen to be good"
                .formatted(Times.figure(rush), Times.figure(rush / rate)));
    double each = (double) all.of(Mark.SEATS_BOOKED) / Math.max(1, all.of(Mark.CAME));
    if (each > 0) {
      double enough = freeBefore / each;
      lines.add(
          "  each took %.1f places; %d places are sold to the first %.0f buyers, after %s at that rate"
              .formatted(each, freeBefore, enough, Times.micros((long) (enough / rate * 1e6))));
    }
    return lines;
  }

  private List<String> soundness() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (violations.isEmpty()) {
      lines.add(
          "Nothing was sold twice, nothing that was acknowledged is missing, and nothing was");
      lines.add("booked that nobody asked for.");
      return lines;
    }
    lines.add("NOT SOUND: %d findings".formatted(violations.size()));
    violations.stream().limit(MOST_SHOWN).forEach(each -> lines.add("  " + each));
    return lines;
  }

  /** For programs; times in microseconds. */
  ObjectNode json() {
    ObjectNode json =
        Json.object(
            "event",
            options.event(),
            "service",
            options.service().toString(),
            "seed",
            options.seed(),
            "run",
            run,
            "buyers",
            options.buyers(),
            "boundMicros",
            options.bound().toNanos() / 1_000,
            "freeBefore",
            freeBefore,
            "freeAfter",
            freeAfter,
            "kneeReached",
            knee.bad().isPresent(),
            "signs",
            knee.signs().stream().map(Enum::name).toList(),
            "laterSigns",
            knee.later().stream().map(Enum::name).toList(),
            "violations",
            violations,
            "notes",
            notes);
    knee.bad().ifPresent(bad -> json.put("kneeBuyersPerSecond", bad.rate()));
    knee.good().ifPresent(good -> json.set("good", json(good)));
    ArrayNode list = json.putArray("steps");
    steps.forEach(step -> list.add(json(step)));
    json.set("all", json(all));
    return json;
  }

  private ObjectNode json(StepResult step) {
    ObjectNode json = json(step.tally());
    json.put("step", step.number() + 1);
    json.put("buyersPerSecond", step.rate());
    json.put("seconds", step.length().toNanos() / 1e9);
    json.put("ownProcessorShare", step.processors());
    json.put("conflictRate", step.conflicts());
    for (Mark mark :
        List.of(Mark.CAME, Mark.HELD, Mark.BOOKED, Mark.SEATS_HELD, Mark.SEATS_BOOKED)) {
      json.put(mark.name().toLowerCase(Locale.ROOT) + "_per_second", step.perSecond(mark));
    }
    json.set("signs", Json.array(Sign.of(step, options.bound()).toArray()));
    return json;
  }

  private static ObjectNode json(Tally tally) {
    ObjectNode counts = Json.object();
    for (Mark mark : Mark.values()) {
      counts.put(mark.name().toLowerCase(Locale.ROOT), tally.of(mark));
    }
    ObjectNode micros = Json.object();
    for (Act act : Act.values()) {
      micros.set(act.word(), json(tally.of(act)));
    }
    micros.set("lateness", json(tally.lag()));
    ObjectNode json = Json.object();
    json.set("counts", counts);
    json.set("micros", micros);
    return json;
  }

  private static ObjectNode json(Latency took) {
    return Json.object(
        "count",
        took.count(),
        "p50",
        took.p50(),
        "p90",
        took.p90(),
        "p99",
        took.p99(),
        "max",
        took.max());
  }
}
