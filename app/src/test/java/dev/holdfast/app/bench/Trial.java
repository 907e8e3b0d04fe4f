package dev.holdfast.app.bench;

import java.time.Duration;
import java.util.List;

/**
 * One program with one workload.
 *
 * @param what for a reader, with the program's name
 * @param needs the trials whose last figures this one goes by
 */
record Trial(String name, String what, List<String> needs, Run run) {
  /** Runs it for a time. */
  interface Run {
    Sample run(Duration time);
  }

  Trial(String name, String what, Run run) {
    this(name, what, List.of(), run);
  }
}
