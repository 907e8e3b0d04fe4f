package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.http.json.Timestamps;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entries of the journal, as the stream, the changes and the history of an object tell them. */
final class JournalJson {
  private JournalJson() {}

  /**
   * One entry.
   *
   * @param secrets whether the reader may see tokens, orders, extra data and where it came from
   */
  static void entry(JsonGenerator json, JournalEntry entry, boolean secrets) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seq", entry.seq());
    json.writeStringField("type", entry.kind().word());
    json.writeStringField("objectLabel", entry.object());
    SeatJson.places(json, entry.area(), entry.quantity());
    json.writeStringField("status", V1Status.of(entry.status()));
    json.writeStringField("previousStatus", V1Status.of(entry.previous()));
    json.writeStringField("holdToken", secrets ? token(entry) : null);
    json.writeStringField("holdExpiresAt", time(entry.until()));
    json.writeStringField("categoryKey", entry.category());
    json.writeFieldName("extraData");
    json.writeRawValue(secrets ? entry.extraData().toJson() : "{}");
    json.writeNumberField("version", entry.version());
    json.writeStringField("at", time(entry.at()));
    if (secrets) {
      json.writeStringField("orderId", entry.order());
      json.writeStringField("dialect", entry.origin().dialect());
    }
    json.writeEndObject();
  }

  private static @Nullable String token(JournalEntry entry) {
    HoldToken token = entry.token();
    return token == null ? null : token.value();
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : Timestamps.text(instant);
  }
}
