package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that PostgreSQL understands as orders to stop. Java itself can send only TERM, which
 * PostgreSQL takes as "when the last client has gone", and KILL.
 */
enum Signal {
  /** Fast shutdown: end all sessions, write a checkpoint, leave a clean data directory. */
  INT,
  /** Immediate shutdown: end at once; the next start recovers from the log. */
  QUIT;

  private static final Logger LOG = LoggerFactory.getLogger(Signal.class);
  private static final Duration BOUND = Duration.ofSeconds(10);

  /** Sends the signal; trouble is logged only, because the caller looks at the outcome anyway. */
  void send(List<ProcessHandle> targets) {
    // The shell has "kill" built in; the program of that name is missing on small systems. The
    // shell is there, since initdb needs it.
    Stream<String> words = Stream.of("/bin/sh", "-c", "kill -s \"$0\" \"$@\"", name());
    Stream<String> pids = targets.stream().map(target -> Long.toString(target.pid()));
    try {
      Command.Result result =
          new Command(Stream.concat(words, pids).collect(Collectors.toList())).run(BOUND);
      if (!result.succeeded()) {
        LOG.debug("Signal {}: {}", this, result.output().strip());
      }
    } catch (IOException e) {
      LOG.warn("Cannot send {} to PostgreSQL: {}", this, e.getMessage());
    }
  }
}
