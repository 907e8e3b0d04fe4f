package dev.holdfast.app.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An object from alternating names and values. */
  public static ObjectNode object(Object... namesAndValues) {
    ObjectNode node = MAPPER.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      JsonNode value = MAPPER.valueToTree(namesAndValues[i + 1]);
      node.set((String) namesAndValues[i], value);
    }
    return node;
  }

  public static ArrayNode array(Object... values) {
    return MAPPER.valueToTree(List.of(values));
  }

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The same for text that may be anything. */
  public static JsonNode parseOrMissing(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  public static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }

  public static List<String> texts(JsonNode array, String member) {
    return stream(array).map(item -> item.path(member).asText()).toList();
  }

  public static List<String> names(JsonNode object) {
    return object.properties().stream().map(entry -> entry.getKey()).toList();
  }

  public static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** {@code A-1 .. A-n}. */
  public static List<String> labels(String row, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> row + "-" + i).toList();
  }

  public static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }
}
