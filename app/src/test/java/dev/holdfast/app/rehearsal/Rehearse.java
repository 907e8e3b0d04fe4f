package dev.holdfast.app.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Rehearses an on-sale against a running service: buyers come faster and faster, look, choose,
 * hold, think and pay or not, until all came, nothing is left or it is too much. Then it looks
 * whether the service's books are what the buyers were told.
 */
public final class Rehearse {
  private static final int UNSOUND = 1;
  private static final int REFUSED = 2;

  private static final long SEEDS = 1_000_000;

  private Rehearse() {}

  /**
   * Runs it. The exit code is 0 when the books were right, 1 when they were not, 2 when there was
   * no rehearsal.
   *
   * @param arguments see {@link OptionsReader#USAGE}
   */
  public static void main(String[] arguments) {
    try {
      long chance = ThreadLocalRandom.current().nextLong(SEEDS);
      Options options = OptionsReader.read(List.of(arguments), System.getenv(), chance);
      Sheet sheet = play(options, System.out::println);
      System.exit(sheet.violations().isEmpty() ? 0 : UNSOUND);
    } catch (Refusal refusal) {
      System.err.println("rehearse: " + refusal.line());
      System.exit(REFUSED);
    }
  }

  /**
   * Plays all of it and tells how it goes, the sheet last.
   *
   * @throws Refusal when it cannot be
   */
  static Sheet play(Options options, Consumer<String> tell) {
    Schedule schedule = Schedule.of(options);
    try (Api api = new Api(options)) {
      Preparation.Ready ready = Preparation.of(options, api);
      int free = ready.picture().left();
      tell.accept(
          "%d buyers, seed %d, for %d free places of %d; %d steps at most"
              .formatted(
                  options.buyers(), options.seed(), free, ready.hall().places(), schedule.steps()));
      // By the seed alone a second run would be the first one's repetition under its keys.
      Books books = new Books("rehearsal-" + Long.toString(System.currentTimeMillis(), 36));
      Scoreboard board = new Scoreboard(schedule);
      Pictures pictures = new Pictures(ready.hall(), ready.picture());
      Scene scene =
          new Scene(options, api, ready.hall(), pictures, books, board, System.nanoTime());
      Onsale onsale = new Onsale(scene, schedule);
      List<StepResult> steps;
      try (Progress _ = Progress.start(scene, schedule, onsale, tell)) {
        steps = onsale.run();
      }
      Sheet sheet = sheet(scene, steps, ready, tell);
      tell.accept(sheet.text());
      write(options, sheet);
      return sheet;
    }
  }

  private static Sheet sheet(
      Scene scene, List<StepResult> steps, Preparation.Ready ready, Consumer<String> tell) {
    tell.accept("comparing what buyers were told with the event's changes, status and report");
    Evidence evidence = new Witness(scene.api()).since(ready.before());
    List<String> violations = Audit.of(scene.books(), evidence, ready.hall().capacities());
    Options options = scene.options();
    return new Sheet(
        options,
        scene.books().run(),
        steps,
        Knee.of(steps, options.bound()),
        scene.board().all(),
        ready.picture().left(),
        ready.hall().places() - taken(ready.hall(), evidence),
        violations,
        notes(scene, evidence));
  }

  /** Places that are not free; what has left the layout counts for nothing. */
  private static int taken(Hall hall, Evidence evidence) {
    return evidence.after().stream()
        .filter(entry -> entry.area() || hall.number(entry.label()) >= 0)
        .mapToInt(Entry::places)
        .sum();
  }

  private static List<String> notes(Scene scene, Evidence evidence) {
    List<String> notes = new ArrayList<>();
    Books books = scene.books();
    long others =
        evidence.changes().stream()
            .filter(change -> change.is("booked") && !books.ours(change.token()))
            .count();
    if (others > 0) {
      notes.add("%d bookings were made by others meanwhile".formatted(others));
    }
    long unknown = books.count(Books.Outcome.UNKNOWN);
    if (unknown > 0) {
      notes.add("%d buyers never heard whether they have booked".formatted(unknown));
    }
    if (evidence.report().isEmpty()) {
      notes.add("the report was not compared: the event went on changing");
    }
    if (scene.options().clean()) {
      int failed = new Cleaning(scene.api(), books).of(evidence.after());
      notes.add(
          failed == 0
              ? "what was held and booked was given back"
              : "what was held and booked was given back, but for %d requests".formatted(failed));
    } else {
      notes.add("the bookings stay; for a fresh start make another event on the same chart:");
      notes.add(
          "  POST /api/v1/events {\"chartKey\": ..., \"name\": ...}, or say --clean next time");
    }
    return notes;
  }

  private static void write(Options options, Sheet sheet) {
    if (options.json() == null) {
      return;
    }
    try {
      Files.writeString(options.json(), sheet.json().toPrettyString() + "\n");
    } catch (IOException e) {
      throw new Refusal("cannot write " + options.json() + ": " + e.getMessage());
    }
  }
}
