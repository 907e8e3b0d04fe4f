package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.util.Optional;

/** What has happened, for those who ask. */
final class JournalEndpoints {
  private final Histories histories;
  private final SharedAnswers answers;

  JournalEndpoints(Histories histories, SharedAnswers answers) {
    this.histories = histories;
    this.answers = answers;
  }

  private record Question(
      WorkspaceId workspace, String eventKey, Optional<String> object, JournalQuery query) {}

  Answer changes(Call call) {
    return answer(
        new Question(
            call.workspace(), call.path("eventKey"), Optional.empty(), JournalQuery.of(call)));
  }

  Answer history(Call call) {
    JournalQuery query = JournalQuery.of(call);
    return answer(
        new Question(
            call.workspace(), call.path("eventKey"), Optional.of(call.path("objectLabel")), query));
  }

  private Answer answer(Question question) {
    JournalQuery query = question.query();
    return V1Answers.of(
        answers.answer(
            question,
            () ->
                find(question)
                    .map(part ->
                        Compressed.timeless(PackedJson.compress(json -> part(json, part, query))))),
        Asked.LOOK_UP,
        Answer::packed);
  }

  private Outcome<Histories.Part> find(Question question) {
    JournalQuery query = question.query();
    String event = question.eventKey();
    return question
        .object()
        .map(object ->
            histories.history(question.workspace(), event, object, query.after(), query.limit()))
        .orElseGet(
            () -> histories.changes(question.workspace(), event, query.after(), query.limit()));
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
