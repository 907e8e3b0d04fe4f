package dev.holdfast.app.system;

import dev.holdfast.app.Main;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.redis.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, with the embedded PostgreSQL, as a user runs it. */
public final class ServiceProcess implements ServiceUnderTest {
  private static final int START_SECONDS = 120;

  /** The memory and the collector of every service that is run and not told otherwise. */
  public static final List<String> JVM_OPTIONS =
      List.of(
          "-Xms32m",
          "-Xmx512m",
          "-XX:+UseParallelGC",
          "-XX:GCTimeRatio=19",
          "-XX:+UseCompactObjectHeaders");

  /** For processes that live for seconds: most of their work is to start. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final Path data;
  private final int port;
  private final Map<String, String> settings;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private Process process;

  private ServiceProcess(Path data, Map<String, String> settings) {
    this.data = data;
    this.settings = settings;
    this.port = FreePorts.any();
    this.process = launch();
  }

  /**
   * Starts on a data directory; returns when it sells.
   *
   * @param settings its environment; {@code JAVA_TOOL_OPTIONS} is that of a quick start unless
   *     named
   */
  public static ServiceProcess start(Path data, Map<String, String> settings) {
    shareProgramsWith(data);
    return new ServiceProcess(data, settings);
  }

  /** To unpack the programs of PostgreSQL for each anew costs more than most of what is tried. */
  private static void shareProgramsWith(Path data) {
    Path link = data.resolve("server");
    try {
      if (!Files.exists(link)) {
        Path programs = Files.createDirectories(Path.of("target", "postgres-programs"));
        Files.createDirectories(data);
        Files.createSymbolicLink(link, programs.toRealPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same data directory and port again, after the process ended. */
  public void startAgain() {
    output.clear();
    process = launch();
  }

  /** What runs a main class as the service is run. */
  public static List<String> command(String java, Class<?> main) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(JVM_OPTIONS);
    command.add(main.getName());
    return command;
  }

  private Process launch() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(command(java, Main.class)).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("HOLDFAST_"));
    environment.put("CLASSPATH", classPath());
    environment.put("HOLDFAST_DATA_DIR", data.toString());
    environment.put("HOLDFAST_PORT", Integer.toString(port));
    environment.put("HOLDFAST_ADMIN_KEY", adminKey());
    environment.put("JAVA_TOOL_OPTIONS", QUICK_START);
    environment.putAll(settings);
    try {
      Process started = builder.start();
      endWithThisJvm(started);
      awaitSelling(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Should a run be broken off, nothing of it stays behind. */
  private static void endWithThisJvm(Process started) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    } catch (IllegalStateException ending) {
      started.destroyForcibly();
    }
  }

  /** The build's runner puts all of it behind one jar and tells the parts here. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void awaitSelling(Process started) {
    CountDownLatch selling = new CountDownLatch(1);
    var _ = Thread.ofVirtual().start(() -> read(started.getInputStream(), selling));
    try {
      boolean told = selling.await(START_SECONDS, TimeUnit.SECONDS);
      if (!told || !started.isAlive()) {
        started.destroyForcibly();
        throw new IllegalStateException("the service does not start: " + output);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(InputStream from, CountDownLatch selling) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        output.add(line);
        if (line.startsWith("Holdfast is selling")) {
          selling.countDown();
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The process is gone.
    } finally {
      selling.countDown();
    }
  }

  /** SIGKILL to the service; its PostgreSQL is left an orphan. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(30));
  }

  /** SIGSTOP: connections stay open, nothing is answered. */
  public void freeze() {
    signal("-STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL to the service and to its PostgreSQL. */
  void killWithDatabase() {
    long postmaster = postmaster();
    process.destroyForcibly();
    ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    awaitEnd(Duration.ofSeconds(30));
  }

  private long postmaster() {
    try {
      return Long.parseLong(
          Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM, as a supervisor stops a service. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the process to end; its exit code. */
  int awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the service does not end: " + output);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it printed since it was started. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** The system's number of the process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String adminKey() {
    return Deployment.ADMIN_KEY;
  }

  @Override
  public void close() {
    terminate();
    awaitEnd(Duration.ofSeconds(60));
  }
}
