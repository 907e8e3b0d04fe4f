package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.util.List;

/** The shapes that many rules ask for. */
final class TmtCheck {

  private TmtCheck() {}

  /** A success in the envelope; its {@code data}. */
  static JsonNode ok(Answer answer) {
    envelope(200, answer);
    return answer.at("data");
  }

  /** The envelope, saying the status that HTTP says. */
  static Answer envelope(int status, Answer answer) {
    answer.expect(status);
    assertTrue(answer.header("Content-Type").startsWith("application/json"), answer::shortened);
    assertEquals(
        List.of("data", "message", "status"),
        Json.sorted(Json.names(answer.body())),
        answer::shortened);
    assertEquals(Json.parse("" + status), answer.at("status"), answer::shortened);
    assertTrue(answer.at("message").isTextual(), answer::shortened);
    assertFalse(answer.text("message").isBlank(), answer::shortened);
    assertTrue(answer.at("data").isObject(), answer::shortened);
    return answer;
  }

  /** The error body of whatever status. */
  static Answer error(int status, Answer answer) {
    envelope(status, answer);
    JsonNode data = answer.at("data");
    assertEquals(Json.parse("false"), data.path("valido"), answer::shortened);
    assertTrue(data.path("error").isTextual(), answer::shortened);
    assertTrue(data.path("error").asText().matches("[A-Z][A-Z_]+"), answer::shortened);
    return answer;
  }

  static Answer refused(Answer answer) {
    return error(400, answer);
  }

  /** A refusal whose message names something: a member, a seat. */
  static Answer refusedNaming(String name, Answer answer) {
    refused(answer);
    assertTrue(answer.text("message").contains(name), () -> name + " in " + answer.shortened());
    return answer;
  }

  /** A conflict; each expectation reads {@code label reason}, in whatever order. */
  static void conflict(Answer answer, String... labelsAndReasons) {
    refused(answer);
    List<String> found =
        Json.stream(answer.at("data").path("failed"))
            .map(one -> one.path("objectLabel").asText() + " " + one.path("reason").asText())
            .sorted()
            .toList();
    assertEquals(Json.sorted(List.of(labelsAndReasons)), found, answer::shortened);
  }

  /** A conflict over exactly these objects. */
  static void failed(Answer answer, String... labels) {
    refused(answer);
    assertEquals(
        Json.sorted(List.of(labels)),
        Json.sorted(Json.texts(answer.at("data").path("failed"), "objectLabel")),
        answer::shortened);
  }

  /** The objects of a result, and no others, each under its own label and in this state. */
  static void objects(JsonNode result, String status, String... labels) {
    JsonNode objects = result.path("objects");
    assertEquals(
        Json.sorted(List.of(labels)), Json.sorted(Json.names(objects)), () -> "in " + result);
    objects
        .properties()
        .forEach(one -> {
          assertEquals(one.getKey(), one.getValue().path("label").asText());
          assertEquals(status, one.getValue().path("status").asText(), one::toString);
        });
  }
}
