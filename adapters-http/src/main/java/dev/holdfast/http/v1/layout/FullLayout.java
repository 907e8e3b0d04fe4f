package dev.holdfast.http.v1.layout;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.json.JsonContent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layout of the right form, written out in full: shorthand becomes seats, seats get their label
 * in the whole chart and the category of their row, every list is there. Everything else goes
 * through as it was sent, and nothing is put together in memory twice.
 */
public final class FullLayout implements JsonContent {
  /** Between two seats that one number made. */
  static final int SPACING = 20;

  private static final List<String> LISTS =
      List.of("categories", "sections", "rows", "tables", "gaAreas", "shapes");

  private final ObjectNode layout;

  private FullLayout(ObjectNode layout) {
    this.layout = layout;
  }

  public static FullLayout of(ObjectNode layout) {
    return new FullLayout(layout);
  }

  public static FullLayout empty() {
    return new FullLayout(JsonNodeFactory.instance.objectNode());
  }

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : layout.properties()) {
      json.writeFieldName(member.getKey());
      switch (member.getKey()) {
        case "sections" -> sections(json, member.getValue());
        case "rows", "tables" -> lines(json, member.getValue(), "");
        default -> json.writeTree(member.getValue());
      }
    }
    if (!layout.has("schemaVersion")) {
      json.writeNumberField("schemaVersion", 1);
    }
    for (String list : LISTS) {
      if (!layout.has(list)) {
        emptyArray(json, list);
      }
    }
    json.writeEndObject();
  }

  private static void sections(JsonGenerator json, JsonNode sections) throws IOException {
    json.writeStartArray();
    for (JsonNode section : sections) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> member : section.properties()) {
        json.writeFieldName(member.getKey());
        if (member.getKey().equals("rows")) {
          lines(json, member.getValue(), section.path("label").textValue());
        } else {
          json.writeTree(member.getValue());
        }
      }
      if (!section.has("rows")) {
        emptyArray(json, "rows");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lines(JsonGenerator json, JsonNode lines, String section) throws IOException {
    json.writeStartArray();
    for (JsonNode line : lines) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> member : line.properties()) {
        json.writeFieldName(member.getKey());
        if (member.getKey().equals("seats")) {
          seats(json, line, section);
        } else {
          json.writeTree(member.getValue());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void seats(JsonGenerator json, JsonNode line, String section) throws IOException {
    String label = line.path("label").textValue();
    String category = line.path("categoryKey").textValue();
    JsonNode seats = line.path("seats");
    json.writeStartArray();
    if (seats.isNumber()) {
      for (int i = 0; i < seats.intValue(); i++) {
        String seat = Integer.toString(i + 1);
        json.writeStartObject();
        json.writeStringField("label", seat);
        made(json, PlaceLabels.of(section, label, seat), category);
        json.writeNumberField("x", i * SPACING);
        json.writeNumberField("y", y(line));
        json.writeEndObject();
      }
    }
    for (JsonNode seat : seats) {
      seat(json, seat, PlaceLabels.of(section, label, seat.path("label").textValue()), category);
    }
    json.writeEndArray();
  }

  private static void seat(
      JsonGenerator json, JsonNode seat, String label, @Nullable String category)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : seat.properties()) {
      json.writeFieldName(member.getKey());
      json.writeTree(member.getValue());
    }
    made(json, seat.has("objectLabel") ? null : label, seat.has("categoryKey") ? null : category);
    json.writeEndObject();
  }

  /** The members that a seat did not bring itself. */
  private static void made(JsonGenerator json, @Nullable String label, @Nullable String category)
      throws IOException {
    if (label != null) {
      json.writeStringField("objectLabel", label);
    }
    if (category != null) {
      json.writeStringField("categoryKey", category);
    }
  }

  private static BigDecimal y(JsonNode line) {
    JsonNode y = line.path("y");
    return y.isNumber() ? y.decimalValue() : BigDecimal.ZERO;
  }

  private static void emptyArray(JsonGenerator json, String name) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeEndArray();
  }
}
