package dev.holdfast.postgres.embedded;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends every process of a cluster: in a clean way if there is time, by force if not. */
final class ServerStop {
  private static final Logger LOG = LoggerFactory.getLogger(ServerStop.class);
  // PostgreSQL gives its own children five seconds after QUIT before it kills them.
  private static final Duration FORCED = Duration.ofSeconds(10);

  private final ClusterProcesses processes;
  private final Duration clean;

  /**
   * Prepares a stop.
   *
   * @param clean how long the clean way may take; each of the two forced ways adds 10 s at most
   */
  ServerStop(ClusterProcesses processes, Duration clean) {
    this.processes = processes;
    this.clean = clean;
  }

  /** Stops the server that this process started; it is gone afterwards, or only a log line. */
  void stop(Process postmaster) {
    ProcessHandle handle = postmaster.toHandle();
    if (!ends(postmaster, Signal.INT, clean)) {
      LOG.warn("PostgreSQL (process {}) did not stop within {}; forcing it", handle.pid(), clean);
      if (!ends(postmaster, Signal.QUIT, FORCED)) {
        kill();
      }
    }
  }

  /**
   * Stops what an earlier process left running. Nobody attaches to such a server: it may run with
   * other settings, and nobody would notice its end.
   *
   * @throws EmbeddedPostgresException when it does not end
   */
  void stopOrphans() {
    List<ProcessHandle> orphans = processes.all();
    if (orphans.isEmpty()) {
      return;
    }
    List<ProcessHandle> roots = ClusterProcesses.roots(orphans);
    LOG.warn("Stopping a PostgreSQL server that an earlier run left behind: {}", roots);
    Signal.INT.send(roots);
    if (!gone(orphans, clean)) {
      Signal.QUIT.send(processes.all());
      if (!gone(orphans, FORCED)) {
        kill();
      }
    }
    List<ProcessHandle> rest = processes.all();
    if (!rest.isEmpty()) {
      throw new EmbeddedPostgresException(
          "A PostgreSQL server of an earlier run still works in %s and does not end: processes %s;"
                  .formatted(processes.cluster(), rest)
              + " end them by hand, then start again");
    }
  }

  private static boolean ends(Process postmaster, Signal signal, Duration bound) {
    if (postmaster.isAlive()) {
      signal.send(List.of(postmaster.toHandle()));
    }
    return Waiting.until(bound, () -> !postmaster.isAlive());
  }

  private void kill() {
    List<ProcessHandle> rest = processes.all();
    rest.forEach(ProcessHandle::destroyForcibly);
    if (!gone(rest, FORCED)) {
      LOG.error("PostgreSQL does not end: processes {}", rest);
    }
  }

  private boolean gone(List<ProcessHandle> stopping, Duration bound) {
    return Waiting.until(bound, () -> stopping.stream().noneMatch(processes::isOurs));
  }
}
