package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A small program that is run to its end.
 *
 * @param words the program and its arguments; never a secret, since every user can list them
 */
record Command(List<String> words) {

  /**
   * How a program ended.
   *
   * @param output standard output and standard error, as they came
   */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Prepares a process without the environment that could change what the server does. */
  static ProcessBuilder prepare(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    return builder;
  }

  /** Runs the program without input. See {@link #run(String, Duration)}. */
  Result run(Duration bound) throws IOException {
    return run("", bound);
  }

  /**
   * Runs the program.
   *
   * @param input what it reads, a few kilobytes at most
   * @param bound how long it may take before it is killed
   * @throws IOException when it cannot be started or took too long, or when this thread was
   *     interrupted, which stays noted
   */
  Result run(String input, Duration bound) throws IOException {
    Process process = prepare(words).start();
    try {
      CompletableFuture<String> output = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> collect(process, output));
      feed(process, input);
      if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("%s took longer than %s".formatted(words.getFirst(), bound));
      }
      // A grandchild may hold the pipe open for ever; the words of the program itself are there.
      return new Result(
          process.exitValue(), output.completeOnTimeout("", 5, TimeUnit.SECONDS).join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while %s ran".formatted(words.getFirst()), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void feed(Process process, String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(UTF_8));
    } catch (IOException ended) {
      // The program did not want its input any more; its exit code and output say why.
    }
  }

  private static void collect(Process process, CompletableFuture<String> output) {
    try {
      output.complete(new String(process.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException ended) {
      output.complete("");
    }
  }
}
