package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.SeatStream.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may listen, and what a browser hears. */
public abstract class StreamAccessRules extends V1Rules {

  private static final Pattern KEY = Pattern.compile("(pk|sk)_test_[A-Za-z0-9]{24,}");
  private static final String SECRET = "Ada-Lovelace-1815";

  private String path(String query) {
    return venue.path("/stream" + query);
  }

  private List<SeatStream> browsers() {
    return List.of(
        SeatStream.open(service().baseUri(), path(""), SeatStream.as(venue.pk())),
        SeatStream.open(service().baseUri(), path("?key=" + venue.pk().key()), Map.of()));
  }

  private ObjectNode hold(String label, String token) {
    return Json.object(
        "objectLabel", label, "holdToken", token, "extraData", Json.object("customer", SECRET));
  }

  @Test
  void a_browser_hears_states_and_deadlines_and_neither_tokens_nor_extra_data() {
    String token = token();
    venue.seats("hold", hold("A-1", token)).ok();
    for (SeatStream stream : browsers()) {
      try (stream) {
        Frame snapshot = stream.snapshot();
        assertDiscreet(snapshot, token);
        assertEquals(
            venue.asBrowser().status().ok().at("objects"), snapshot.json().path("objects"));
        venue.seats("hold", hold("A-2", token)).ok();
        venue.book(List.of("A-2"), token).ok();
        venue.release(List.of("A-2")).ok();
        for (String type : List.of("held", "booked", "released")) {
          Frame frame = stream.next();
          assertDiscreet(frame, token);
          assertEquals(type, Changes.type(frame.json()));
          assertEquals("A-2", frame.json().path("objectLabel").asText());
          JsonNode entry = frame.json();
          assertTrue(
              entry.path("holdToken").isNull() || entry.path("holdToken").isMissingNode(),
              frame::toString);
        }
      }
    }
  }

  @Test
  void a_browser_that_comes_back_hears_no_more_than_before() {
    String token = token();
    venue.seats("hold", hold("A-1", token)).ok();
    venue.book(List.of("A-1"), token).ok();
    String query = "?after=0&key=" + venue.pk().key();
    try (SeatStream stream = SeatStream.open(service().baseUri(), path(query), Map.of())) {
      for (int seq = 1; seq <= 2; seq++) {
        Frame frame = stream.next();
        assertEquals(seq, frame.seq());
        assertDiscreet(frame, token);
      }
    }
  }

  private static void assertDiscreet(Frame frame, String token) {
    assertFalse(frame.data().contains(token), frame::toString);
    assertFalse(frame.data().contains(SECRET), frame::toString);
  }

  @Test
  void a_server_hears_tokens_and_extra_data() {
    String token = token();
    try (SeatStream stream = SeatStream.of(venue)) {
      stream.snapshot();
      venue.seats("hold", hold("A-1", token)).ok();

      Frame frame = stream.next();

      assertEquals(token, frame.json().path("holdToken").asText());
      assertEquals(SECRET, frame.json().path("extraData").path("customer").asText());
    }
  }

  @Test
  void without_a_good_key_nobody_listens() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, "Missing API key", SeatStream.refusal(nobody, path("")));
    Check.envelope(
        401, "Invalid API key", SeatStream.refusal(nobody, path("?key=pk_test_" + "a".repeat(32))));
    Check.envelope(
        401,
        "Invalid API key",
        SeatStream.refusal(
            V1Client.withKey(service().baseUri(), "sk_test_" + "a".repeat(32)), path("")));
    Check.envelope(401, SeatStream.refusal(nobody, path("?key=")));
  }

  @Test
  void a_server_s_key_in_a_query_is_refused() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, SeatStream.refusal(nobody, path("?key=" + venue.sk().key())));
  }

  @Test
  void a_key_that_is_revoked_hears_no_more() {
    V1Client admin = Workspace.admin(service());
    String keys =
        "/admin/workspaces/" + venue.workspace().made().path("testWorkspaceKey").asText() + "/keys";
    for (String kind : List.of("public", "secret")) {
      Answer made = admin.post(keys, Json.object("kind", kind)).expect(201);
      Matcher key = KEY.matcher(made.raw());
      assertTrue(key.find(), made::shortened);
      V1Client caller = V1Client.withKey(service().baseUri(), key.group());
      try (SeatStream stream =
          SeatStream.open(service().baseUri(), path(""), SeatStream.as(caller))) {
        stream.snapshot();

        admin.delete(keys + "/" + made.text("id"));

        Eventually.within(
            WebhookInbox.PATIENCE,
            "the stream of a revoked " + kind + " key ends",
            () -> stream.poll(Duration.ofMillis(100)).filter(SeatStream::isEnd).isPresent());
      }
    }
  }

  @Test
  void changes_and_history_take_no_key_in_a_query_and_no_browser_s_key() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    for (String rest : List.of("/changes", "/seats/A-1/history")) {
      Check.envelope(401, nobody.get(venue.path(rest + "?key=" + venue.pk().key())));
      Check.envelope(401, nobody.get(venue.path(rest + "?key=" + venue.sk().key())));
      Check.envelope(403, venue.pk().get(venue.path(rest)));
    }
  }

  @Test
  void B_25_an_event_of_another_workspace_does_not_exist() {
    Workspace other = Workspace.make(service());
    for (V1Client outsider :
        List.of(
            venue.workspace().liveSecret(), venue.workspace().livePublic(), other.testSecret())) {
      Check.envelope(404, "Event not found", SeatStream.refusal(outsider, path("")));
      if (outsider.key().startsWith("sk_")) {
        Check.envelope(404, "Event not found", outsider.get(venue.path("/changes")));
        Check.envelope(404, "Event not found", outsider.get(venue.path("/seats/A-1/history")));
      } else {
        V1Client nobody = V1Client.withoutKey(service().baseUri());
        Check.envelope(
            404, "Event not found", SeatStream.refusal(nobody, path("?key=" + outsider.key())));
      }
    }
    for (String rest : List.of("/stream", "/changes", "/seats/A-1/history")) {
      Check.envelope(
          404, "Event not found", venue.sk().get(TestVenue.EVENTS + "/evt_unknown" + rest));
    }
  }

  @Test
  void a_page_of_another_origin_may_listen() {
    Map<String, String> page =
        Map.of("Origin", "https://tickets.example.org", "Accept", "text/event-stream");
    String query = "?key=" + venue.pk().key();
    try (SeatStream stream = SeatStream.open(service().baseUri(), path(query), page)) {
      assertTrue(
          List.of("*", "https://tickets.example.org")
              .contains(stream.header("Access-Control-Allow-Origin")),
          stream.header("Access-Control-Allow-Origin"));
      stream.snapshot();
    }
  }

  @Test
  void a_preflight_allows_to_come_back_and_to_ask_for_news_only() {
    for (String rest : List.of("/stream", "/status")) {
      for (String wanted : List.of("last-event-id", "if-none-match")) {
        Answer allowed =
            V1Client.withoutKey(service().baseUri())
                .with("Origin", "https://tickets.example.org")
                .with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "x-api-key, " + wanted)
                .options(venue.path(rest));
        assertTrue(allowed.status() == 200 || allowed.status() == 204, allowed::shortened);
        String headers = allowed.header("Access-Control-Allow-Headers");
        assertTrue(headers.toLowerCase(Locale.ROOT).contains(wanted), headers);
      }
    }
  }
}
