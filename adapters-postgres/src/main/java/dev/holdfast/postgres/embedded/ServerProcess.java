package dev.holdfast.postgres.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A child process that ends with this one where the system can do that, and what it says. */
final class ServerProcess {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Process process;
  private final CompletableFuture<Integer> exit;
  private final ServerLog log;
  private final Thread reader;

  private ServerProcess(Process process, CompletableFuture<Integer> exit, ServerLog log) {
    this.process = process;
    this.exit = exit;
    this.log = log;
    this.reader =
        Thread.ofPlatform()
            .daemon()
            .name("holdfast-postgres-log")
            .start(() -> log.drain(process.getInputStream()));
  }

  /**
   * Starts a program.
   *
   * @param log where its output goes
   * @throws EmbeddedPostgresException when the operating system refuses to start it
   */
  static ServerProcess start(List<String> words, ServerLog log) {
    CompletableFuture<Process> started = new CompletableFuture<>();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    // The kernel tells a child of the end of the thread that started it, not of the process. So
    // that thread does nothing else, and lives as long as the child.
    Thread.ofPlatform()
        .daemon()
        .name("holdfast-postgres-parent")
        .start(() -> startAndStay(words, started, exit));
    try {
      return new ServerProcess(started.join(), exit, log);
    } catch (CompletionException e) {
      throw new EmbeddedPostgresException("Cannot start PostgreSQL: " + e.getCause(), e);
    }
  }

  Process process() {
    return process;
  }

  /**
   * Completes with the exit code. The future of the process itself would need a thread of the
   * common pool, which the rest of the program may keep busy.
   */
  CompletableFuture<Integer> exit() {
    return exit.copy();
  }

  /** The end of its output; of a process that has ended, really the end. */
  String lastWords() {
    if (!process.isAlive()) {
      Waiting.until(LAST_WORDS, () -> !reader.isAlive());
    }
    return log.tail();
  }

  private static void startAndStay(
      List<String> words, CompletableFuture<Process> started, CompletableFuture<Integer> exit) {
    try {
      Process process = Command.prepare(words).start();
      started.complete(process);
      exit.complete(Waiting.forEnd(process));
    } catch (Throwable e) {
      // Whatever it is, somebody waits for it.
      started.completeExceptionally(e);
    }
  }
}
