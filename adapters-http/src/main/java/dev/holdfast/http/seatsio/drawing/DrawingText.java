package dev.holdfast.http.seatsio.drawing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a drawing, of which a few members are changed and the others are not even looked at:
 * what was drawn may be a hundred thousand seats, and comes back exactly as it was.
 */
final class DrawingText {
  /** The values of the root's members, as text, in order; the last of those of one name. */
  private final Map<String, String> members;

  private DrawingText(Map<String, String> members) {
    this.members = members;
  }

  /**
   * The drawing in a text.
   *
   * @throws IllegalArgumentException when it is no object
   */
  static DrawingText of(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = Json.storedParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a drawing is an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        int from = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        json.finishToken();
        members.put(name, text.substring(from, (int) json.currentLocation().getCharOffset()));
      }
      return new DrawingText(members);
    } catch (IOException e) {
      throw new IllegalArgumentException("a drawing is JSON", e);
    }
  }

  /** A member's value; missing when there is none. */
  JsonNode member(String name) {
    String value = members.get(name);
    return value == null ? MissingNode.getInstance() : Json.parseStored(value);
  }

  /** The same with another value of a member, in its place, or at the end when there was none. */
  DrawingText with(String name, JsonContent value) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(name, Json.text(value));
    return new DrawingText(changed);
  }

  /** The whole drawing. */
  String text() {
    List<String> parts = new ArrayList<>();
    members.forEach((name, value) -> parts.add(Json.quoted(name) + ":" + value));
    return "{" + String.join(",", parts) + "}";
  }
}
