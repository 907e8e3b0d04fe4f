package dev.holdfast.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
   * What each has used of one processor, by the order of {@link Who}.
   *
   * @param used processors: 2.0 is two of them all the time
   */
  record Split(List<Double> used) {
    double of(Who who) {
      return used.get(who.ordinal());
    }

    /** Of what all of them used, 0 to 1. */
    double share(Who who) {
      double all = used.stream().mapToDouble(Double::doubleValue).sum();
      return all == 0 ? 0 : of(who) / all;
    }
  }

  private final long program;
  private final long postgres;
  private final long redis;
  private final long[] before;
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
    long[] now = used();
    List<Double> used = new ArrayList<>();
    for (int who = 0; who < now.length; who++) {
      used.add((now[who] - before[who]) / passed);
    }
    return new Split(used);
  }

  private long[] used() {
    return new long[] {
      of(ProcessHandle.current()), alone(program), withChildren(postgres), alone(redis)
    };
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
