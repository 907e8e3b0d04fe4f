package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Values that a schema of the document allows. */
record Samples(ReferenceDocument document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String URL = "https://example.com/";

  /** The one type of a schema beside null. */
  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode each : type) {
      if (!each.asText().equals("null")) {
        return each.asText();
      }
    }
    return type.asText();
  }

  /** Whether null is a value like others. */
  static boolean nullable(JsonNode schema) {
    return texts(schema.path("type")).contains("null");
  }

  static boolean isDate(JsonNode schema) {
    return schema.path("format").asText().equals("date");
  }

  static boolean isUrl(JsonNode schema) {
    return schema.path("format").asText().equals("uri");
  }

  /** As little as the schema allows. */
  JsonNode least(JsonNode unresolved) {
    JsonNode schema = document.resolved(unresolved);
    List<JsonNode> choices = choices(schema);
    if (!choices.isEmpty()) {
      return least(choices.getFirst());
    }
    return switch (type(schema)) {
      case "object" -> leastObject(schema);
      case "array" -> many(least(schema.path("items")), schema.path("minItems").asInt());
      case "string" -> leastText(schema);
      case "integer", "number" ->
          JSON.numberNode(schema.path("const").asInt(schema.path("minimum").asInt()));
      case "boolean" -> JSON.booleanNode(false);
      default -> throw new AssertionError("no sample of " + schema);
    };
  }

  private static JsonNode leastText(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    if (isDate(schema)) {
      return JSON.textNode("2027-02-14");
    }
    return isUrl(schema) ? url(URL.length()) : text(Math.max(1, schema.path("minLength").asInt()));
  }

  private ObjectNode leastObject(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    for (String name : required(schema)) {
      object.set(name, least(schema.path("properties").path(name)));
    }
    List<List<String>> alternatives = alternatives(schema);
    if (!alternatives.isEmpty()) {
      String first = alternatives.getFirst().getFirst();
      object.set(first, least(schema.path("properties").path(first)));
    }
    return object;
  }

  /** Every member that the schema knows, lists with one item. */
  JsonNode most(JsonNode unresolved) {
    JsonNode schema = document.resolved(unresolved);
    List<JsonNode> choices = choices(schema);
    if (!choices.isEmpty()) {
      return most(choices.getFirst());
    }
    return switch (type(schema)) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        schema
            .path("properties")
            .forEachEntry((name, member) -> {
              if (fitsBeside(schema, object, name)) {
                object.set(name, most(member));
              }
            });
        yield object;
      }
      case "array" -> many(most(schema.path("items")), 1);
      default -> least(schema);
    };
  }

  private static boolean fitsBeside(JsonNode schema, ObjectNode object, String name) {
    return !schema.has("oneOf")
        || alternatives(schema).stream().noneMatch(each -> each.contains(name))
        || alternatives(schema).stream().flatMap(List::stream).noneMatch(object::has);
  }

  /** The least object with this member. */
  ObjectNode with(JsonNode schema, String name, JsonNode value) {
    ObjectNode object = leastObject(schema);
    List<String> alternatives = alternatives(schema).stream().flatMap(List::stream).toList();
    if (alternatives.contains(name)) {
      object.remove(alternatives);
    }
    object.set(name, value);
    return object;
  }

  static List<String> required(JsonNode schema) {
    return texts(schema.path("required"));
  }

  /** Names of which one must be there. */
  static List<List<String>> alternatives(JsonNode schema) {
    List<List<String>> alternatives = new ArrayList<>();
    for (JsonNode each : parts(schema)) {
      if (each.has("required") && !each.has("type")) {
        alternatives.add(texts(each.path("required")));
      }
    }
    return alternatives;
  }

  /** Kinds of value of which it is one. */
  static List<JsonNode> choices(JsonNode schema) {
    List<JsonNode> choices = new ArrayList<>();
    for (JsonNode each : parts(schema)) {
      if (each.has("type")) {
        choices.add(each);
      }
    }
    return choices;
  }

  private static JsonNode parts(JsonNode schema) {
    return schema.path(schema.has("oneOf") ? "oneOf" : "anyOf");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  static JsonNode text(int length) {
    return JSON.textNode("x".repeat(length));
  }

  /** A URL of so many characters. */
  static JsonNode url(int length) {
    return JSON.textNode(URL + "x".repeat(length - URL.length()));
  }

  static ArrayNode many(JsonNode item, int count) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < count; i++) {
      array.add(item);
    }
    return array;
  }

  /** An object of so many bytes of compact JSON. */
  static JsonNode ofBytes(int bytes) {
    int rest = bytes - "{\"a\":\"\"}".length();
    return JSON.objectNode().set("a", text(rest));
  }

  /** An object nested so deep, itself counting one. */
  static JsonNode ofDepth(int depth) {
    JsonNode value = JSON.objectNode();
    for (int i = 1; i < depth; i++) {
      value = JSON.objectNode().set("a", value);
    }
    return value;
  }

  /** A layout of so many seats. */
  static JsonNode ofSeats(int seats) {
    ArrayNode rows = JSON.arrayNode();
    for (int left = seats; left > 0; left -= 1_000) {
      rows.addObject().put("label", "x").put("seats", Math.min(left, 1_000));
    }
    return JSON.objectNode().set("rows", rows);
  }
}
