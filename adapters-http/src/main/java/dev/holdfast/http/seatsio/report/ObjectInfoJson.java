package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Tag;
import java.io.IOException;
import java.util.Map;

/**
 * Objects of an event as the dialect writes them (section 18). Its clients compare them whole: what
 * does not apply is absent, and nothing is there beside what the sheet has.
 */
final class ObjectInfoJson {
  private ObjectInfoJson() {}

  /** Writes one object. */
  static void write(JsonGenerator json, ObjectInfo info) throws IOException {
    Spot spot = info.spot();
    json.writeStartObject();
    SpotJson.names(json, info.priced());
    json.writeStringField("status", info.status());
    SpotJson.category(json, info.priced());
    json.writeStringField("objectType", info.priced().objectType());
    json.writeBooleanField("forSale", info.forSale());
    stand(json, info);
    SpotJson.text(json, "channel", info.channel());
    SpotJson.whereabouts(json, spot);
    switch (spot.kind()) {
      case SEAT -> SpotJson.traits(json, spot);
      case TABLE -> SpotJson.table(json, spot);
      case AREA, BOOTH -> {}
    }
    SpotJson.view(json, spot);
    json.writeBooleanField("isAvailable", info.isAvailable());
    json.writeStringField("availabilityReason", info.availabilityReason());
    season(json);
    json.writeEndObject();
  }

  private static void stand(JsonGenerator json, ObjectInfo info) throws IOException {
    switch (info.stand()) {
      case Stand.Single single -> single(json, single);
      case Stand.Places places -> places(json, places, info.spot().size());
    }
  }

  private static void single(JsonGenerator json, Stand.Single single) throws IOException {
    Tag tag = single.tag();
    SpotJson.text(json, "ticketType", tag.ticketType());
    SpotJson.text(json, "orderId", tag.order());
    extraData(json, tag.extraData());
    SpotJson.text(json, "holdToken", single.token());
    SpotJson.text(json, "resaleListingId", single.listing());
  }

  /** Free JSON of the callers; absent where they left none. */
  static void extraData(JsonGenerator json, ExtraData extraData) throws IOException {
    if (!extraData.members().isEmpty()) {
      json.writeFieldName("extraData");
      json.writeRawValue(extraData.toJson());
    }
  }

  private static void places(JsonGenerator json, Stand.Places places, Spot.Size size)
      throws IOException {
    json.writeNumberField("capacity", places.capacity());
    json.writeNumberField("numBooked", places.numBooked());
    json.writeNumberField("numFree", places.numFree());
    json.writeNumberField("numHeld", places.numHeld());
    json.writeNumberField("numNotForSale", places.notForSale());
    json.writeObjectFieldStart("holds");
    for (Map.Entry<String, Map<String, Integer>> token : places.holds().entrySet()) {
      json.writeObjectFieldStart(token.getKey());
      for (Map.Entry<String, Integer> type : token.getValue().entrySet()) {
        json.writeNumberField(type.getKey(), type.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeBooleanField("bookAsAWhole", size.asAWhole());
    json.writeBooleanField("variableOccupancy", size.variable());
    json.writeNumberField("minOccupancy", size.fewest());
    if (size.variable()) {
      json.writeNumberField("maxOccupancy", places.capacity());
    }
  }

  /** No event is part of a season yet, so none of its statuses overrides one. */
  private static void season(JsonGenerator json) throws IOException {
    json.writeNumberField("seasonStatusOverriddenQuantity", 0);
    json.writeObjectFieldStart("seasonStatusOverriddenQuantities");
    json.writeEndObject();
  }
}
