package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;

/** What has happened, for those who ask. */
final class JournalEndpoints {
  private final Histories histories;

  JournalEndpoints(Histories histories) {
    this.histories = histories;
  }

  Answer changes(Call call) {
    JournalQuery query = JournalQuery.of(call);
    return V1Answers.of(
        histories.changes(call.workspace(), call.path("eventKey"), query.after(), query.limit()),
        Asked.LOOK_UP,
        part -> Answer.ok(json -> part(json, part, query)));
  }

  Answer history(Call call) {
    JournalQuery query = JournalQuery.of(call);
    String object = call.path("objectLabel");
    return V1Answers.of(
        histories.history(
            call.workspace(), call.path("eventKey"), object, query.after(), query.limit()),
        Asked.LOOK_UP,
        part -> Answer.ok(json -> part(json, part, query)));
  }

  private static void part(JsonGenerator json, Histories.Part part, JournalQuery query)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("eventKey", part.event().key());
    json.writeArrayFieldStart("items");
    for (JournalEntry entry : part.entries()) {
      JournalJson.entry(json, entry, true);
    }
    json.writeEndArray();
    long last = part.entries().isEmpty() ? query.after() : part.entries().getLast().seq();
    json.writeNumberField("lastSeq", last);
    json.writeBooleanField("more", part.more());
    json.writeEndObject();
  }
}
