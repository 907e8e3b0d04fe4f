package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.TableBooking;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.event.TableBooking.Way;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.seatsio.ShownEvents.Shown;
import dev.holdfast.http.seatsio.drawing.CategoryJson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events as the dialect shows them (section 12). What is not set is left out. */
final class EventJson {
  private EventJson() {}

  /** One event. */
  static void write(JsonGenerator json, Shown shown) throws IOException {
    Event event = shown.event();
    json.writeStartObject();
    json.writeNumberField("id", event.id().value());
    json.writeStringField("key", event.key());
    json.writeStringField("chartKey", event.chartKey());
    if (event.name() != null) {
      json.writeStringField("name", event.name());
    }
    LocalDate date = event.date();
    if (date != null) {
      json.writeStringField("date", date.toString());
    }
    json.writeFieldName("tableBookingConfig");
    tables(json, shown.rules().tables());
    json.writeBooleanField("supportsBestAvailable", true);
    if (shown.rules().forSale().isPresent()) {
      json.writeFieldName("forSaleConfig");
      SaleRulesJson.forSale(json, shown.rules().forSale().get());
    }
    if (event.rules() > 0) {
      json.writeFieldName("channels");
      SaleRulesJson.channels(json, shown.rules().channels());
    }
    categories(json, shown);
    json.writeStringField("createdOn", Timestamps.text(event.createdAt()));
    if (event.updatedAt().isAfter(event.createdAt())) {
      json.writeStringField("updatedOn", Timestamps.text(event.updatedAt()));
    }
    json.writeBooleanField("isInThePast", event.past());
    json.writeBooleanField("isSeason", false);
    json.writeBooleanField("isTopLevelSeason", false);
    json.writeBooleanField("isPartialSeason", false);
    json.writeBooleanField("isEventInSeason", false);
    json.writeEndObject();
  }

  private static void tables(JsonGenerator json, TableBooking tables) throws IOException {
    json.writeStartObject();
    json.writeStringField("mode", tables.mode().name());
    if (tables.mode() == Mode.CUSTOM) {
      json.writeObjectFieldStart("tables");
      for (Map.Entry<String, Way> each : tables.tables().entrySet()) {
        json.writeStringField(each.getKey(), each.getValue().name());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Those of the chart, then the event's own. */
  private static void categories(JsonGenerator json, Shown shown) throws IOException {
    EventCategories own = shown.rules().categories();
    List<Category> all = new ArrayList<>(shown.categories());
    all.addAll(own.list());
    json.writeFieldName("categories");
    CategoryJson.writeAll(json, all);
    if (!own.ofObjects().isEmpty()) {
      json.writeObjectFieldStart("objectCategories");
      for (Map.Entry<String, CategoryKey> each : own.ofObjects().entrySet()) {
        json.writeFieldName(each.getKey());
        if (each.getValue().number()) {
          json.writeNumber(each.getValue().text());
        } else {
          json.writeString(each.getValue().text());
        }
      }
      json.writeEndObject();
    }
  }
}
