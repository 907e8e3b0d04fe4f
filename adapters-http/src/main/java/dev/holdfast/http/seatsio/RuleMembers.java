package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Members of requests that sale rules are made of. What is wrong is noted, and yields nothing; only
 * what a sound body gave may be made into rules.
 */
final class RuleMembers {
  private RuleMembers() {}

  /** A list of labels that may be absent or empty. */
  static Optional<List<String>> labels(BodyReader body, String name) {
    JsonNode array = body.optionalArray(name);
    if (array == null) {
      return Optional.empty();
    }
    if (array.size() > SaleRules.MAX_LABELS) {
      body.problem(name, Wording.atMostElements(SaleRules.MAX_LABELS));
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>(array.size());
    for (int at = 0; at < array.size(); at++) {
      label(body, name + "." + at, array.get(at)).ifPresent(labels::add);
    }
    return Optional.of(labels);
  }

  private static Optional<String> label(BodyReader body, String path, JsonNode value) {
    if (!value.isTextual()) {
      body.problem(path, Wording.expected("string", value));
      return Optional.empty();
    }
    return isLabel(body, path, value.textValue())
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  private static boolean isLabel(BodyReader body, String path, String text) {
    if (text.isEmpty()) {
      body.problem(path, Wording.atLeastCharacters(1));
    } else if (text.length() > Layout.MAX_LABEL) {
      body.problem(path, Wording.atMostCharacters(Layout.MAX_LABEL));
    } else {
      return true;
    }
    return false;
  }

  /** Numbers of places by area; may be absent. */
  static Optional<Map<String, Integer>> areaPlaces(BodyReader body) {
    return byLabel(
        body,
        "areaPlaces",
        (value, path) ->
            wholeNumber(body, path, value)
                .filter(number -> isPlaces(body, path, number))
                .map(Long::intValue));
  }

  private static boolean isPlaces(BodyReader body, String path, long number) {
    if (number < 0) {
      body.problem(path, Wording.atLeast(0));
    } else if (number > Layout.MAX_CAPACITY) {
      body.problem(path, Wording.atMost(Layout.MAX_CAPACITY));
    } else {
      return true;
    }
    return false;
  }

  private static Optional<Long> wholeNumber(BodyReader body, String path, JsonNode value) {
    if (!value.isNumber()) {
      body.problem(path, Wording.expected("integer", value));
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
    if (!whole) {
      body.problem(path, Wording.NOT_AN_INTEGER);
    }
    return whole ? Optional.of(number.longValueExact()) : Optional.empty();
  }

  /** Values by label; may be absent. */
  static <T> Optional<Map<String, T>> byLabel(
      BodyReader body, String name, BiFunction<JsonNode, String, Optional<T>> read) {
    Optional<ObjectNode> object = body.optionalNode(name);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    if (object.get().size() > SaleRules.MAX_LABELS) {
      body.problem(name, "Object must have at most " + SaleRules.MAX_LABELS + " members");
      return Optional.empty();
    }
    Map<String, T> values = new LinkedHashMap<>();
    object
        .get()
        .forEachEntry((label, value) -> {
          String path = name + "." + label;
          if (isLabel(body, name, label)) {
            read.apply(value, path).ifPresent(each -> values.put(label, each));
          }
        });
    return Optional.of(values);
  }

  /** The key of a category, a number or a text. */
  static Optional<CategoryKey> categoryKey(BodyReader body, String path, JsonNode value) {
    return value.isNumber()
        ? wholeNumber(body, path, value).map(CategoryKey::of)
        : label(body, path, value).map(CategoryKey::of);
  }
}
