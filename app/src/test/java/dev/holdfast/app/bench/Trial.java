package dev.holdfast.app.bench;

import java.time.Duration;
import java.util.List;

/**
 * One program with one workload.
 *
 * @param what for a reader
 * @param needs the trials whose last figures this one goes by
 */
record Trial(String name, Program program, String what, List<String> needs, Run run) {
  /** Runs it for a time. */
  interface Run {
    Sample run(Duration time);
  }

  Trial(String name, Program program, String what, Run run) {
    this(name, program, what, List.of(), run);
  }

  /** Program and workload, for a reader. */
  String title() {
    return program.name() + ": " + what;
  }
}
