package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot be started. The message is one line for an operator to act on. */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String DISK_FULL = "No space left on device";
  private static final int OUTPUT_LINES = 8;

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
    String[] lines = output.strip().split("\\R+", -1);
    int from = Math.max(0, lines.length - OUTPUT_LINES);
    String last = String.join(" | ", Arrays.asList(lines).subList(from, lines.length));
    String advice = output.contains(DISK_FULL) ? "; free some space there and start again" : "";
    return new EmbeddedPostgresException(
        "Cannot %s %s: %s%s".formatted(action, path, last, advice));
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "permission denied on %s for the user %s; change its owner or choose another directory"
          .formatted(denied.getFile(), System.getProperty("user.name"));
    }
    String text = String.valueOf(cause.getMessage());
    if (text.contains(DISK_FULL)) {
      return "the disk is full; free some space there and start again";
    }
    boolean named = cause instanceof FileSystemException;
    return named ? cause.getClass().getSimpleName() + " " + text : text;
  }
}
