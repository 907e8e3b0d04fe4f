package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Repeats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SeatsioFaultsTest {
  private static Answer shaped(Answer fault) {
    return SeatsioRoutes.FAULTS.shape(fault);
  }

  private static void assertError(int status, String code, String message, Answer fault) {
    JsonNode body = Asked.of(shaped(fault));
    assertEquals(status, shaped(fault).status());
    assertEquals(
        List.of("status", "messages", "errors", "warnings", "requestId"),
        body.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals(status, body.path("status").asInt());
    assertEquals(
        Asked.json("[{'code':'" + code + "','message':'" + message + "'}]"), body.path("errors"));
    assertEquals(Asked.json("['" + message + "']"), body.path("messages"));
    assertEquals(Asked.json("[]"), body.path("warnings"));
  }

  @Test
  void whatever_is_wrong_has_a_code_and_a_message() {
    assertError(400, "GENERAL_ERROR", "Malformed URL", Envelope.malformed("Malformed URL"));
    assertError(404, "NOT_FOUND", "Not found", Envelope.notFound());
    assertError(404, "WORKSPACE_NOT_FOUND", "Workspace not found", Envelope.noWorkspace());
    assertError(405, "METHOD_NOT_ALLOWED", "Method not allowed", Envelope.methodNotAllowed("GET"));
    assertError(
        413, "PAYLOAD_TOO_LARGE", "Request body is larger than 9 bytes", Envelope.bodyTooLarge(9));
    assertError(
        429,
        "RATE_LIMIT_EXCEEDED",
        "Rate limit exceeded",
        Envelope.tooManyRequests(Duration.ofSeconds(1)));
    assertError(
        503,
        "SERVICE_UNAVAILABLE",
        "Service unavailable",
        Envelope.storeAway(Duration.ofSeconds(1)));
    assertError(500, "INTERNAL_ERROR", "Internal server error", Envelope.broken("i-1"));
    assertEquals(
        "IDEMPOTENCY_KEY_REUSED",
        Asked.of(shaped(Repeats.answer(new Repeat.OtherRequest()))).at("/errors/0/code").asText());
    assertEquals(
        "IDEMPOTENCY_KEY_IN_USE",
        Asked.of(shaped(Repeats.answer(new Repeat.StillRunning()))).at("/errors/0/code").asText());
    assertEquals(
        "OUTCOME_UNKNOWN",
        Asked.of(shaped(Envelope.outcomeUnknown("i-2"))).at("/errors/0/code").asText());
  }

  @Test
  void headers_stay() {
    assertEquals(
        Map.of("Retry-After", "3"),
        shaped(Envelope.tooManyRequests(Duration.ofSeconds(3))).headers());
  }

  @Test
  void a_request_has_an_id_of_its_own_or_that_of_the_log() {
    assertEquals("i-1", Asked.of(shaped(Envelope.broken("i-1"))).path("requestId").asText());
    String one = Asked.of(shaped(Envelope.notFound())).path("requestId").asText();
    assertTrue(one.matches("[0-9a-f]{20}"), one);
    assertNotEquals(one, Asked.of(shaped(Envelope.notFound())).path("requestId").asText());
  }

  static List<Answer> turnedAway() {
    return List.of(Envelope.keyMissing(), Envelope.keyInvalid(), Envelope.forbidden());
  }

  @ParameterizedTest
  @MethodSource("turnedAway")
  void whoever_has_no_right_key_is_told_nothing(Answer fault) {
    Answer answer = shaped(fault);
    assertEquals(fault.status(), answer.status());
    assertInstanceOf(Answer.Nothing.class, answer.content());
    assertEquals(fault.status() == 401, answer.headers().containsKey("WWW-Authenticate"));
  }

  @Test
  void what_is_no_fault_stays_as_it_is() {
    Answer answer = Answer.done();
    assertSame(answer, shaped(answer));
  }

  @Test
  void each_member_that_is_wrong_is_an_error() {
    Answer answer = shaped(Envelope.invalid(Map.of("events.0.key", List.of("is odd", "is even"))));
    assertEquals(
        Asked.json("['#/events/0/key: is odd','#/events/0/key: is even']"),
        Asked.of(answer).path("messages"));
    assertEquals("GENERAL_ERROR", Asked.of(answer).at("/errors/1/code").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_root | Invalid JSON | #: Invalid JSON",
        "_root | Required | #: Required",
        "chartKey | Required | #: required key [chartKey] not found",
        "events.3.chartKey | Required | #/events/3: required key [chartKey] not found",
      })
  void a_problem_is_told_by_where_it_is(String path, String text, String told) {
    assertEquals(told, SeatsioText.of(path, text));
  }

  @Test
  void problems_are_told_in_the_words_of_the_dialect() {
    assertEquals(
        "#/events: expected minimum item count: 1, found: 0",
        SeatsioText.of("events", Wording.atLeastElements(1)));
    assertEquals(
        "#/events: expected maximum item count: 9",
        SeatsioText.of("events", Wording.atMostElements(9)));
    assertEquals(
        "#/name: expected type: string, found: number",
        SeatsioText.of("name", Wording.expected("string", "number")));
    assertEquals(
        "#/name: expected minLength: 1", SeatsioText.of("name", Wording.atLeastCharacters(1)));
    assertEquals(
        "#/name: expected maxLength: 9", SeatsioText.of("name", Wording.atMostCharacters(9)));
    assertEquals("#/n: Number must be greater than 0", SeatsioText.of("n", Wording.positive()));
  }
}
