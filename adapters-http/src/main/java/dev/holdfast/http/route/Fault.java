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
 */
public record Fault(
    Kind kind, String message, Map<String, List<String>> errors, @Nullable String incident) {
  /** What a status does not tell. */
  public enum Kind {
    /** Nothing beside it. */
    PLAIN,
    /** The key is of a company that has no workspace of the name. */
    NO_WORKSPACE,
    /** The store could not be reached, and nothing was changed. */
    STORE_AWAY,
    /** It may or may not have happened. */
    OUTCOME_UNKNOWN
  }

  /** A fault of which nothing more is known. */
  public static Fault of(String message) {
    return new Fault(Kind.PLAIN, message, Map.of(), null);
  }
}
