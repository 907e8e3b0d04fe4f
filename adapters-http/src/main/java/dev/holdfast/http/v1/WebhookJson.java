package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.webhook.Webhooks;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Webhooks and their deliveries as v1 shows them. */
final class WebhookJson {
  private WebhookJson() {}

  static void webhook(JsonGenerator json, Webhook webhook) throws IOException {
    webhook(json, webhook, null);
  }

  static void created(JsonGenerator json, Webhooks.Created created) throws IOException {
    webhook(json, created.webhook(), created.secret());
  }

  private static void webhook(JsonGenerator json, Webhook webhook, @Nullable WebhookSecret secret)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", webhook.key());
    json.writeStringField("url", webhook.url());
    json.writeArrayFieldStart("events");
    for (WebhookEvent event : webhook.events()) {
      json.writeString(event.word());
    }
    json.writeEndArray();
    json.writeStringField("description", webhook.description());
    json.writeBooleanField("enabled", webhook.enabled());
    json.writeStringField("createdAt", Timestamps.text(webhook.createdAt()));
    json.writeStringField("updatedAt", Timestamps.text(webhook.updatedAt()));
    if (secret != null) {
      json.writeStringField("secret", secret.value());
    }
    json.writeEndObject();
  }

  static void rotated(JsonGenerator json, Webhooks.Rotated rotated) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rotated.key());
    json.writeStringField("secret", rotated.secret().value());
    json.writeStringField("rotatedAt", Timestamps.text(rotated.at()));
    json.writeEndObject();
  }

  static void delivery(JsonGenerator json, Delivery delivery) throws IOException {
    json.writeStartObject();
    json.writeStringField("deliveryId", delivery.key());
    json.writeStringField("webhookId", delivery.webhookKey());
    json.writeStringField("event", delivery.event().word());
    json.writeStringField("status", delivery.status().word());
    json.writeNumberField("attemptCount", delivery.attempts());
    number(json, "responseStatus", delivery.responseStatus());
    number(json, "responseLatencyMs", delivery.latencyMillis());
    json.writeStringField("queuedAt", Timestamps.text(delivery.queuedAt()));
    Instant last = delivery.lastAttemptAt();
    if (last != null) {
      boolean delivered = delivery.status() == DeliveryStatus.SUCCESS;
      json.writeStringField(delivered ? "deliveredAt" : "lastAttemptAt", Timestamps.text(last));
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String member, @Nullable Number number)
      throws IOException {
    json.writeFieldName(member);
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number.longValue());
    }
  }

  static void test(JsonGenerator json, Delivery delivery) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", delivery.webhookKey());
    json.writeStringField("deliveryId", delivery.key());
    queued(json, delivery);
  }

  /** A delivery queued once more. */
  static void replay(JsonGenerator json, Delivery replay, String original) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", replay.webhookKey());
    json.writeStringField("originalDeliveryId", original);
    json.writeStringField("replayDeliveryId", replay.key());
    queued(json, replay);
  }

  private static void queued(JsonGenerator json, Delivery delivery) throws IOException {
    json.writeStringField("status", delivery.status().word());
    json.writeStringField("queuedAt", Timestamps.text(delivery.queuedAt()));
    json.writeEndObject();
  }
}
