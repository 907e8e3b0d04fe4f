package dev.holdfast.app.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whose work the machine's is. A process that the system does not tell of counts as idle. */
final class CpuMeter {
  /** Who works. */
  enum Who {
    LOAD,
    PROGRAM,
    POSTGRES,
    REDIS
  }

  /**
   * What each has used of one processor.
   *
   * @param used processors: 2.0 is two of them all the time
   */
  record Split(Map<Who, Double> used) {
    double of(Who who) {
      return used.getOrDefault(who, 0.0);
    }

    /** Of what all of them used, 0 to 1. */
    double share(Who who) {
      double all = used.values().stream().mapToDouble(Double::doubleValue).sum();
      return all == 0 ? 0 : of(who) / all;
    }
  }

  private final long program;
  private final long postgres;
  private final long redis;
  private final Map<Who, Long> before;
  private final long began = System.nanoTime();

  /** Begins to measure; a process id of 0 means that there is none. */
  CpuMeter(long program, long postgres, long redis) {
    this.program = program;
    this.postgres = postgres;
    this.redis = redis;
    before = used();
  }

  /** What was used since. */
  Split stop() {
    double passed = Math.max(1, System.nanoTime() - began);
    Map<Who, Double> used = new EnumMap<>(Who.class);
    used().forEach((who, nanos) -> used.put(who, (nanos - before.getOrDefault(who, 0L)) / passed));
    return new Split(used);
  }

  private Map<Who, Long> used() {
    return Map.of(
        Who.LOAD,
        of(ProcessHandle.current()),
        Who.PROGRAM,
        alone(program),
        Who.POSTGRES,
        withChildren(postgres),
        Who.REDIS,
        alone(redis));
  }

  private static long alone(long pid) {
    return pid == 0 ? 0 : ProcessHandle.of(pid).map(CpuMeter::of).orElse(0L);
  }

  private static long withChildren(long pid) {
    return pid == 0
        ? 0
        : ProcessHandle.of(pid).stream()
            .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
            .mapToLong(CpuMeter::of)
            .sum();
  }

  private static long of(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
