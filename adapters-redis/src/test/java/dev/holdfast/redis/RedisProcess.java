package dev.holdfast.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A server process of our own on a loopback port, without persistence, ended by its id. */
final class RedisProcess {
  private static final Duration START_BOUND = Duration.ofSeconds(20);

  /** Unpacked once a test run. */
  private static final class Executable {
    static final Path FILE = unpacked();

    private static Path unpacked() {
      try {
        return RedisExecProvider.defaultProvider().get().toPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final int port;
  private final List<String> command = new ArrayList<>();
  private final Path directory;
  private final Thread atExit = new Thread(this::destroy);
  private Process process;

  private RedisProcess(int port, List<String> options) throws IOException {
    this.port = port;
    directory = Files.createTempDirectory("holdfast-redis");
    command.addAll(List.of(Executable.FILE.toString(), "--port", Integer.toString(port)));
    command.addAll(List.of("--bind", "127.0.0.1", "--dir", directory.toString()));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--daemonize", "no"));
    command.addAll(options);
    process = launched();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Another program may take a free port before the server does: then another port is tried. */
  static RedisProcess start(List<String> options) {
    for (int attempt = 1; ; attempt++) {
      try {
        RedisProcess started = new RedisProcess(FreePorts.any(), options);
        started.awaitListening();
        return started;
      } catch (IOException e) {
        throw new UncheckedIOException("no Redis server could be started", e);
      } catch (IllegalStateException e) {
        if (attempt == 3) {
          throw e;
        }
      }
    }
  }

  int port() {
    return port;
  }

  /** As kill -9 does. */
  void kill() {
    destroy();
    Waiting.until(START_BOUND, "the killed server ends", () -> !process.isAlive());
  }

  /** On the same port as before, and empty. */
  void restart() {
    try {
      process = launched();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitListening();
  }

  /** Freezes the process: connections stay open, nothing is answered. */
  void pause() {
    signal("-STOP");
  }

  void resume() {
    signal("-CONT");
  }

  void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(atExit);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void destroy() {
    process.destroyForcibly();
  }

  private Process launched() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  private void awaitListening() {
    try {
      Waiting.until(START_BOUND, "the server listens", this::isListening);
    } catch (IllegalStateException e) {
      destroy();
      throw e;
    }
  }

  private boolean isListening() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended at once: " + log());
    }
    return log().contains("Ready to accept connections");
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
      Waiting.until(START_BOUND, "kill " + name, () -> !kill.isAlive());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
