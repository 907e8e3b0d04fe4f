package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings.Facts;
import java.io.IOException;
import java.util.Set;

/**
 * Charts as the dialect shows them (section 9).
 *
 * @param base what begins the URLs, see {@link dev.holdfast.http.route.Call#base}
 */
record ChartJson(String base, ValidationLevels levels) {
  /** What a chart is told with beside what it always is. */
  enum Part {
    VALIDATION,
    VENUE_TYPE,
    ZONES
  }

  /** A chart by itself. */
  void write(JsonGenerator json, StagedChart staged) throws IOException {
    json.writeStartObject();
    members(json, staged);
    json.writeEndObject();
  }

  /**
   * A chart with some parts.
   *
   * @param drawing what is drawn of it now
   */
  void write(JsonGenerator json, StagedChart staged, Set<Part> parts, String drawing)
      throws IOException {
    json.writeStartObject();
    members(json, staged);
    Facts facts = SeatsioDrawings.facts(drawing);
    if (parts.contains(Part.VALIDATION)) {
      json.writeFieldName("validation");
      levels.write(json, () -> SeatsioDrawings.flaws(drawing));
    }
    if (parts.contains(Part.VENUE_TYPE)) {
      json.writeStringField("venueType", facts.type().name());
    }
    if (parts.contains(Part.ZONES) && !facts.zones().isEmpty()) {
      json.writeArrayFieldStart("zones");
      for (Venue.Zone zone : facts.zones()) {
        json.writeStartObject();
        json.writeStringField("key", zone.key());
        json.writeStringField("label", zone.label());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void members(JsonGenerator json, StagedChart staged) throws IOException {
    Chart chart = staged.chart();
    json.writeNumberField("id", chart.id());
    json.writeStringField("key", chart.key());
    json.writeStringField("name", chart.name());
    json.writeStringField("status", status(staged));
    json.writeArrayFieldStart("tags");
    for (String tag : chart.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeBooleanField("archived", false);
    String url = base + "/charts/" + chart.key();
    json.writeStringField("publishedVersionThumbnailUrl", url + "/thumbnail.svg");
    if (staged.drafted()) {
      json.writeStringField("draftVersionThumbnailUrl", url + "/version/draft/thumbnail");
    }
  }

  private static String status(StagedChart staged) {
    if (!staged.used()) {
      return "NOT_USED";
    }
    return staged.drafted() ? "PUBLISHED_WITH_DRAFT" : "PUBLISHED";
  }
}
