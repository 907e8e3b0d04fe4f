package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Call;

/**
 * Bodies as this dialect reads them (section 1): none means no parameters, and a member that is
 * null is one that was not sent. Not for drawings, which are kept as they came.
 */
final class SeatsioBody {
  /** Free JSON of the callers, in which null is a value like any other. */
  private static final String EXTRA_DATA = "extraData";

  private SeatsioBody() {}

  /**
   * The body of a call, an object.
   *
   * @throws dev.holdfast.http.json.InvalidRequest when it is something else
   */
  static BodyReader of(Call call) {
    return BodyReader.of(
        withoutNulls(call.sentBody().orElseGet(JsonNodeFactory.instance::objectNode)));
  }

  /** The same value without the members that are null, at any depth but in extra data. */
  static JsonNode withoutNulls(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode kept = object.objectNode();
      object.forEachEntry((name, member) -> {
        if (!member.isNull()) {
          kept.set(name, name.equals(EXTRA_DATA) ? member : withoutNulls(member));
        }
      });
      return kept;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode kept = array.arrayNode();
      array.forEach(item -> kept.add(withoutNulls(item)));
      return kept;
    }
    return value;
  }
}
