package dev.holdfast.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Refuses NUL and lone surrogates wherever text comes in: PostgreSQL stores neither, and text that
 * cannot be stored must not get as far as a transaction.
 */
public final class Texts {
  /** What is said of such text. */
  public static final String UNUSABLE = "Text must not contain NUL or lone surrogates";

  private Texts() {}

  /** Whether the text has neither. */
  public static boolean usable(CharSequence text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        at++;
        if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Notes every unusable name and value of a body. */
  public static void check(JsonNode node, DotPath path, Problems problems) {
    if (problems.full()) {
      return;
    }
    if (node instanceof ObjectNode object) {
      checkMembers(object, path, problems);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), path.to(i), problems);
      }
    } else if (node.isTextual() && !usable(node.textValue())) {
      problems.add(path, UNUSABLE);
    }
  }

  private static void checkMembers(ObjectNode object, DotPath path, Problems problems) {
    object.forEachEntry((name, value) -> {
      if (usable(name)) {
        check(value, path.to(name), problems);
      } else {
        // The name itself cannot be said, so the object that has it is named.
        problems.add(path, UNUSABLE);
      }
    });
  }
}
