package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another JVM that runs a server, to be killed. */
final class ChildJvm implements AutoCloseable {
  private static final String READY = "ready ";
  private static final String HOOK = "test.stop-with-jvm";
  private static final Duration BOUND = Duration.ofMinutes(1);

  private final Process process;
  private long server;

  private ChildJvm(Process process) {
    this.process = process;
  }

  /** Starts it, on the given directories, and does not wait. */
  static ChildJvm launch(Path data, Path serverDirectory, List<String> options) throws IOException {
    return new ChildJvm(prepare(data, serverDirectory, options).start());
  }

  /** Starts it and waits until its server is ready and one row was committed. */
  static ChildJvm ready(Path data, Path serverDirectory, String... options) throws IOException {
    return launch(data, serverDirectory, List.of(options)).awaitReady();
  }

  /** The same, where the program is missing that ties the server to the JVM. */
  static ChildJvm readyWithoutDeathSignal(
      Path data, Path serverDirectory, Path programs, boolean hook) throws IOException {
    Files.createDirectories(programs);
    for (String name : List.of("unshare", "setsid")) {
      Path script = programs.resolve(name);
      // With the search path as it is: the next program is looked for here, too.
      Files.writeString(script, "#!/bin/sh\nexec %s \"$@\"\n".formatted(real(name)));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    ProcessBuilder builder = prepare(data, serverDirectory, List.of("-D" + HOOK + "=" + hook));
    builder.environment().put("PATH", programs.toString());
    return new ChildJvm(builder.start()).awaitReady();
  }

  private static Path real(String program) {
    return Stream.of("/usr/bin", "/bin")
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** The process id of the server in it. */
  long server() {
    return server;
  }

  /** kill -15, as a supervisor would; returns once it has ended. */
  void terminate() {
    process.destroy();
    process.onExit().orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }

  private ChildJvm awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader reader = process.inputReader(UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(READY)) {
        server = Long.parseLong(line.substring(READY.length()));
        return this;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("the child ended: " + said);
  }

  private static ProcessBuilder prepare(Path data, Path serverDirectory, List<String> options) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for a second or two, in which the better compiler does not pay.
    words.add("-XX:TieredStopAtLevel=1");
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    words.addAll(List.of(data.toString(), serverDirectory.toString()));
    return new ProcessBuilder(words).redirectErrorStream(true);
  }

  /** What runs in the other JVM. */
  static final class Child {
    private Child() {}

    /** Starts a server, commits a row, says so, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
      EmbeddedSettings settings =
          EmbeddedSettings.defaults()
              .withServerDirectory(Path.of(arguments[1]))
              .withStopWithJvm(Boolean.getBoolean(HOOK));
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), settings);
      Rows.add(server, "from the child");
      System.out.println(READY + server.pid());
      // Ends with its parent, should a test forget to kill it.
      while (System.in.read() >= 0) {
        System.out.flush();
      }
      server.close();
    }
  }
}
