package dev.holdfast.app.rehearsal;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts by step, and since the last line was shown. Times are nanoseconds from the start; a call
 * belongs to the step in which it was due, and {@link Mark#ANSWERED} to the one of its answer.
 */
final class Scoreboard {
  private final Schedule schedule;
  private final List<Tally> steps = new ArrayList<>();
  private Tally moment = new Tally();

  Scoreboard(Schedule schedule) {
    this.schedule = schedule;
    for (int step = 0; step <= schedule.steps(); step++) {
      steps.add(new Tally());
    }
  }

  /** Somebody came, or should have. */
  void came(long due, long now) {
    count(Mark.CAME, due, 1);
    steps.get(schedule.stepAt(due)).late(now - due);
  }

  /** Somebody who waited goes on. */
  void wentOn(long due, long now) {
    steps.get(schedule.stepAt(due)).late(now - due);
  }

  void due(long due) {
    count(Mark.DUE, due, 1);
  }

  /** A call has its last answer. */
  void answered(Act act, long due, long now) {
    steps.get(schedule.stepAt(due)).took(act, now - due);
    current().took(act, now - due);
  }

  void count(Mark mark, long at, long many) {
    steps.get(schedule.stepAt(at)).count(mark, many);
    current().count(mark, many);
  }

  /** What happened since this was asked last. */
  synchronized Tally moment() {
    Tally last = moment;
    moment = new Tally();
    return last;
  }

  private synchronized Tally current() {
    return moment;
  }

  /** The step as it is by now. */
  StepResult result(int step, double processors) {
    Tally tally = steps.get(step);
    return new StepResult(step, schedule.rate(step), schedule.length(step), tally, processors);
  }

  /** All of it, what came after the last step as well. */
  Tally all() {
    Tally sum = new Tally();
    steps.forEach(sum::add);
    return sum;
  }
}
