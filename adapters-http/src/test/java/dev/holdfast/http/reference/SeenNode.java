package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object that knows which of its members were asked for, there or not. */
@SuppressWarnings("unchecked") // of Jackson's own deepCopy()
final class SeenNode extends ObjectNode {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> seen = new TreeSet<>();

  private SeenNode() {
    super(JsonNodeFactory.instance);
  }

  /** The same value with every object of it such a one. */
  static JsonNode of(JsonNode value) {
    if (value.isObject()) {
      SeenNode copy = new SeenNode();
      value.forEachEntry((name, member) -> copy.set(name, of(member)));
      return copy;
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> copy.add(of(item)));
      return copy;
    }
    return value;
  }

  /** Names that were asked for. */
  Set<String> seen() {
    return seen;
  }

  @Override
  public @Nullable JsonNode get(String name) {
    seen.add(name);
    return super.get(name);
  }
}
