package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.event.EditAllowance;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Repeats;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes as the seats.io dialect answers: 200 or 201 with the thing itself, 204 for what is only
 * done, and errors as section 3 has them. What there is not is left out, never null.
 */
final class SeatsioAnswers {
  private static final int REQUEST_ID_BYTES = 10;

  private SeatsioAnswers() {}

  /**
   * What is wrong.
   *
   * @param code for programs
   */
  record ErrorItem(String code, String message) {}

  /** An answer that tells of one error, under the status of its code. */
  static Answer error(SeatsioCode code, String message) {
    return error(code.status(), code.name(), message);
  }

  /** An answer that tells of one error. */
  static Answer error(int status, String code, String message) {
    return errors(status, List.of(new ErrorItem(code, message)), null);
  }

  /**
   * An answer that tells of errors.
   *
   * @param requestId null: it gets one of its own
   */
  static Answer errors(int status, List<ErrorItem> errors, @Nullable String requestId) {
    String id = requestId == null ? requestId() : requestId;
    return Answer.json(status, json -> write(json, status, errors, id));
  }

  private static void write(
      JsonGenerator json, int status, List<ErrorItem> errors, String requestId) throws IOException {
    json.writeStartObject();
    json.writeNumberField("status", status);
    json.writeArrayFieldStart("messages");
    for (ErrorItem each : errors) {
      json.writeString(each.message);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("errors");
    for (ErrorItem each : errors) {
      json.writeStartObject();
      json.writeStringField("code", each.code);
      json.writeStringField("message", each.message);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    json.writeEndArray();
    json.writeStringField("requestId", requestId);
    json.writeEndObject();
  }

  /** No secret: it only has to be another one each time. */
  private static String requestId() {
    byte[] bytes = new byte[REQUEST_ID_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The answer to an outcome. */
  static <T> Answer of(Outcome<T> outcome, Names names, Function<T, Answer> accepted) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T answer) -> accepted.apply(answer);
      case Outcome.Refused<T>(List<Refusal> reasons) -> refused(reasons, names);
      case Outcome.Repeated<T>(Repeat repeat) -> Repeats.answer(repeat);
    };
  }

  /** The answer to an outcome of which nothing is told but that it came about. */
  static <T> Answer done(Outcome<T> outcome, Names names) {
    return of(outcome, names, _ -> Answer.done());
  }

  /** The answer to a refusal: told by the weightiest reason, of which there is exactly one. */
  static Answer refused(List<Refusal> reasons, Names names) {
    Refusal first = reasons.getFirst();
    Answer answer = error(SeatsioCode.of(first), SeatsioRefusals.message(first, names));
    return first instanceof Refusal.EditsExhausted(EditAllowance edits)
        ? answer.with("Retry-After", Long.toString(edits.away().toSeconds() + 1))
        : answer;
  }
}
