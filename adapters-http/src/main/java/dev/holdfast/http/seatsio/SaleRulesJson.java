package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Sale rules as the dialect shows them (sections 13 and 14). */
final class SaleRulesJson {
  private SaleRulesJson() {}

  /** What is for sale. */
  static void forSale(JsonGenerator json, ForSale config) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("forSale", config.forSale());
    labels(json, "objects", config.objects());
    places(json, config.areaPlaces());
    labels(json, "categories", config.categories());
    json.writeEndObject();
  }

  /** Channels in their order. */
  static void channels(JsonGenerator json, Channels channels) throws IOException {
    json.writeStartArray();
    for (Channel each : channels.all()) {
      json.writeStartObject();
      json.writeStringField("id", each.id());
      json.writeStringField("key", each.key());
      json.writeStringField("name", each.name());
      json.writeStringField("color", each.color());
      Integer index = each.index();
      if (index != null) {
        json.writeNumberField("index", index);
      }
      labels(json, "objects", each.objects());
      places(json, each.areaPlaces());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How often it may still be edited, as members of an object. */
  static void allowance(JsonGenerator json, EditAllowance edits) throws IOException {
    json.writeNumberField("rateLimitRemainingCalls", edits.left());
    json.writeStringField("rateLimitResetDate", Timestamps.text(edits.until()));
  }

  private static void labels(JsonGenerator json, String name, List<String> labels)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String label : labels) {
      json.writeString(label);
    }
    json.writeEndArray();
  }

  private static void places(JsonGenerator json, Map<String, Integer> places) throws IOException {
    json.writeObjectFieldStart("areaPlaces");
    for (Map.Entry<String, Integer> each : places.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
