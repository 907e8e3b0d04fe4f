package dev.holdfast.http.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, before a dialect puts it into its own shape.
 *
 * @param message in English
 * @param errors texts by dot path of the members that are wrong; may be empty
 * @param incident under which the log has more, if it has
 * @param storeAway whether the store could not be reached
 */
public record Fault(
    String message,
    Map<String, List<String>> errors,
    @Nullable String incident,
    boolean storeAway) {
  /** A fault of which nothing more is known. */
  public static Fault of(String message) {
    return new Fault(message, Map.of(), null, false);
  }
}
