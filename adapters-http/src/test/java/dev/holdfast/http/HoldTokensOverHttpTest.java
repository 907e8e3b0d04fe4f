package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold tokens of the seats.io dialect (section 19), and what the other dialects make of them. */
final class HoldTokensOverHttpTest {
  private final LocalServer server =
      new LocalServer(HttpSettings.Bounds.STANDARD, () -> {}, engine -> engine);
  private final String secret = server.company().liveSecret().text();

  @AfterEach
  void close() {
    server.close();
  }

  private static JsonNode json(int status, String answer) {
    assertStatus(status, answer);
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    return Json.parse(body.getBytes(StandardCharsets.UTF_8), false);
  }

  private JsonNode create(String body) throws IOException {
    return json(201, server.basicSending(secret, "POST", "/hold-tokens", body));
  }

  private JsonNode renew(int status, JsonNode token, String body) throws IOException {
    return json(
        status,
        server.basicSending(
            secret, "POST", "/hold-tokens/" + token.path("holdToken").asText(), body));
  }

  private JsonNode find(JsonNode token) throws IOException {
    return json(
        200, server.basic(secret, "GET", "/hold-tokens/" + token.path("holdToken").asText()));
  }

  private static void assertLeft(int minutes, JsonNode token) {
    long left = token.path("expiresInSeconds").asLong(-1);
    assertTrue(left > minutes * 60L - 60 && left <= minutes * 60L, token::toString);
    Instant until = Instant.parse(token.path("expiresAt").asText());
    Duration real = Duration.between(Instant.now(), until);
    assertTrue(real.toMinutes() <= minutes && real.toMinutes() >= minutes - 2L, token::toString);
  }

  @Test
  void a_token_lives_fifteen_minutes_unless_it_is_said_otherwise() throws IOException {
    assertLeft(15, json(201, server.basic(secret, "POST", "/hold-tokens")));
    assertLeft(15, create("{}"));
    JsonNode made = create("{\"expiresInMinutes\":5}");
    assertLeft(5, made);
    assertLeft(120, create("{\"expiresInMinutes\":120}"));
    assertEquals(made.path("expiresAt"), find(made).path("expiresAt"));
    assertEquals(
        server.company().company().workspaces().getFirst().workspace().key(),
        made.path("workspaceKey").asText());
    assertNotEquals(made.path("holdToken"), create("{}").path("holdToken"));
    assertEquals(4, made.size());
  }

  @Test
  void a_token_gets_another_expiry_from_now_on() throws IOException {
    JsonNode made = create("{}");
    JsonNode longer = renew(200, made, "{\"expiresInMinutes\":30}");
    assertLeft(30, longer);
    assertEquals(made.path("holdToken"), longer.path("holdToken"));
    assertEquals(longer.path("expiresAt"), find(made).path("expiresAt"));
    assertLeft(2, renew(200, made, "{\"expiresInMinutes\":2}"));
    assertLeft(15, renew(200, made, ""));
  }

  @Test
  void with_no_minutes_a_token_and_what_it_holds_is_over() throws IOException {
    JsonNode made = create("{}");
    String token = made.path("holdToken").asText();
    hold(200, token, "A-1");
    JsonNode over = renew(200, made, "{\"expiresInMinutes\":0}");
    assertEquals(0, over.path("expiresInSeconds").asInt(-1));
    assertEquals(0, find(made).path("expiresInSeconds").asInt(-1));
    hold(200, "somebody-else", "A-1");
    hold(409, token, "A-2");
    JsonNode refused = renew(400, made, "{\"expiresInMinutes\":5}");
    assertEquals("ILLEGAL_STATUS_CHANGE", refused.at("/errors/0/code").asText());
  }

  private JsonNode hold(int status, String token, String seat) throws IOException {
    return json(
        status,
        server.post(
            "/api/v1/events/{event}/seats/hold",
            "{\"objectLabel\":\"%s\",\"holdToken\":\"%s\",\"ttlSeconds\":3600}"
                .formatted(seat, token)));
  }

  @Test
  void a_hold_of_another_dialect_ends_with_the_token_and_moves_with_it() throws IOException {
    JsonNode made = create("{\"expiresInMinutes\":10}");
    String token = made.path("holdToken").asText();
    assertEquals(made.path("expiresAt"), hold(200, token, "A-1").path("holdExpiresAt"));
    JsonNode later = renew(200, made, "{\"expiresInMinutes\":20}");
    JsonNode status = json(200, server.get("/api/v1/events/{event}/status"));
    assertTrue(status.toString().contains(later.path("expiresAt").asText()), status::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "121", "1.5", "\"5\"", "true"})
  void minutes_are_whole_and_two_hours_at_most(String minutes) throws IOException {
    String body = "{\"expiresInMinutes\":" + minutes + "}";
    JsonNode made = create("{}");
    assertEquals(400, renew(400, made, body).path("status").asInt());
    json(400, server.basicSending(secret, "POST", "/hold-tokens", body));
    json(400, server.basicSending(secret, "POST", "/hold-tokens", "{\"expiresInMinutes\":0}"));
    assertEquals(made.path("expiresAt"), find(made).path("expiresAt"));
  }

  @Test
  void a_token_that_is_not_there_is_not_found() throws IOException {
    hold(200, "made-up-by-a-client", "A-1");
    for (String token : new String[] {"nobody", "made-up-by-a-client", "x".repeat(256)}) {
      String path = "/hold-tokens/" + token;
      JsonNode error = json(404, server.basic(secret, "GET", path));
      assertEquals("HOLD_TOKEN_NOT_FOUND", error.at("/errors/0/code").asText());
      json(404, server.basic(secret, "POST", path));
    }
    JsonNode ours = create("{}");
    String theirs = server.company().testSecret().text();
    json(404, server.basic(theirs, "GET", "/hold-tokens/" + ours.path("holdToken").asText()));
  }

  @Test
  void under_an_idempotency_key_a_token_is_made_once_and_renewed_once() throws IOException {
    String head = LocalServer.basicHead(secret, "POST", "/hold-tokens", "Idempotency-Key: token");
    JsonNode made = json(201, server.whole(head));
    assertEquals(made, json(201, server.whole(head)));
    String path = "/hold-tokens/" + made.path("holdToken").asText();
    String renewal =
        LocalServer.basicHead(
                secret, "POST", path, "Idempotency-Key: renewal", "Content-Length: 23")
            + "{\"expiresInMinutes\":30}";
    JsonNode renewed = json(200, server.whole(renewal));
    renew(200, made, "{\"expiresInMinutes\":5}");
    assertEquals(renewed, json(200, server.whole(renewal)));
    assertLeft(5, find(made));
  }
}
