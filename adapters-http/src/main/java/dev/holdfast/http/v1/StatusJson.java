package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything of an event that is not free, written as it goes. */
final class StatusJson {
  private final JsonGenerator json;
  private final boolean secrets;

  private StatusJson(JsonGenerator json, boolean secrets) {
    this.json = json;
    this.secrets = secrets;
  }

  /**
   * Writes the status of an event.
   *
   * @param secrets whether the reader may see tokens, orders and extra data
   */
  static void write(JsonGenerator json, String eventKey, EventPicture picture, boolean secrets)
      throws IOException {
    StatusJson status = new StatusJson(json, secrets);
    Map<String, Long> versions =
        picture.areas().stream().collect(Collectors.toMap(Area::key, Area::version));
    json.writeStartObject();
    json.writeStringField("eventKey", eventKey);
    json.writeNumberField("seq", picture.seq());
    json.writeArrayFieldStart("objects");
    for (Seat seat : picture.seats()) {
      status.entry(seat.label(), seat.state(), false, 1, seat.version());
    }
    for (AreaRecord each : picture.records()) {
      long version = versions.getOrDefault(each.area(), 0L);
      status.entry(each.area(), each.state(), true, each.quantity(), version);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void entry(String label, SeatState state, boolean area, int quantity, long version)
      throws IOException {
    switch (state) {
      case SeatState.Free _ -> {}
      case SeatState.Held held -> {
        start(label, state, secrets ? held.token().value() : null);
        json.writeStringField("holdExpiresAt", Timestamps.text(held.until()));
        end(held.tag(), area, quantity, version);
      }
      case SeatState.Taken taken -> {
        start(label, state, null);
        json.writeNullField("holdExpiresAt");
        if (secrets && taken.order() != null) {
          json.writeStringField("orderId", taken.order());
        }
        end(taken.tag(), area, quantity, version);
      }
    }
  }

  private void start(String label, SeatState state, @Nullable String token) throws IOException {
    json.writeStartObject();
    json.writeStringField("objectLabel", label);
    json.writeStringField("status", V1Status.of(state.word()));
    json.writeStringField("holdToken", token);
  }

  private void end(Tag tag, boolean area, int quantity, long version) throws IOException {
    json.writeStringField("categoryKey", tag.category());
    json.writeFieldName("extraData");
    json.writeRawValue(secrets ? tag.extraData().toJson() : "{}");
    SeatJson.places(json, area, quantity);
    json.writeNumberField("version", version);
    json.writeEndObject();
  }
}
