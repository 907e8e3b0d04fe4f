package dev.holdfast.http.seatsio;

import dev.holdfast.http.seatsio.SeatsioAnswers.ErrorItem;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the HTTP layer says, in the words of this dialect (section 3). */
final class SeatsioText {
  private record Rule(Pattern common, String own) {}

  /** What is said of members of a request, as a schema says it; {@code $1} is taken over. */
  private static final List<Rule> MEMBERS =
      List.of(
          rule("Expected (\\w+), received (\\w+)", "expected type: $1, found: $2"),
          // Lists are refused for being too short only when they are empty.
          rule("Array must contain at least 1 .*", "expected minimum item count: 1, found: 0"),
          rule("Array must contain at most (\\d+) .*", "expected maximum item count: $1"),
          rule("String must contain at least (\\d+) .*", "expected minLength: $1"),
          rule("String must contain at most (\\d+) .*", "expected maxLength: $1"));

  private static final Map<Integer, String> CODES =
      Map.of(
          404, "NOT_FOUND",
          405, "METHOD_NOT_ALLOWED",
          408, "REQUEST_TIMEOUT",
          409, "IDEMPOTENCY_KEY_IN_USE",
          413, "PAYLOAD_TOO_LARGE",
          415, "UNSUPPORTED_MEDIA_TYPE",
          422, "IDEMPOTENCY_KEY_REUSED",
          500, "INTERNAL_ERROR",
          503, "SERVICE_UNAVAILABLE");

  private static final String REQUIRED = "Required";

  /** The body as a whole, as {@link dev.holdfast.http.json.DotPath#ROOT} is told. */
  private static final String ROOT = "_root";

  private SeatsioText() {}

  private static Rule rule(String common, String own) {
    return new Rule(Pattern.compile(common, Pattern.DOTALL), own);
  }

  /**
   * A problem of a member: {@code #/events: expected minimum item count: 1, found: 0}.
   *
   * @param path its dot path
   */
  static String of(String path, String text) {
    String pointer = path.equals(ROOT) ? "#" : "#/" + path.replace('.', '/');
    if (text.equals(REQUIRED) && !path.equals(ROOT)) {
      int last = pointer.lastIndexOf('/');
      return pointer.substring(0, last)
          + ": required key ["
          + pointer.substring(last + 1)
          + "] not found";
    }
    return pointer + ": " + ofMember(text);
  }

  private static String ofMember(String text) {
    for (Rule rule : MEMBERS) {
      Matcher matcher = rule.common.matcher(text);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.own);
      }
    }
    return text;
  }

  /**
   * What is wrong, by its status.
   *
   * @param message where the dialect has no other
   */
  static ErrorItem ofStatus(int status, String message) {
    return status == 429
        ? new ErrorItem("RATE_LIMIT_EXCEEDED", "Rate limit exceeded")
        : new ErrorItem(CODES.getOrDefault(status, "GENERAL_ERROR"), message);
  }
}
