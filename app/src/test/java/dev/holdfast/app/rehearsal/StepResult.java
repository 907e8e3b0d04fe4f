package dev.holdfast.app.rehearsal;

import java.time.Duration;

/**
 * One step of the rise.
 *
 * @param number from 0
 * @param rate buyers a second who should come
 * @param tally what happened
 * @param processors how much of the rehearsal's machine it used itself, 0 to 1
 */
record StepResult(int number, double rate, Duration length, Tally tally, double processors) {
  /** How many there were a second. */
  double perSecond(Mark mark) {
    return tally.of(mark) * 1e9 / length.toNanos();
  }

  /** Of all answers to holds, those that said somebody else has it. */
  double conflicts() {
    long conflicts = tally.of(Mark.CONFLICT);
    return (double) conflicts / Math.max(1, conflicts + tally.of(Mark.HELD));
  }
}
