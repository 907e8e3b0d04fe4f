package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which a running server notes its process id and how far it has come.
 *
 * @param pid of the server
 * @param status such as {@code starting} or {@code ready}, empty while it is not there yet
 */
record PostmasterPid(long pid, String status) {
  private static final Logger LOG = LoggerFactory.getLogger(PostmasterPid.class);
  private static final int STATUS_LINE = 7;

  /** Reads the file of a cluster; empty when there is none or it makes no sense (yet). */
  static Optional<PostmasterPid> read(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(cluster), ISO_8859_1);
      // A server in single-user mode notes its id as a negative number.
      long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
      return Optional.of(new PostmasterPid(pid, status));
    } catch (NoSuchFileException | NumberFormatException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes the file when no server stands behind it. A server would do so itself, except when its
   * process id lives on: as another program, or as a process that nobody collects, as happens in
   * containers. Call it only once no process of the cluster is left.
   */
  static void removeStale(Path cluster, ClusterProcesses processes) {
    try {
      boolean uncertain = read(cluster).filter(it -> processes.mayBeOurs(it.pid())).isPresent();
      if (!uncertain && Files.deleteIfExists(file(cluster))) {
        LOG.info("PostgreSQL was not stopped cleanly the last time; it recovers from its log now");
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("look at", file(cluster), e);
    }
  }

  boolean isReadyFor(long process) {
    return pid == process && status.equals("ready");
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
