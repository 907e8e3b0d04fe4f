package dev.holdfast.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Whether values are as their schemas say; members that no schema knows are faults. */
final class Validity {
  private final ReferenceDocument document;
  private final List<String> faults = new ArrayList<>();

  private Validity(ReferenceDocument document) {
    this.document = document;
  }

  /** What is wrong with a value, by path; empty when nothing is. */
  static List<String> faults(ReferenceDocument document, JsonNode schema, JsonNode value) {
    Validity validity = new Validity(document);
    validity.check(schema, value, "");
    return validity.faults;
  }

  private void check(JsonNode unresolved, JsonNode value, String path) {
    JsonNode schema = document.resolved(unresolved);
    checkChoice(schema, value, path);
    require(!schema.has("type") || isOfType(schema, value), path, "type", value);
    JsonNode constant = schema.path("const");
    require(constant.isMissingNode() || constant.equals(value), path, "const", value);
    JsonNode words = schema.path("enum");
    require(words.isMissingNode() || contains(words, value), path, "enum", value);
    if (value.isTextual()) {
      checkText(schema, value, path);
    } else if (value.isNumber()) {
      within(schema, "minimum", "maximum", value.asLong(), path);
    } else if (value.isArray()) {
      within(schema, "minItems", "maxItems", value.size(), path);
      value.forEach(each -> check(schema.path("items"), each, path + "[]"));
    } else if (value.isObject()) {
      checkMembers(schema, value, path);
    }
  }

  /** One of several kinds of value, or an object with one of several members. */
  private void checkChoice(JsonNode schema, JsonNode value, String path) {
    JsonNode parts = schema.path(schema.has("oneOf") ? "oneOf" : "anyOf");
    if (parts.isMissingNode()) {
      return;
    }
    boolean fits =
        StreamSupport.stream(parts.spliterator(), false)
            .anyMatch(part -> faults(document, part, value).isEmpty());
    require(fits, path, "oneOf", value);
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    JsonNode types = schema.path("type");
    String type =
        switch (value.getNodeType()) {
          case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
          default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    return types.asText().equals(type)
        || (type.equals("integer") && types.asText().equals("number"))
        || StreamSupport.stream(types.spliterator(), false)
            .anyMatch(each -> each.asText().equals(type));
  }

  private static boolean contains(JsonNode words, JsonNode value) {
    return StreamSupport.stream(words.spliterator(), false).anyMatch(value::equals);
  }

  private void checkText(JsonNode schema, JsonNode value, String path) {
    within(schema, "minLength", "maxLength", value.textValue().length(), path);
    String pattern = schema.path("pattern").asText();
    boolean matches = Pattern.compile(pattern).matcher(value.textValue()).find();
    require(matches, path, "pattern", value);
  }

  private void within(JsonNode schema, String min, String max, long value, String path) {
    boolean above = !schema.has(min) || value >= schema.path(min).asLong();
    boolean below = !schema.has(max) || value <= schema.path(max).asLong();
    require(above && below, path, min + " or " + max, schema);
  }

  private void checkMembers(JsonNode schema, JsonNode value, String path) {
    Samples.required(schema)
        .forEach(name -> require(value.has(name), path, "required " + name, value));
    JsonNode members = schema.path("properties");
    if (members.isMissingNode()) {
      JsonNode any = schema.path("additionalProperties");
      if (any.isObject()) {
        value.forEachEntry((name, member) -> check(any, member, path + "." + name));
      }
      return;
    }
    value.forEachEntry((name, member) -> {
      require(members.has(name), path, "member " + name, value);
      check(members.path(name), member, path + "." + name);
    });
  }

  private void require(boolean isSo, String path, String what, JsonNode value) {
    if (!isSo) {
      faults.add(path + " " + what + " " + value);
    }
  }
}
