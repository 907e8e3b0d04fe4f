package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bodies of requests about charts say (section 9). */
final class ChartRequests {
  /** Most categories of one drawing. */
  static final int MAX_CATEGORIES = 1_000;

  private ChartRequests() {}

  /** The name, if it is sent: 1 to {@link Chart#MAX_NAME} characters. */
  static Optional<String> name(BodyReader body) {
    return body.optionalText("name", 1, Chart.MAX_NAME);
  }

  /** The categories, if they are sent. Notes a key that stands twice. */
  static Optional<List<Category>> categories(BodyReader body) {
    JsonNode list = body.optionalArray("categories");
    if (list == null) {
      return Optional.empty();
    }
    if (list.size() > MAX_CATEGORIES) {
      body.problem("categories", Wording.atMostElements(MAX_CATEGORIES));
      return Optional.empty();
    }
    List<Category> categories = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    body.eachObject(
        "categories",
        each -> {
          Category category = category(each);
          if (!keys.add(category.key()) && !category.key().isEmpty()) {
            each.problem("key", "category key already in use");
          }
          categories.add(category);
        });
    return Optional.of(categories);
  }

  /** A category as a whole; the type of its key is kept. */
  static Category category(BodyReader body) {
    String key = key(body);
    return new Category(
        key,
        body.optionalText("label", 1, Layout.MAX_LABEL).orElse(key),
        color(body),
        body.flag("accessible"),
        body.node().path("key").isNumber());
  }

  /** The colour, if it is sent. */
  static @Nullable String color(BodyReader body) {
    return body.optionalText("color", 1, Layout.MAX_LABEL).orElse(null);
  }

  /** A text or a whole number, as a text. */
  private static String key(BodyReader body) {
    JsonNode key = body.require("key").node().get("key");
    if (key == null) {
      return "";
    }
    if (key.isIntegralNumber() && key.canConvertToLong()) {
      return Long.toString(key.longValue());
    }
    if (key.isNumber()) {
      body.problem("key", Wording.NOT_AN_INTEGER);
      return "";
    }
    return body.optionalText("key", 1, Layout.MAX_LABEL).orElse("");
  }
}
