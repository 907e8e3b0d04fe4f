package dev.holdfast.app.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.history.Line;
import dev.holdfast.app.history.Sight;
import dev.holdfast.app.history.Standing;
import dev.holdfast.app.v1.Changes;
import dev.holdfast.app.v1.TestVenue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole journal of an event, as v1 tells it. */
final class JournalReader {
  private JournalReader() {}

  static List<Line> read(TestVenue venue) {
    return Changes.all(venue).stream().map(JournalReader::line).toList();
  }

  /** A booking through v1 goes on with the order that its hold had, and is not that call's. */
  private static @Nullable String order(JsonNode entry) {
    boolean ended = Changes.type(entry).equals("expired") || Changes.type(entry).equals("extended");
    boolean own = entry.path("dialect").asText().equals("seatsio") && !ended;
    return own ? Sights.text(entry, "orderId") : null;
  }

  private static Line line(JsonNode entry) {
    Standing standing = Sights.standing(entry.path("status").asText());
    Instant at = Sights.time(entry, "at");
    @Nullable Instant until =
        standing == Standing.HELD ? Sights.time(entry, "holdExpiresAt") : null;
    Sight sight =
        new Sight(
            Sights.label(entry),
            Sights.version(entry),
            standing,
            Sights.text(entry, "holdToken"),
            Sights.quantity(entry),
            until,
            at);
    return new Line(
        Changes.seq(entry),
        Changes.type(entry),
        Sights.standing(entry.path("previousStatus").asText()),
        sight,
        entry.path("objectType").asText().equals("generalAdmission"),
        order(entry));
  }
}
