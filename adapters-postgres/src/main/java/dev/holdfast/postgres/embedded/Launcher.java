package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small programs that stand before those of the server on the command line. Each one replaces
 * itself with the next, so that the server is still a direct child of this process.
 *
 * <ul>
 *   <li>{@code unshare -U}, for root only. PostgreSQL refuses to run as root, and rightly so. In a
 *       user namespace of its own it is nobody: it still owns the files of root, but has none of
 *       root's rights. Containers often forbid this, and then must run as another user.
 *   <li>{@code setsid}. A Ctrl-C in a terminal goes to all processes of a session at once; without
 *       a session of its own the server would stop while this process still needs it to finish.
 *   <li>{@code setpriv --pdeathsig}. The kernel then asks the server to stop as soon as the thread
 *       that started it is gone, which covers a killed JVM.
 * </ul>
 *
 * The last two are left out where they do not exist. Programs that end by themselves run without
 * them: whatever thread they are started from may come and go.
 *
 * @param serverPrefix what stands before {@code postgres}
 * @param toolPrefix what stands before a program that ends by itself, such as {@code initdb}
 */
record Launcher(List<String> serverPrefix, List<String> toolPrefix) {
  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");
  private static final List<String> OWN_SESSION = List.of("setsid");
  private static final List<String> END_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT");
  private static final Duration BOUND = Duration.ofSeconds(30);

  /**
   * Tries which of the programs work here.
   *
   * @param uid the user that the server would run as, 0 for root
   * @throws EmbeddedPostgresException when the server cannot run here at all
   */
  static Launcher detect(Path postgres, int uid) {
    List<String> required = uid == 0 ? AS_NOBODY : List.of();
    List<String> everything = joined(required, joined(OWN_SESSION, END_WITH_PARENT));
    if (trouble(everything, postgres).isEmpty()) {
      return new Launcher(everything, required);
    }
    requireWorking(required, postgres);
    List<String> session = withIfWorking(required, OWN_SESSION, postgres);
    return new Launcher(withIfWorking(session, END_WITH_PARENT, postgres), required);
  }

  Command tool(List<String> words) {
    return new Command(joined(toolPrefix, words));
  }

  private static List<String> withIfWorking(
      List<String> prefix, List<String> words, Path postgres) {
    List<String> longer = joined(prefix, words);
    String trouble = trouble(longer, postgres);
    if (trouble.isEmpty()) {
      return longer;
    }
    LOG.info("PostgreSQL runs without \"{}\": {}", String.join(" ", words), trouble);
    return prefix;
  }

  private static void requireWorking(List<String> required, Path postgres) {
    String trouble = trouble(required, postgres);
    if (trouble.isEmpty()) {
      return;
    }
    if (required.isEmpty() || !trouble(List.of(), postgres).isEmpty()) {
      throw EmbeddedPostgresException.fromOutput("run", postgres, trouble);
    }
    throw EmbeddedPostgresException.fromOutput(
        "start PostgreSQL for root: it refuses to run as root, and did not start in a user"
            + " namespace (unshare -U) either; run as another user, allow user namespaces, or"
            + " choose a directory that other users can reach. Tried",
        postgres,
        trouble);
  }

  // Printing its version is the least that the server can do: the program is found, may be run,
  // and has its libraries.
  private static String trouble(List<String> prefix, Path postgres) {
    try {
      Command command = new Command(joined(prefix, List.of(postgres.toString(), "--version")));
      Command.Result result = command.run(BOUND);
      return result.succeeded()
          ? ""
          : result.output().strip() + " (exit " + result.exitCode() + ")";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
