package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.PayloadNotation;
import dev.holdfast.domain.webhook.EventFacts;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The bodies of webhook deliveries (v1, section 11, and what is documented beside it). */
public final class V1Payloads implements PayloadNotation {
  @Override
  public String text(String id, WebhookEvent event, EventFacts facts, JournalEntry entry) {
    return payload(
        id,
        event,
        entry.at(),
        json -> {
          json.writeStartObject();
          json.writeStringField("chartKey", facts.chartKey());
          json.writeStringField("chartName", facts.chartName());
          json.writeStringField("eventKey", facts.eventKey());
          json.writeStringField("eventName", facts.eventName());
          object(json, entry);
          change(json, event, entry);
          json.writeFieldName("extraData");
          json.writeRawValue(entry.extraData().toJson());
          json.writeEndObject();
        });
  }

  private static void object(JsonGenerator json, JournalEntry entry) throws IOException {
    json.writeStringField("objectLabel", entry.object());
    json.writeStringField("objectType", entry.area() ? "generalAdmission" : "seat");
    if (entry.area()) {
      json.writeNumberField("quantity", entry.quantity());
    }
    json.writeStringField("categoryKey", entry.category());
    json.writeStringField("status", V1Status.of(entry.status()));
    json.writeNumberField("seq", entry.seq());
    json.writeNumberField("version", entry.version());
  }

  private static void change(JsonGenerator json, WebhookEvent event, JournalEntry entry)
      throws IOException {
    HoldToken token = entry.token();
    json.writeStringField("holdToken", token == null ? null : token.value());
    switch (event) {
      case SEAT_HELD -> time(json, "holdExpiresAt", Objects.requireNonNull(entry.until()));
      case SEAT_BOOKED -> {
        time(json, "bookedAt", entry.at());
        if (entry.order() != null) {
          json.writeStringField("orderId", entry.order());
        }
      }
      case SEAT_RELEASED -> {
        time(json, "releasedAt", entry.at());
        json.writeStringField("previousStatus", V1Status.of(entry.previous()));
      }
      case SEAT_HOLD_EXPIRED -> time(json, "expiredAt", entry.at());
    }
  }

  @Override
  public String sample(String id, Instant now) {
    return payload(
        id,
        WebhookEvent.SEAT_HELD,
        now,
        json -> {
          json.writeStartObject();
          json.writeStringField("chartKey", "chart_test");
          json.writeStringField("chartName", "Test chart");
          json.writeStringField("eventKey", "evt_test");
          json.writeStringField("eventName", "Test event");
          json.writeStringField("objectLabel", "A-1");
          json.writeStringField("objectType", "seat");
          json.writeStringField("categoryKey", "test");
          json.writeStringField("status", "held");
          json.writeNumberField("seq", 0);
          json.writeNumberField("version", 0);
          json.writeStringField("holdToken", "test");
          time(json, "holdExpiresAt", now.plus(Duration.ofMinutes(15)));
          json.writeObjectFieldStart("extraData");
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static String payload(String id, WebhookEvent event, Instant at, JsonContent data) {
    return Json.text(json -> {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("event", event.word());
      time(json, "createdAt", at);
      json.writeFieldName("data");
      data.writeTo(json);
      json.writeEndObject();
    });
  }

  private static void time(JsonGenerator json, String member, Instant instant) throws IOException {
    json.writeStringField(member, Timestamps.text(instant));
  }
}
