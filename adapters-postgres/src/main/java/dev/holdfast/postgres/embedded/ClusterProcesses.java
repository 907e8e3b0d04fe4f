package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes of a server that works on one cluster directory, told from all others.
 *
 * <p>On Linux it is the working directory that tells: every process of a server has its cluster as
 * working directory, and the kernel compares directories, not names. That also finds the sessions
 * of a server whose first process was killed, which a process id in a file would not. Elsewhere
 * only the first process is found, by the directory on its command line.
 */
final class ClusterProcesses {
  private static final Path PROC = Path.of("/proc");
  private static final String PROGRAM = "postgres";
  // How the kernel lists a program whose file was removed, as after an upgrade.
  private static final String REMOVED_PROGRAM = PROGRAM + " (deleted)";

  private final Path cluster;
  private final boolean linux = Files.exists(PROC.resolve("self").resolve("exe"));

  ClusterProcesses(Path cluster) {
    this.cluster = cluster;
  }

  Path cluster() {
    return cluster;
  }

  /** All that run now. A process that has ended but was not collected by its parent is not one. */
  List<ProcessHandle> all() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  /** Those whose parent is not one of them: the first process, or orphans of a killed one. */
  static List<ProcessHandle> roots(List<ProcessHandle> processes) {
    Set<ProcessHandle> known = new HashSet<>(processes);
    return processes.stream()
        .filter(process -> process.parent().filter(known::contains).isEmpty())
        .toList();
  }

  /** Whether a process belongs to this cluster for certain. */
  boolean isOurs(ProcessHandle process) {
    if (!linux) {
      return isOursByCommandLine(process.info());
    }
    try {
      return isOursByKernel(process.pid());
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  /** Whether it cannot be ruled out that a process id stands for a process of this cluster. */
  boolean mayBeOurs(long pid) {
    if (!linux) {
      return ProcessHandle.of(pid).filter(this::isOurs).isPresent();
    }
    try {
      return isOursByKernel(pid);
    } catch (AccessDeniedException hidden) {
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean isOursByKernel(long pid) throws IOException {
    Path process = PROC.resolve(Long.toString(pid));
    Path program = Files.readSymbolicLink(process.resolve("exe")).getFileName();
    return program != null
        && (program.toString().equals(PROGRAM) || program.toString().equals(REMOVED_PROGRAM))
        && Files.isSameFile(process.resolve("cwd"), cluster);
  }

  private boolean isOursByCommandLine(ProcessHandle.Info info) {
    boolean server = info.command().filter(command -> command.endsWith("/" + PROGRAM)).isPresent();
    return server
        && info.arguments()
            .filter(words -> Arrays.asList(words).contains(cluster.toString()))
            .isPresent();
  }
}
