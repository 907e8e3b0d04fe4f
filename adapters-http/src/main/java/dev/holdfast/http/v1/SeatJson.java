package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was done to seats, as v1 tells it. */
final class SeatJson {
  private SeatJson() {}

  /**
   * The held objects.
   *
   * @param many whether a list was asked for
   */
  static void held(JsonGenerator json, Event event, List<HeldObject> held, boolean many)
      throws IOException {
    if (!many) {
      held(json, event, held.getFirst());
      return;
    }
    json.writeStartObject();
    json.writeArrayFieldStart("held");
    for (HeldObject each : held) {
      held(json, event, each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void held(JsonGenerator json, Event event, HeldObject held) throws IOException {
    json.writeStartObject();
    object(json, event, held.object(), "held");
    json.writeStringField("holdToken", held.token().value());
    json.writeStringField("holdExpiresAt", Timestamps.text(held.until()));
    json.writeStringField("categoryKey", held.tag().category());
    json.writeFieldName("extraData");
    json.writeRawValue(held.tag().extraData().toJson());
    places(json, held.area(), held.quantity());
    json.writeNumberField("version", held.version());
    json.writeEndObject();
  }

  /** The deadline told for all is the earliest: 24 h after its first hold may cut one short. */
  static void extended(JsonGenerator json, Extension extension) throws IOException {
    Optional<Instant> earliest =
        extension.extended().stream().map(Extension.Extended::until).min(Instant::compareTo);
    json.writeStartObject();
    json.writeStringField("holdExpiresAt", earliest.map(Timestamps::text).orElse(null));
    json.writeArrayFieldStart("extended");
    for (Extension.Extended each : extension.extended()) {
      json.writeStartObject();
      json.writeStringField("objectLabel", each.object());
      json.writeStringField("holdExpiresAt", Timestamps.text(each.until()));
      json.writeNumberField("version", each.version());
      json.writeEndObject();
    }
    json.writeEndArray();
    Conflicts.failed(json, extension.lost());
    json.writeEndObject();
  }

  static void booked(JsonGenerator json, Event event, List<TakenObject> booked) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("booked");
    for (TakenObject each : booked) {
      json.writeStartObject();
      object(json, event, each.object(), each.state().status());
      json.writeStringField("bookedAt", Timestamps.text(each.state().at()));
      json.writeFieldName("extraData");
      json.writeRawValue(each.state().tag().extraData().toJson());
      places(json, each.area(), each.quantity());
      json.writeNumberField("version", each.version());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void released(JsonGenerator json, Event event, Released released) throws IOException {
    json.writeStartObject();
    json.writeStringField("chartKey", event.chartKey());
    json.writeStringField("eventKey", event.key());
    json.writeStringField("status", "free");
    json.writeStringField("releasedAt", Timestamps.text(released.at()));
    json.writeArrayFieldStart("released");
    for (Released.ReleasedObject each : released.objects()) {
      json.writeStartObject();
      json.writeStringField("objectLabel", each.object());
      json.writeNumberField("version", each.version());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void object(JsonGenerator json, Event event, String label, String status)
      throws IOException {
    json.writeStringField("chartKey", event.chartKey());
    json.writeStringField("eventKey", event.key());
    json.writeStringField("objectLabel", label);
    json.writeStringField("status", status);
  }

  /** Only areas say what they are and how many: seats are the usual case. */
  static void places(JsonGenerator json, boolean area, int quantity) throws IOException {
    if (area) {
      json.writeStringField("objectType", "generalAdmission");
      json.writeNumberField("quantity", quantity);
    }
  }
}
