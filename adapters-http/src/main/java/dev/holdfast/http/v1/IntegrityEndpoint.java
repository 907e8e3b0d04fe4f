package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;

/** Whether an event's books are sound, for those who ask. */
final class IntegrityEndpoint {
  private final Integrity integrity;
  private final SharedAnswers answers;

  IntegrityEndpoint(Integrity integrity, SharedAnswers answers) {
    this.integrity = integrity;
    this.answers = answers;
  }

  private record Question(WorkspaceId workspace, String eventKey) {}

  Answer check(Call call) {
    Question question = new Question(call.workspace(), call.path("eventKey"));
    return V1Answers.of(
        answers.answer(
            question,
            () ->
                integrity
                    .check(question.workspace(), question.eventKey())
                    .map(report ->
                        Compressed.timeless(PackedJson.compress(json -> write(json, report))))),
        Asked.LOOK_UP,
        Answer::packed);
  }

  private static void write(JsonGenerator json, IntegrityReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventKey", report.event().key());
    json.writeBooleanField("ok", report.ok());
    json.writeNumberField("seq", report.seq());
    json.writeNumberField("checkedTo", report.checkedTo());
    json.writeStringField("checkedAt", Timestamps.text(report.checkedAt()));
    json.writeArrayFieldStart("checks");
    for (IntegrityReport.Check check : report.checks()) {
      write(json, check);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, IntegrityReport.Check check) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", check.name().word());
    json.writeBooleanField("ok", check.ok());
    json.writeBooleanField("complete", check.complete());
    json.writeNumberField("found", check.found());
    json.writeArrayFieldStart("violations");
    for (IntegrityReport.Violation each : check.violations()) {
      json.writeStartObject();
      json.writeFieldName("objectLabel");
      json.writeString(each.object());
      json.writeStringField("detail", each.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
