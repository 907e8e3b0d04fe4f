package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.Event;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.memory.PackedJson;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Charts, events and layouts as v1 shows them. */
final class CatalogJson {
  private CatalogJson() {}

  static void chart(JsonGenerator json, Chart chart) throws IOException {
    json.writeStartObject();
    versions(json, chart);
    time(json, "createdAt", chart.createdAt());
    time(json, "updatedAt", chart.updatedAt());
    json.writeEndObject();
  }

  static void published(JsonGenerator json, Chart chart) throws IOException {
    json.writeStartObject();
    versions(json, chart);
    time(json, "publishedAt", chart.publishedAt());
    time(json, "updatedAt", chart.updatedAt());
    json.writeEndObject();
  }

  static void unpublished(JsonGenerator json, Chart chart) throws IOException {
    json.writeStartObject();
    versions(json, chart);
    time(json, "updatedAt", chart.updatedAt());
    json.writeEndObject();
  }

  private static void versions(JsonGenerator json, Chart chart) throws IOException {
    json.writeStringField("chartKey", chart.key());
    json.writeStringField("name", chart.name());
    json.writeNumberField("draftVersion", chart.draftVersion());
    json.writeFieldName("publishedVersion");
    Integer published = chart.publishedVersion();
    if (published == null) {
      json.writeNull();
    } else {
      json.writeNumber(published);
    }
  }

  static void event(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventKey", event.key());
    json.writeStringField("chartKey", event.chartKey());
    json.writeFieldName("chartPublishedVersion");
    if (event.layout().version() == 0) {
      json.writeNull();
    } else {
      json.writeNumber(event.layout().version());
    }
    json.writeStringField("name", event.name());
    time(json, "createdAt", event.createdAt());
    time(json, "updatedAt", event.updatedAt());
    json.writeEndObject();
  }

  /** The layout goes out as it is stored: it was checked and written out when it came in. */
  static byte[] compressed(StoredLayout layout) {
    return PackedJson.compress(json -> layout(json, layout));
  }

  private static void layout(JsonGenerator json, StoredLayout layout) throws IOException {
    json.writeStartObject();
    json.writeStringField("chartKey", layout.chartKey());
    json.writeNumberField("version", layout.version());
    json.writeFieldName("layout");
    json.writeRawValue(layout.text());
    json.writeEndObject();
  }

  static void deleted(JsonGenerator json, String member, String key) throws IOException {
    json.writeStartObject();
    json.writeStringField(member, key);
    json.writeBooleanField("deleted", true);
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String member, @Nullable Instant instant)
      throws IOException {
    json.writeStringField(member, instant == null ? null : Timestamps.text(instant));
  }
}
