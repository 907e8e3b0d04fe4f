package dev.holdfast.app.bench;

import dev.holdfast.app.system.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that the service is compared with, in a process of its own, with as much memory. */
final class RivalProcess implements AutoCloseable {
  private static final String LISTENING = "listening on ";
  private static final int END_SECONDS = 30;

  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;
  private final int port;

  private RivalProcess(Process process) throws IOException {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    port = Integer.parseInt(lineAfter(LISTENING));
  }

  /**
   * Starts a main class of ours and waits until it serves.
   *
   * @param javaOptions what the JVM hears in its environment; empty: nothing
   */
  static RivalProcess start(Class<?> main, String javaOptions, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = ServiceProcess.command(java, main);
    command.addAll(List.of(arguments));
    // What a library has to say must not fill a pipe that nobody reads.
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
    builder.environment().put("CLASSPATH", classPath());
    try {
      Process started = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      return new RivalProcess(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The build's runner puts all of it behind one jar and tells the parts here. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  /** Tells it a line; the next one that it says. */
  String tell(String line) {
    in.println(line);
    try {
      return lineAfter("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lineAfter(String beginning) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("the process has ended");
    }
    return line.substring(beginning.length());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
