package dev.holdfast.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.seat.ExtraData;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Free JSON of the callers: kept as compact text, its members in the order they were sent. */
public final class ExtraDataText {
  /** Largest extra data, in bytes of compact UTF-8. */
  public static final int MAX_BYTES = ExtraData.MAX_BYTES;

  /** Deepest nesting, the object itself counting one. */
  public static final int MAX_DEPTH = 32;

  private ExtraDataText() {}

  /** The extra data of an object; notes a problem and gives none when it breaks a bound. */
  public static ExtraData of(ObjectNode object, DotPath path, Problems problems) {
    if (depth(object) > MAX_DEPTH) {
      problems.add(path, "Object must be nested at most " + MAX_DEPTH + " levels deep");
      return ExtraData.NONE;
    }
    Map<String, String> members = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> members.put(Json.quoted(name), Json.text(value)));
    ExtraData extraData = new ExtraData(members);
    if (extraData.toJson().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      problems.add(path, "Object must have at most " + MAX_BYTES + " bytes of JSON");
      return ExtraData.NONE;
    }
    return extraData;
  }

  /** Recursive without fear: parsing has bounded the nesting already. */
  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode child : node) {
      deepest = Math.max(deepest, depth(child));
    }
    return node.isContainerNode() ? deepest + 1 : 0;
  }
}
