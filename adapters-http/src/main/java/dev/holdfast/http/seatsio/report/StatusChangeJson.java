package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.seatsio.report.Presence.Absence;
import java.io.IOException;
import java.util.Optional;

/** Changes of status as the dialect writes them (section 20): an item an object and change. */
public final class StatusChangeJson {
  private StatusChangeJson() {}

  /** Writes one change. Its number in the journal is its id. */
  public static void write(JsonGenerator json, JournalEntry entry, Presence presence)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", entry.seq());
    json.writeNumberField("eventId", entry.event().value());
    json.writeStringField("status", Status.told(entry.status()));
    json.writeNumberField("quantity", entry.quantity());
    json.writeStringField("objectLabel", entry.object());
    json.writeStringField("displayedLabel", presence.displayed(entry.object()));
    json.writeStringField("date", Timestamps.text(entry.at()));
    SpotJson.text(json, "orderId", entry.order());
    if (!leftSomebody(entry.kind())) {
      ObjectInfoJson.extraData(json, entry.extraData());
    }
    HoldToken token = entry.token();
    SpotJson.text(json, "holdToken", token == null ? null : token.value());
    origin(json, entry);
    Optional<Absence> absence = presence.absence(entry.object());
    json.writeBooleanField("isPresentOnChart", absence.isEmpty());
    if (absence.isPresent()) {
      json.writeStringField("notPresentOnChartReason", absence.get().name());
    }
    json.writeEndObject();
  }

  /** Of what left somebody the journal has the extra data of before, which went with it. */
  private static boolean leftSomebody(JournalKind kind) {
    return switch (kind) {
      case RELEASED, EXPIRED -> true;
      case HELD, EXTENDED, BOOKED, CHANGED, TAGGED -> false;
    };
  }

  private static void origin(JsonGenerator json, JournalEntry entry) throws IOException {
    json.writeObjectFieldStart("origin");
    if (entry.kind() == JournalKind.EXPIRED) {
      json.writeStringField("type", "HOLD_EXPIRED");
    } else {
      json.writeStringField("type", "API_CALL");
      SpotJson.text(json, "ip", entry.origin().address());
    }
    json.writeEndObject();
  }
}
