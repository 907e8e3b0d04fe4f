package dev.holdfast.app.rehearsal;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says every second how it goes. */
final class Progress implements AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;

  private final Scene scene;
  private final Schedule schedule;
  private final Onsale onsale;
  private final Consumer<String> tell;
  private final Thread thread;

  private Progress(Scene scene, Schedule schedule, Onsale onsale, Consumer<String> tell) {
    this.scene = scene;
    this.schedule = schedule;
    this.onsale = onsale;
    this.tell = tell;
    this.thread = Thread.ofPlatform().daemon().name("progress").unstarted(this::run);
  }

  static Progress start(Scene scene, Schedule schedule, Onsale onsale, Consumer<String> tell) {
    Progress progress = new Progress(scene, schedule, onsale, tell);
    progress.thread.start();
    return progress;
  }

  private void run() {
    long last = scene.now();
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        long now = scene.now();
        tell.accept(line(scene.board().moment(), now, (now - last) / 1e9));
        last = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String line(Tally tally, long now, double seconds) {
    int step = schedule.stepAt(now);
    String where =
        onsale.open() && step < schedule.steps()
            ? "step %d at %s/s".formatted(step + 1, Times.figure(schedule.rate(step)))
            : "finishing";
    return String.format(
        Locale.ROOT,
        "%4d s %s: %s came, %s held, %s booked a second%s | look %s, hold %s, book %s"
            + " | %d inside, %d places free",
        now / 1_000_000_000,
        where,
        Times.figure(tally.of(Mark.CAME) / seconds),
        Times.figure(tally.of(Mark.HELD) / seconds),
        Times.figure(tally.of(Mark.BOOKED) / seconds),
        refusals(tally),
        tally.of(Act.LOOK).halfAndMost(),
        tally.of(Act.HOLD).halfAndMost(),
        tally.of(Act.BOOK).halfAndMost(),
        onsale.inside(),
        scene.pictures().latest().left());
  }

  /** By reason; nothing where nobody was refused. */
  static String refusals(Tally tally) {
    String reasons =
        Stream.of(
                Mark.CONFLICT,
                Mark.REFUSED,
                Mark.LIMITED,
                Mark.CAPPED,
                Mark.LOST,
                Mark.GAVE_UP,
                Mark.NOTHING_LEFT,
                Mark.TURNED_AWAY)
            .filter(mark -> tally.of(mark) > 0)
            .map(mark -> tally.of(mark) + " " + Sheet.word(mark))
            .collect(Collectors.joining(", "));
    return reasons.isEmpty() ? "" : " (" + reasons + ")";
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
