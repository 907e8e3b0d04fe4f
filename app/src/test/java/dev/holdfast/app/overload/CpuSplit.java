package dev.holdfast.app.overload;

import java.time.Duration;

/**
 * Whose work the machine's was: of the load, of the service, of its database. Zero where unknown.
 */
record CpuSplit(Duration load, Duration service, Duration database) {
  /** What each has used until now. */
  static CpuSplit of(long servicePid) {
    ProcessHandle service = ProcessHandle.of(servicePid).orElseThrow();
    return new CpuSplit(
        used(ProcessHandle.current()),
        used(service),
        service.descendants().map(CpuSplit::used).reduce(Duration.ZERO, Duration::plus));
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What was used since, in shares of all three. */
  String since(CpuSplit before) {
    Duration ours = load.minus(before.load);
    Duration theirs = service.minus(before.service);
    Duration stored = database.minus(before.database);
    double all = Math.max(1, ours.plus(theirs).plus(stored).toMillis());
    return "processor: load %.0f %%, service %.0f %%, database %.0f %%"
        .formatted(
            100 * ours.toMillis() / all,
            100 * theirs.toMillis() / all,
            100 * stored.toMillis() / all);
  }
}
