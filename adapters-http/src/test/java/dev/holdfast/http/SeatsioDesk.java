package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks the seats.io dialect with a server under its workspace's secret key, for tests. JSON is
 * written with ' for ".
 */
final class SeatsioDesk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STATUS = Pattern.compile("HTTP/1.1 ([0-9]{3})");

  private final LocalServer server =
      new LocalServer(HttpSettings.Bounds.STANDARD, () -> {}, engine -> engine);

  /** An answer: its head, and its JSON if it has any. */
  record Reply(int status, String head, JsonNode body) {
    Reply is(int expected) {
      assertEquals(expected, status, this::toString);
      return this;
    }

    /** A refusal with this one error. */
    void says(int expected, String code, String message) {
      is(expected);
      assertEquals(1, body.path("errors").size(), this::toString);
      assertEquals(code, body.path("errors").path(0).path("code").asText(), this::toString);
      assertEquals(message, body.path("errors").path(0).path("message").asText());
      assertEquals(message, body.path("messages").path(0).asText());
      assertEquals(expected, body.path("status").intValue());
    }
  }

  /** The server itself. */
  LocalServer server() {
    return server;
  }

  /** The key of the server's chart. */
  String chart() {
    return get("/events/evt_1").is(200).body().path("chartKey").asText();
  }

  /** The public key of the server's workspace. */
  String workspace() {
    return server.company().company().workspaces().getFirst().workspace().key();
  }

  Reply get(String path) {
    return reply(LocalServer.quietly(() -> server.basic(secret(), "GET", path)));
  }

  /** Without a body. */
  Reply post(String path) {
    return reply(
        LocalServer.quietly(() -> server.basic(secret(), "POST", path, "Content-Length: 0")));
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  /** Under an idempotency key. */
  Reply once(String key, String path, String body) {
    String json = body.replace('\'', '"');
    String head =
        LocalServer.basicHead(
            secret(),
            "POST",
            path,
            "Idempotency-Key: " + key,
            "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length);
    return reply(LocalServer.quietly(() -> server.whole(head + json)));
  }

  Reply delete(String path) {
    return reply(LocalServer.quietly(() -> server.basic(secret(), "DELETE", path)));
  }

  Reply delete(String path, String body) {
    return send("DELETE", path, body);
  }

  private Reply send(String method, String path, String body) {
    return reply(
        LocalServer.quietly(
            () -> server.basicSending(secret(), method, path, body.replace('\'', '"'))));
  }

  /** The same of v1, whose answers are not looked at. */
  void v1(String method, String path, String body) {
    String json = body.replace('\'', '"');
    String head =
        server.head(
            method,
            path,
            "Connection: close",
            "Content-Type: application/json",
            "Content-Length: " + json.length());
    Reply reply = reply(LocalServer.quietly(() -> server.whole(head + json)));
    assertEquals(2, reply.status() / 100, reply::toString);
  }

  private String secret() {
    return server.company().liveSecret().text();
  }

  private static Reply reply(String answer) {
    Matcher status = STATUS.matcher(answer);
    if (!status.lookingAt()) {
      throw new AssertionError(answer);
    }
    int end = answer.indexOf("\r\n\r\n");
    String body = answer.substring(end + 4);
    return new Reply(
        Integer.parseInt(status.group(1)),
        answer.substring(0, end),
        body.isEmpty() ? MissingNode.getInstance() : json(body));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
