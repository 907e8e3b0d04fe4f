package dev.holdfast.domain.seat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Free JSON that a caller hangs on an object. Opaque to the domain but for one rule: booking merges
 * it shallowly, the newer member winning (v1 dialect, book).
 *
 * <p>Kept as text, one entry a member, because a JSON column would reorder members, drop duplicates
 * and refuse what JSON allows.
 *
 * @param members member name to value, both as compact JSON text ({@code "\"orderId\""} to {@code
 *     "\"o-1\""}), in the order they were sent
 */
public record ExtraData(Map<String, String> members) {
  /** No members: {@code {}}. */
  public static final ExtraData NONE = new ExtraData(Map.of());

  /** Most that may hang on one object, in bytes of compact UTF-8, however it came together. */
  public static final int MAX_BYTES = 16 * 1024;

  public ExtraData {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** This, with the newer members laid over it; a member both have keeps its place. */
  public ExtraData mergedWith(ExtraData newer) {
    if (newer.members.isEmpty()) {
      return this;
    }
    Map<String, String> merged = new LinkedHashMap<>(members);
    merged.putAll(newer.members);
    return new ExtraData(merged);
  }

  /** Whether laying the newer members over this would make more of it than may be. */
  public boolean outgrownBy(ExtraData newer) {
    return !newer.members.isEmpty()
        && mergedWith(newer).toJson().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /** The JSON object as compact text. */
  public String toJson() {
    StringBuilder json = new StringBuilder("{");
    members.forEach((name, value) -> {
      if (json.length() > 1) {
        json.append(',');
      }
      json.append(name).append(':').append(value);
    });
    return json.append('}').toString();
  }

  /**
   * Reads back what {@link #toJson()} wrote.
   *
   * @param json a compact JSON object, known to be well-formed
   * @throws IllegalArgumentException when it is no object
   */
  public static ExtraData ofJson(String json) {
    if (json.length() < 2 || json.charAt(0) != '{' || json.charAt(json.length() - 1) != '}') {
      throw new IllegalArgumentException("extra data is a JSON object");
    }
    if (json.length() == 2) {
      return NONE;
    }
    Map<String, String> members = new LinkedHashMap<>();
    int at = 1;
    while (at < json.length() - 1) {
      int colon = endOfValue(json, at);
      int comma = endOfValue(json, colon + 1);
      members.put(json.substring(at, colon), json.substring(colon + 1, comma));
      at = comma + 1;
    }
    return new ExtraData(members);
  }

  /** Where the name or value that starts here ends: the next separator outside strings. */
  private static int endOfValue(String json, int from) {
    int depth = 0;
    boolean text = false;
    for (int at = from; at < json.length(); at++) {
      char c = json.charAt(at);
      if (text) {
        if (c == '\\') {
          at++;
        } else if (c == '"') {
          text = false;
        }
      } else if (c == '"') {
        text = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth > 0 && (c == '}' || c == ']')) {
        depth--;
      } else if (depth == 0 && (c == ':' || c == ',' || c == '}')) {
        return at;
      }
    }
    throw new IllegalArgumentException("extra data is not well-formed JSON");
  }
}
