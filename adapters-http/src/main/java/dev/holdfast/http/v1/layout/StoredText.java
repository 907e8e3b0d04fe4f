package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FullLayout} wrote. */
public final class StoredText {
  private final List<Category> categories = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<GeneralAdmissionArea> areas = new ArrayList<>();

  private StoredText() {}

  /**
   * The layout in a stored text.
   *
   * @throws IllegalArgumentException when it was not written by {@link FullLayout}
   */
  public static Layout read(JsonNode layout) {
    StoredText text = new StoredText();
    for (JsonNode category : list(layout, "categories")) {
      String key = required(category, "key");
      String label = optional(category, "label");
      text.categories.add(
          new Category(key, label == null ? key : label, optional(category, "color")));
    }
    text.lines(layout, "rows", "");
    JsonNode sections = list(layout, "sections");
    for (int i = 0; i < sections.size(); i++) {
      text.lines(sections.get(i), "rows", "sections." + i + ".");
    }
    text.lines(layout, "tables", "");
    text.areas(list(layout, "gaAreas"));
    return new Layout(text.categories, text.places, text.areas);
  }

  private void lines(JsonNode parent, String member, String path) {
    JsonNode lines = list(parent, member);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode seats = list(lines.get(i), "seats");
      String seatPath = path + member + "." + i + ".seats.";
      for (int k = 0; k < seats.size(); k++) {
        JsonNode seat = seats.get(k);
        places.add(
            new Place(seatPath + k, required(seat, "objectLabel"), optional(seat, "categoryKey")));
      }
    }
  }

  private void areas(JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode area = list.get(i);
      List<String> more = new ArrayList<>();
      area.path("categoryKeys").forEach(key -> more.add(key.asText()));
      areas.add(
          new GeneralAdmissionArea(
              "gaAreas." + i,
              required(area, "key"),
              area.path("capacity").asInt(),
              optional(area, "categoryKey"),
              more));
    }
  }

  private static JsonNode list(JsonNode parent, String member) {
    JsonNode list = parent.path(member);
    if (!list.isArray()) {
      throw new IllegalArgumentException("a stored layout has a list of " + member);
    }
    return list;
  }

  private static String required(JsonNode object, String member) {
    String text = optional(object, member);
    if (text == null) {
      throw new IllegalArgumentException("a stored layout tells each " + member);
    }
    return text;
  }

  private static @Nullable String optional(JsonNode object, String member) {
    return object.path(member).textValue();
  }
}
