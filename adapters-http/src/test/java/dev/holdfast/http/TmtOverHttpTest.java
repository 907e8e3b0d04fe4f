package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.http.tmt.TmtSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tmt dialect before and after its functions: keys, bodies, pages of other origins, trouble.
 */
final class TmtOverHttpTest {
  private static final String HOLD = "{\"data\":{\"event_id\":\"evt_1\",\"seats\":[\"A-7\"]}}";

  private static LocalServer server(UnaryOperator<UseCases> engine, boolean open) {
    return new LocalServer(
        HttpSettings.Bounds.STANDARD,
        () -> {},
        engine,
        workspace ->
            new TmtSettings(
                Duration.ofMinutes(10), open ? Optional.of(workspace) : Optional.empty()));
  }

  private static LocalServer server() {
    return server(engine -> engine, false);
  }

  private static void assertError(int status, String error, String answer) {
    assertStatus(status, answer);
    assertTrue(answer.contains("\"status\":" + status + ","), answer);
    assertTrue(answer.contains("\"valido\":false,\"error\":\"" + error + "\""), answer);
    assertTrue(answer.contains("Access-Control-Allow-Origin: *"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Length: 0\r\n",
        "Transfer-Encoding: chunked\r\n|0\r\n\r\n",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n|0\r\n\r\n",
        "Content-Type: application/json\r\nContent-Length: 2\r\n|{}",
        "Content-Type: application/json\r\nContent-Length: 11\r\n|{\"data\":{}}",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n|2\r\n{}\r\n0\r\n\r\n",
      })
  void a_list_needs_no_body(String request) throws IOException {
    try (LocalServer server = server()) {
      for (String path : new String[] {"/list_event_seatsio", "/tmt/list_charts_seatsio"}) {
        String answer = server.whole(post(server, path, request));
        assertStatus(200, answer);
        assertTrue(answer.contains("\"message\":\"Listado de "), answer);
      }
    }
  }

  private static String post(LocalServer server, String path, String request) {
    String headers = request.split("\\|", 2)[0];
    String head = server.head("POST", path, (headers + "Connection: close").split("\r\n", -1));
    return head + (request.contains("|") ? request.split("\\|", 2)[1] : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "415 | UNSUPPORTED_MEDIA_TYPE | Content-Type: text/plain; Content-Length: 2 | {}",
        "415 | UNSUPPORTED_MEDIA_TYPE | Transfer-Encoding: chunked | 2_{}_0__",
        "400 | INVALID_REQUEST | Content-Type: application/json; Content-Length: 2 | []",
        "413 | PAYLOAD_TOO_LARGE | Content-Type: application/json; Content-Length: 1048577 | ''",
      })
  void a_body_that_no_list_can_do_with_is_refused(
      int status, String error, String headers, String body) throws IOException {
    try (LocalServer server = server()) {
      String request = headers.replace("; ", "\r\n") + "\r\n|" + body.replace("_", "\r\n");
      assertError(status, error, server.whole(post(server, "/list_event_seatsio", request)));
    }
  }

  @Test
  void a_function_is_called_by_post_and_by_its_name() throws IOException {
    try (LocalServer server = server()) {
      String get = server.get("/hold_seats_seatsio");
      assertError(405, "METHOD_NOT_ALLOWED", get);
      assertTrue(get.contains("Allow: POST"), get);
      assertError(404, "NOT_FOUND", server.post("/tmt/nothing", "{}"));
      assertError(404, "NOT_FOUND", server.post("/nothing_seatsio", "{}"));
    }
  }

  private static String keyless(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }

  private static String keyed(String path, String key) {
    return keyless(path).replace("\r\n\r\n", "\r\nX-Api-Key: " + key + "\r\n\r\n");
  }

  @Test
  void a_secret_key_is_needed() throws IOException {
    try (LocalServer server = server()) {
      String path = "/list_event_seatsio";
      assertError(401, "UNAUTHORIZED", server.whole(keyless(path)));
      assertError(401, "UNAUTHORIZED", server.whole(keyed(path, "sk_live_" + "x".repeat(24))));
      assertError(
          403, "FORBIDDEN", server.whole(server.publicHead("POST", path, "Connection: close")));
    }
  }

  @Test
  void where_a_workspace_is_open_no_key_is_needed_but_a_wrong_one_is_wrong() throws IOException {
    try (LocalServer server = server(engine -> engine, true)) {
      String path = "/list_event_seatsio";
      String open = server.whole(keyless(path));
      assertStatus(200, open);
      assertTrue(open.contains("\"key\":\"evt_1\""), open);
      assertError(401, "UNAUTHORIZED", server.whole(keyed(path, "nonsense")));
      assertError(
          403, "FORBIDDEN", server.whole(server.publicHead("POST", path, "Connection: close")));
      assertStatus(401, server.whole(keyless("/api/v1/charts")));
    }
  }

  @Test
  void pages_of_any_origin_may_call_functions_under_both_paths() throws IOException {
    try (LocalServer server = server()) {
      for (String path : new String[] {"/hold_seats_seatsio", "/tmt/hold_seats_seatsio"}) {
        String answer = server.whole(keyless(path).replace("POST", "OPTIONS"));
        assertStatus(204, answer);
        assertTrue(answer.contains("Access-Control-Allow-Origin: *"), answer);
        assertTrue(answer.contains("Access-Control-Allow-Headers: X-Api-Key,"), answer);
      }
      String elsewhere = server.whole(keyless("/x/hold_seats_seatsio").replace("POST", "OPTIONS"));
      assertFalse(elsewhere.contains("Access-Control"), elsewhere);
    }
  }

  @Test
  void a_picture_s_url_begins_with_the_host_that_was_asked_if_it_is_one() throws IOException {
    try (LocalServer server = server()) {
      String list = server.head("POST", "/list_charts_seatsio", "Connection: close");
      for (String host : new String[] {"seats.example.com", "10.0.0.1:8443", "[::1]:3000"}) {
        String answer = server.whole(list.replace("Host: x", "Host: " + host));
        assertTrue(answer.contains("\"http://" + host + "/charts/chart_"), answer);
      }
      String none = server.whole(list.replace("HTTP/1.1\r\nHost: x", "HTTP/1.0"));
      assertTrue(none.contains("\"publishedVersionThumbnailUrl\":\"/charts/chart_"), none);
      for (String odd :
          new String[] {"a b", "x/y", "x@y", "<x>", "x\"y", "x:y", "", "x!", "x;y", "x%41"}) {
        String answer = server.whole(list.replace("Host: x", "Host: " + odd));
        assertFalse(answer.contains("http://"), answer);
      }
    }
  }

  /** The engine with one of its methods in trouble. */
  private static UnaryOperator<UseCases> failing(String method, RuntimeException trouble) {
    return engine ->
        EngineWith.reservations(
            engine,
            Interposed.on(
                Reservations.class,
                engine.reservations(),
                method,
                _ -> {
                  throw trouble;
                }));
  }

  @Test
  void trouble_is_told_in_the_words_of_the_dialect() throws IOException {
    String away = hold(new StoreFailure.Unavailable("", null));
    assertError(500, "STORE_UNAVAILABLE", away);
    assertTrue(away.contains("Retry-After: 1"), away);
    String busy = hold(new ReservationFailure.Overloaded("", Duration.ofSeconds(2), null));
    assertError(503, "UNAVAILABLE", busy);
    assertTrue(busy.contains("Retry-After: 2"), busy);
    String unknown = hold(new ReservationFailure.OutcomeUnknown("", null));
    assertError(500, "OUTCOME_UNKNOWN", unknown);
    assertTrue(unknown.contains("\"incident\":\""), unknown);
    assertError(500, "INTERNAL", hold(new IllegalStateException("")));
  }

  private static String hold(RuntimeException trouble) throws IOException {
    try (LocalServer server = server(failing("hold", trouble), false)) {
      return server.post("/hold_seats_seatsio", HOLD);
    }
  }

  @Test
  void what_says_that_nothing_was_changed_has_changed_nothing() throws IOException {
    StoreFailure away = new StoreFailure.Unavailable("", null);
    try (LocalServer server = server(failing("plan", away), false)) {
      assertError(500, "STORE_UNAVAILABLE", server.post("/hold_seats_seatsio", HOLD));

      String status = server.get("/api/v1/events/{event}/status");
      assertStatus(200, status);
      assertFalse(status.contains("A-7"), status);
      assertEquals(-1, status.indexOf("\"held\""), status);
    }
  }
}
