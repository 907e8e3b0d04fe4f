package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seats.io dialect before and after its endpoints: keys, bodies, paths, errors. */
final class SeatsioOverHttpTest {
  private final LocalServer server =
      new LocalServer(HttpSettings.Bounds.STANDARD, () -> {}, engine -> engine);
  private final String admin = server.company().admin().text();
  private final String secret = server.company().liveSecret().text();
  private final String workspace =
      server.company().company().workspaces().getFirst().workspace().key();

  @AfterEach
  void close() {
    server.close();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static JsonNode json(int status, String answer) {
    assertStatus(status, answer);
    return Json.parse(body(answer).getBytes(StandardCharsets.UTF_8), false);
  }

  private static void assertError(int status, String code, String answer) {
    JsonNode error = json(status, answer);
    assertEquals(code, error.at("/errors/0/code").asText(), answer);
    assertEquals(status, error.path("status").asInt());
  }

  private static void assertTurnedAway(int status, String answer) {
    assertStatus(status, answer);
    assertEquals("", body(answer));
  }

  @Test
  void the_user_of_basic_is_the_key() throws IOException {
    JsonNode page = json(200, server.basic(admin, "GET", "/workspaces"));
    assertEquals(2, page.path("items").size());
    assertEquals(workspace, page.at("/items/1/key").asText());
    assertFalse(page.has("next_page_starts_after"));
  }

  @Test
  void whoever_is_no_company_is_turned_away_without_a_word() throws IOException {
    assertTurnedAway(
        401, server.whole("GET /workspaces HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    assertTurnedAway(401, server.get("/workspaces"));
    assertTurnedAway(401, server.basic("adm_" + "x".repeat(32), "GET", "/workspaces"));
    assertTurnedAway(401, server.basic("nonsense", "GET", "/workspaces"));
    assertTurnedAway(401, server.basic("sk_live_" + "x".repeat(32), "GET", "/workspaces"));
    assertTurnedAway(403, server.basic(secret, "GET", "/workspaces"));
    String publicKey = server.company().livePublic().text();
    assertTurnedAway(403, server.basic(publicKey, "GET", "/workspaces"));
  }

  @Test
  void a_company_s_key_opens_nothing_in_the_other_dialects() throws IOException {
    String asked = server.head("GET", "/api/v1/charts", "Connection: close").replace(secret, admin);
    assertStatus(401, server.whole(asked));
  }

  @Test
  void a_company_manages_its_workspaces_whichever_it_names() throws IOException {
    String header = "X-Workspace-Key: ws_none";
    assertStatus(200, server.basic(admin, "GET", "/workspaces/" + workspace, header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain; charset=UTF-8",
        "application/x-www-form-urlencoded",
        "nonsense"
      })
  void a_body_is_json_whatever_it_is_declared_as(String type) throws IOException {
    String body = "{\"name\":\"caf\u00e9 & b=1\",\"isTest\":null}";
    String head =
        LocalServer.basicHead(
            admin,
            "POST",
            "/workspaces",
            "Content-Type: " + type,
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    try (LocalServer.Caller caller = server.call(head)) {
      caller.socket().getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      JsonNode made = json(201, caller.answer());
      assertEquals("caf\u00e9 & b=1", made.path("name").asText());
      assertTrue(made.path("secretKey").asText().startsWith("sk_live_"));
    }
  }

  @Test
  void a_request_without_a_body_has_no_parameters() throws IOException {
    String path = "/workspaces/" + workspace + "/actions/activate";
    assertStatus(204, server.basic(admin, "POST", path));
    assertStatus(204, server.basic(admin, "POST", path, "Content-Length: 0"));
    assertStatus(204, server.basicSending(admin, "POST", path, "{}"));
    assertError(400, "GENERAL_ERROR", server.basic(admin, "POST", "/workspaces"));
  }

  @Test
  void what_is_wrong_with_a_body_is_told_in_the_words_of_the_dialect() throws IOException {
    JsonNode missing = json(400, server.basicSending(admin, "POST", "/workspaces", "{}"));
    assertEquals("#: required key [name] not found", missing.at("/messages/0").asText());
    JsonNode wrong = json(400, server.basicSending(admin, "POST", "/workspaces", "{\"name\":7}"));
    assertEquals(
        "#/name: expected type: string, found: number", wrong.at("/errors/0/message").asText());
    assertError(400, "GENERAL_ERROR", server.basicSending(admin, "POST", "/workspaces", "{"));
    assertError(
        413,
        "PAYLOAD_TOO_LARGE",
        server.basic(admin, "POST", "/workspaces", "Content-Length: 1048577"));
    assertError(
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        server.whole(
            LocalServer.basicHead(
                    admin, "POST", "/workspaces", "Content-Encoding: gzip", "Content-Length: 2")
                + "{}"));
  }

  @Test
  void a_path_is_split_before_it_is_decoded() throws IOException {
    for (String key : List.of("a%2Fb", "tag1%2F%3A%22-%3C%3E", "%25", "a+b")) {
      assertError(404, "WORKSPACE_NOT_FOUND", server.basic(admin, "GET", "/workspaces/" + key));
    }
    assertError(404, "NOT_FOUND", server.basic(admin, "GET", "/workspaces/a/b"));
  }

  @Test
  void a_plus_in_a_query_is_a_space() throws IOException {
    server.basicSending(admin, "POST", "/workspaces", "{\"name\":\"East Wing\"}");
    JsonNode page = json(200, server.basic(admin, "GET", "/workspaces?filter=st+wi"));
    assertEquals(1, page.path("items").size());
    assertEquals("East Wing", page.at("/items/0/name").asText());
  }

  @Test
  void paths_that_are_not_there_are_answered_in_the_dialect_of_their_beginning()
      throws IOException {
    assertError(404, "NOT_FOUND", server.basic(admin, "GET", "/reports/nothing"));
    assertError(405, "METHOD_NOT_ALLOWED", server.basic(admin, "DELETE", "/workspaces"));
    assertEquals(
        "{\"statusCode\":404,\"message\":\"Not found\"}",
        body(server.basic(admin, "GET", "/nothing")));
    assertTrue(
        body(server.basic(admin, "GET", "/charts/none/thumbnail.svg")).contains("statusCode"));
  }

  @Test
  void a_preflight_opens_v1_and_nothing_of_this_dialect() throws IOException {
    String end = " HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\nConnection: close\r\n\r\n";
    assertTrue(
        server.whole("OPTIONS /api/v1/charts" + end).contains("Access-Control-Allow-Origin: *"));
    assertFalse(server.whole("OPTIONS /workspaces" + end).contains("Access-Control-Allow-Origin"));
  }

  @Test
  void the_system_secret_makes_companies_and_opens_nothing_else() throws IOException {
    String path = "/system/private/create-test-company";
    JsonNode made = json(201, server.basic(LocalServer.SYSTEM_SECRET, "POST", path));
    String theirs = made.at("/admin/secretKey").asText();
    String key = made.at("/workspace/key").asText();
    JsonNode page = json(200, server.basic(theirs, "GET", "/workspaces"));
    assertEquals(1, page.path("items").size());
    JsonNode only = page.at("/items/0");
    assertEquals(made.path("workspace"), only);
    assertTrue(only.path("isDefault").asBoolean() && only.path("isActive").asBoolean());
    assertFalse(only.path("isTest").asBoolean());
    assertTrue(only.path("settings").isObject());
    assertError(404, "WORKSPACE_NOT_FOUND", server.basic(admin, "GET", "/workspaces/" + key));

    assertTurnedAway(401, server.basic(LocalServer.SYSTEM_SECRET, "GET", "/workspaces"));
    assertTurnedAway(401, server.basic(LocalServer.SYSTEM_SECRET + "x", "POST", path));
    assertTurnedAway(401, server.basic(admin, "POST", path));
    assertTurnedAway(
        401, server.whole("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void a_closed_workspace_is_closed_in_every_dialect_until_it_is_opened_again() throws IOException {
    String test = server.company().company().workspaces().getLast().workspace().key();
    String key = server.company().testSecret().text();
    String asked = server.head("GET", "/api/v1/charts", "Connection: close").replace(secret, key);
    assertStatus(200, server.whole(asked));
    assertStatus(204, server.basic(admin, "POST", "/workspaces/" + test + "/actions/deactivate"));
    assertStatus(403, server.whole(asked));
    assertTrue(server.whole(asked).contains("Workspace is not active"));
    assertStatus(204, server.basic(admin, "POST", "/workspaces/" + test + "/actions/activate"));
    assertStatus(200, server.whole(asked));
  }

  @Test
  void a_key_works_in_its_workspace_and_a_company_s_in_the_one_it_names() throws IOException {
    String test = server.company().company().workspaces().getLast().workspace().key();
    String named = "X-Workspace-Key: " + test;
    assertEquals(workspace, made(server.basic(secret, "POST", "/hold-tokens")));
    assertEquals(workspace, made(server.basic(admin, "POST", "/hold-tokens")));
    assertEquals(test, made(server.basic(admin, "POST", "/hold-tokens", named)));
    assertEquals(
        test,
        made(server.basic(admin, "POST", "/hold-tokens", named, "X-Workspace-Key: " + workspace)),
        "the first counts");
    assertEquals(
        workspace,
        made(server.basic(secret, "POST", "/hold-tokens", "X-Workspace-Key: " + workspace)));
  }

  private static String made(String answer) {
    return json(201, answer).path("workspaceKey").asText();
  }

  @Test
  void I12_a_workspace_that_is_not_the_company_s_does_not_exist() throws IOException {
    JsonNode others =
        json(
            201,
            server.basic(LocalServer.SYSTEM_SECRET, "POST", "/system/private/create-test-company"));
    String theirs = "X-Workspace-Key: " + others.at("/workspace/key").asText();
    String nobodys = "X-Workspace-Key: ws_none";
    for (String header : List.of(theirs, nobodys)) {
      assertError(404, "WORKSPACE_NOT_FOUND", server.basic(admin, "POST", "/hold-tokens", header));
      assertError(404, "WORKSPACE_NOT_FOUND", server.basic(secret, "POST", "/hold-tokens", header));
    }
    String publicKey = server.company().livePublic().text();
    assertTurnedAway(403, server.basic(publicKey, "POST", "/hold-tokens"));
  }

  @Test
  void a_closed_workspace_is_closed_to_its_company_s_key_as_well() throws IOException {
    String test = server.company().company().workspaces().getLast().workspace().key();
    String named = "X-Workspace-Key: " + test;
    assertStatus(204, server.basic(admin, "POST", "/workspaces/" + test + "/actions/deactivate"));
    assertTurnedAway(403, server.basic(admin, "POST", "/hold-tokens", named));
    assertStatus(200, server.basic(admin, "GET", "/workspaces/" + test, named));
    assertStatus(204, server.basic(admin, "DELETE", "/workspaces/" + test));
    assertError(404, "WORKSPACE_NOT_FOUND", server.basic(admin, "POST", "/hold-tokens", named));
    assertTurnedAway(
        401, server.basic(server.company().testSecret().text(), "POST", "/hold-tokens"));
  }

  @Test
  void a_change_under_an_idempotency_key_is_made_once() throws IOException {
    String head =
        LocalServer.basicHead(
            admin,
            "POST",
            "/workspaces/" + workspace + "/actions/regenerate-secret-key",
            "Idempotency-Key: once");
    String first = server.whole(head);
    String again = server.whole(head);
    assertEquals(json(200, first), json(200, again));
    assertTrue(again.contains("Idempotent-Replayed: true"), again);
    String nothing =
        LocalServer.basicHead(
            admin,
            "POST",
            "/workspaces/" + workspace + "/actions/activate",
            "Idempotency-Key: void");
    assertStatus(204, server.whole(nothing));
    String replayed = server.whole(nothing);
    assertTurnedAway(204, replayed);
    assertTrue(replayed.contains("Idempotent-Replayed: true"), replayed);
  }
}
