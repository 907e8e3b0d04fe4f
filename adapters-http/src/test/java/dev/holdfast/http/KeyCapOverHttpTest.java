package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.http.tmt.TmtSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A call holds through the key that it came with, as far as it came with one. */
final class KeyCapOverHttpTest {
  private static final String V1 = "/api/v1/events/{event}/seats/hold";
  private static final String TMT = "/hold_seats_seatsio";
  private static final OptionalInt NO_CAP = OptionalInt.empty();

  /** Its one workspace needs no key in tmt. */
  private static LocalServer server(OptionalInt ofPublicKey, OptionalInt ofSecretKey) {
    return new LocalServer(
        HttpSettings.Bounds.STANDARD,
        workspace -> new TmtSettings(Duration.ofMinutes(10), Optional.of(workspace)),
        new KeyCaps(ofPublicKey, ofSecretKey));
  }

  private static String v1(String seats) {
    return "{\"objectLabels\":[" + seats + "],\"holdToken\":\"12345678\"}";
  }

  private static String tmt(String seats) {
    return "{\"data\":{\"event_id\":\"evt_1\",\"seats\":[" + seats + "]}}";
  }

  private static String[] headers(String body) {
    return new String[] {
      "Connection: close", "Content-Type: application/json", "Content-Length: " + body.length()
    };
  }

  private static String publicly(LocalServer server, String body) throws IOException {
    return server.whole(server.publicHead("POST", V1, headers(body)) + body);
  }

  private static String keyless(LocalServer server, String body) throws IOException {
    String head = server.head("POST", TMT, headers(body)).replaceFirst("X-Api-Key: \\S+\r\n", "");
    return server.whole(head + body);
  }

  @Test
  void a_browser_s_key_has_the_cap_of_public_keys() throws IOException {
    try (LocalServer server = server(OptionalInt.of(2), NO_CAP)) {
      assertStatus(200, publicly(server, v1("\"A-1\",\"A-2\"")));
      String refused = publicly(server, v1("\"A-3\""));
      assertStatus(409, refused);
      assertTrue(refused.contains("\"reason\":\"key_limit\""), refused);
      assertStatus(200, server.post(V1, v1("\"A-3\",\"A-4\",\"A-5\"")));
      assertStatus(200, server.post(TMT, tmt("\"A-6\"")));
    }
  }

  @Test
  void a_server_s_key_has_the_cap_of_secret_keys_in_both_dialects() throws IOException {
    try (LocalServer server = server(NO_CAP, OptionalInt.of(2))) {
      assertStatus(200, server.post(V1, v1("\"A-1\"")));
      String refused = server.post(TMT, tmt("\"A-2\",\"A-3\""));
      assertStatus(400, refused);
      assertTrue(refused.contains("\"error\":\"KEY_LIMIT\""), refused);
      assertStatus(200, server.post(TMT, tmt("\"A-2\"")));
      assertStatus(409, server.post(V1, v1("\"A-3\"")));
      assertStatus(200, publicly(server, v1("\"A-3\",\"A-4\",\"A-5\"")));
    }
  }

  @Test
  void a_call_that_needs_no_key_has_no_cap() throws IOException {
    try (LocalServer server = server(OptionalInt.of(1), OptionalInt.of(1))) {
      assertStatus(200, keyless(server, tmt("\"A-1\",\"A-2\"")));
      assertStatus(200, keyless(server, tmt("\"A-3\"")));
      assertStatus(200, server.post(TMT, tmt("\"A-4\"")));
      assertStatus(400, server.post(TMT, tmt("\"A-5\"")));
    }
  }
}
