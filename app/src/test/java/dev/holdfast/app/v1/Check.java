package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shapes that many rules ask for. */
public final class Check {

  static final String BOOK_ERROR = "One or more seats are no longer held by this token";
  static final String RELEASE_ERROR = "One or more seats could not be released";

  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");

  private Check() {}

  /** The standard error envelope, saying the status that HTTP says. */
  static Answer envelope(int status, Answer answer) {
    answer.expect(status);
    assertTrue(answer.header("Content-Type").startsWith("application/json"), answer::shortened);
    assertEquals(status, answer.at("statusCode").asInt(), answer::shortened);
    assertTrue(answer.at("message").isTextual(), answer::shortened);
    assertFalse(answer.text("message").isBlank(), answer::shortened);
    return answer;
  }

  static void envelope(int status, String message, Answer answer) {
    envelope(status, answer);
    assertEquals(message, answer.text("message"));
    assertFalse(answer.body().has("errors"), "only a failed validation has errors");
  }

  /** A refusal of exactly one member, with exactly this text. */
  static void refused(String member, String text, Answer answer) {
    assertEquals(Json.object(member, List.of(text)), errors(answer), answer::shortened);
  }

  /** A refusal whose text is the server's own, or which may name one of several members. */
  static void refused(Predicate<String> member, Answer answer) {
    assertTrue(
        Json.names(errors(answer)).stream().anyMatch(member),
        () -> "another member was expected in " + answer.shortened());
  }

  static JsonNode errors(Answer answer) {
    envelope(400, answer);
    assertEquals("Validation failed", answer.text("message"), answer::shortened);
    JsonNode errors = answer.at("errors");
    assertTrue(errors.isObject() && !errors.isEmpty(), answer::shortened);
    for (JsonNode texts : errors) {
      assertTrue(texts.isArray() && !texts.isEmpty(), answer::shortened);
      texts.forEach(text -> assertTrue(text.isTextual(), answer::shortened));
    }
    return errors;
  }

  /** Book and release answer a conflict with the bare pair, outside the envelope. */
  static void pair(String error, Answer answer, String... labelsAndReasons) {
    answer.expect(409);
    assertEquals(List.of("error", "failed"), Json.names(answer.body()), answer::shortened);
    assertEquals(error, answer.text("error"));
    failed(answer, labelsAndReasons);
  }

  /** Hold answers a conflict with the envelope and the pair in one. */
  static void holdConflict(Answer answer, String... labelsAndReasons) {
    envelope(409, answer);
    assertTrue(answer.at("error").isTextual(), answer::shortened);
    failed(answer, labelsAndReasons);
  }

  /** Each expectation reads {@code label reason}; the order of the list is the server's. */
  static void failed(Answer answer, String... labelsAndReasons) {
    List<String> found =
        Json.stream(answer.at("failed"))
            .map(item -> item.path("objectLabel").asText() + " " + item.path("reason").asText())
            .sorted()
            .toList();
    assertEquals(Json.sorted(List.of(labelsAndReasons)), found, answer::shortened);
    Set<String> known = Set.of("objectLabel", "reason", "version");
    for (JsonNode item : answer.at("failed")) {
      assertTrue(known.containsAll(Json.names(item)), answer::shortened);
    }
  }

  static void versions(JsonNode items) {
    assertFalse(items.isEmpty(), "no items");
    for (JsonNode item : items) {
      assertTrue(item.path("version").isIntegralNumber(), () -> "no version in " + item);
    }
  }

  public static Instant instant(JsonNode value) {
    assertTrue(
        value.isTextual() && TIMESTAMP.matcher(value.asText()).matches(),
        () -> "no UTC time with milliseconds: " + value);
    return Instant.parse(value.asText());
  }

  /** The deadline lies so many seconds from now, give or take five. */
  public static void secondsFromNow(long seconds, JsonNode deadline) {
    long left = Duration.between(Instant.now(), instant(deadline)).toSeconds();
    assertTrue(
        Math.abs(left - seconds) <= 5, () -> deadline + " is " + left + " s away, not " + seconds);
  }
}
