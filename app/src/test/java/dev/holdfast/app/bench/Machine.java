package dev.holdfast.app.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.holdfast.app.system.ServiceProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures depend on. */
final class Machine {
  private static final String MODEL = "model name";

  private Machine() {}

  /** By name, in an order to be read in. */
  static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("commit", commit());
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", processor());
    facts.put("memory", memory());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("JVM", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("each JVM", String.join(" ", ServiceProcess.JVM_OPTIONS));
    return facts;
  }

  private static String memory() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return (system.getTotalMemorySize() >> 20) + " MiB";
    }
    return "unknown";
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException _) {
      return "unknown";
    }
  }

  /** Says as well when files were changed since. */
  private static String commit() {
    String head = git("rev-parse", "--short=12", "HEAD");
    return head.isEmpty()
        ? "unknown"
        : head + (git("status", "--porcelain", "-uno").isEmpty() ? "" : ", with changes");
  }

  private static String git(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "git";
    System.arraycopy(words, 0, command, 1, words.length);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException _) {
      return "";
    }
  }
}
