package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot be started. The message is one line for an operator to act on. */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String DISK_FULL = "No space left on device";
  private static final String DISK_FULL_ADVICE =
      "the disk is full; free some space there and start again";
  private static final Pattern PROBLEM = Pattern.compile("\\b(FATAL|PANIC|ERROR|error):");
  private static final int OUTPUT_LINES = 6;

  EmbeddedPostgresException(String message) {
    super(message);
  }

  EmbeddedPostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Says what could not be done with a file, why, and what to do about it. */
  static EmbeddedPostgresException about(String action, Path path, IOException cause) {
    return new EmbeddedPostgresException(
        "Cannot %s %s: %s".formatted(action, path, reason(cause)), cause);
  }

  /** Says what a program of the server could not do, in the last words that it printed. */
  static EmbeddedPostgresException fromOutput(String action, Path path, String output) {
    List<String> lines = output.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    List<String> problems = lines.stream().filter(it -> PROBLEM.matcher(it).find()).toList();
    List<String> telling = problems.isEmpty() ? lines : problems;
    int from = Math.max(0, telling.size() - OUTPUT_LINES);
    String last = String.join(" | ", telling.subList(from, telling.size()));
    String reason = output.contains(DISK_FULL) ? DISK_FULL_ADVICE + " (" + last + ")" : last;
    return new EmbeddedPostgresException("Cannot %s %s: %s".formatted(action, path, reason));
  }

  private static String reason(IOException cause) {
    String text = String.valueOf(cause.getMessage());
    if (text.contains(DISK_FULL)) {
      return DISK_FULL_ADVICE;
    }
    return switch (cause) {
      case AccessDeniedException denied ->
          "permission denied on %s for the user %s; change its owner or choose another directory"
              .formatted(denied.getFile(), System.getProperty("user.name"));
      case FileSystemException file when file.getReason() != null -> file.getReason();
      case FileSystemException file -> file.getClass().getSimpleName() + " " + text;
      default -> text;
    };
  }
}
