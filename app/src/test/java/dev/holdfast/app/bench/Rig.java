package dev.holdfast.app.bench;

import dev.holdfast.app.bench.load.Driver;
import dev.holdfast.app.bench.load.Tally;
import dev.holdfast.app.bench.load.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs workloads and measures whose work the machine's is meanwhile. */
final class Rig {
  /** Seats a second that are kept ready where no rate is known yet. */
  private static final double AT_FIRST = 12_000;

  private static final double MORE = 1.5;

  private final Map<String, Double> rates = new HashMap<>();

  /** Remembers the rate of a trial. */
  void remember(String trial, double rate) {
    rates.put(trial, rate);
  }

  /** The last rate of a trial; 0 when it was not run. */
  double rate(String trial) {
    return rates.getOrDefault(trial, 0.0);
  }

  /** More requests than a trial will have sent when the time is over. */
  long enough(String trial, Duration time) {
    return enough(trial, time, AT_FIRST);
  }

  /** The same with a guess at the rate of the first run. */
  long enough(String trial, Duration time, double atFirst) {
    double rate = rates.getOrDefault(trial, atFirst);
    return (long) (MORE * Math.max(rate, 1_000) * time.toMillis() / 1_000);
  }

  /** Over so many connections, each of which sends as soon as it has been answered. */
  Sample closedLoop(Program program, int connections, Workload workload, Duration time) {
    return driven(program, connections, driver -> driver.closedLoop(workload, time));
  }

  /** At a rate, whatever was answered. */
  Sample openLoop(Program program, int connections, Workload workload, double rate, Duration time) {
    return driven(program, connections, driver -> driver.openLoop(workload, rate, time));
  }

  private static Sample driven(Program program, int connections, Function<Driver, Tally> run) {
    try (Driver driver = new Driver(program.port(), connections)) {
      return measured(program, () -> run.apply(driver));
    }
  }

  /** Runs it beside the meter. */
  static Sample measured(Program program, Supplier<Tally> run) {
    CpuMeter meter = new CpuMeter(program.pid(), program.postgres(), program.redis());
    Tally tally = run.get();
    return Sample.of(tally, meter.stop());
  }
}
