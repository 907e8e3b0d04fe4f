package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What came back. The body is a missing node where the answer was no JSON. */
public record Answer(int status, HttpHeaders headers, JsonNode body, String raw) {

  public Answer expect(int expected) {
    assertEquals(expected, status, () -> "status of an answer that says " + shortened());
    return this;
  }

  public Answer ok() {
    return expect(200);
  }

  public JsonNode at(String member) {
    return body.path(member);
  }

  public String text(String member) {
    return body.path(member).asText();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String shortened() {
    return raw.length() > 600 ? raw.substring(0, 600) + "..." : raw;
  }
}
