package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who may ask at all, and what a browser may ask. */
public abstract class KeyRules extends V1Rules {

  /** One request of every operation, each well-formed and aimed at what exists. */
  private List<Function<V1Client, Answer>> operationsOfServers() {
    ObjectNode chart = Json.object("name", "Hall");
    ObjectNode event = Json.object("chartKey", venue.chartKey());
    ObjectNode token = Json.object("holdToken", token());
    return List.of(
        caller -> caller.get(TestVenue.CHARTS),
        caller -> caller.get(venue.chartPath("")),
        caller -> caller.get(venue.chartPath("/draft")),
        caller -> caller.post(TestVenue.CHARTS, chart),
        caller -> caller.patch(venue.chartPath(""), chart),
        caller -> caller.post(venue.chartPath("/publish")),
        caller -> caller.post(venue.chartPath("/unpublish")),
        caller -> caller.delete(venue.chartPath("")),
        caller -> caller.get(TestVenue.EVENTS),
        caller -> caller.post(TestVenue.EVENTS, event),
        caller -> caller.patch(venue.path(""), Json.object("name", "x")),
        caller -> caller.get(venue.path("/reports")),
        caller -> caller.post(venue.path("/seats/extend"), token),
        caller -> caller.delete(venue.path("")));
  }

  private List<Function<V1Client, Answer>> operationsOfBrowsers(String token) {
    ObjectNode hold = Json.object("objectLabel", "A-1", "holdToken", token);
    ObjectNode release = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    return List.of(
        caller -> caller.get(venue.path("")),
        caller -> caller.get(venue.path("/chart")),
        caller -> caller.get(venue.path("/status")),
        caller -> caller.post(venue.path("/seats/hold"), hold),
        caller -> caller.post(venue.path("/seats/release"), release));
  }

  private String fingerprint() {
    return venue.status().ok().raw()
        + venue.sk().get(TestVenue.CHARTS).ok().raw()
        + venue.sk().get(TestVenue.EVENTS).ok().raw();
  }

  @Test
  void B_21_without_a_key_nothing_is_answered_and_nothing_changes() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    String before = fingerprint();

    for (Function<V1Client, Answer> operation : operationsOfServers()) {
      Check.envelope(401, "Missing API key", operation.apply(nobody));
    }
    for (Function<V1Client, Answer> operation : operationsOfBrowsers(token())) {
      Check.envelope(401, "Missing API key", operation.apply(nobody));
    }

    assertEquals(before, fingerprint());
  }

  @Test
  void B_21_with_a_wrong_key_nothing_is_answered_and_nothing_changes() {
    String before = fingerprint();
    String sk = venue.sk().key();
    String flipped = sk.substring(0, sk.length() - 1) + (sk.endsWith("x") ? "y" : "x");

    for (String key :
        List.of(
            "nonsense",
            "sk_test_",
            "sk_test_" + "a".repeat(32),
            "sk_" + "a".repeat(32),
            flipped,
            sk + "x",
            sk.substring(0, sk.length() - 1),
            sk.toUpperCase(Locale.ROOT),
            sk.replace("sk_test_", "sk_live_"),
            sk.replace("sk_test_", "pk_test_"),
            "x".repeat(5000))) {
      V1Client stranger = V1Client.withKey(service().baseUri(), key);
      Check.envelope(401, "Invalid API key", stranger.get(venue.path("/status")));
    }
    V1Client stranger = V1Client.withKey(service().baseUri(), flipped);
    for (Function<V1Client, Answer> operation : operationsOfServers()) {
      Check.envelope(401, "Invalid API key", operation.apply(stranger));
    }

    assertEquals(before, fingerprint());
  }

  @Test
  void the_key_is_asked_for_before_the_body_is_looked_at() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, nobody.post(venue.path("/seats/book"), "{\"broken"));
    Check.envelope(401, nobody.post(TestVenue.EVENTS + "/evt_unknown/seats/book", "{}"));
    Check.envelope(401, nobody.get(TestVenue.EVENTS + "/evt_unknown"));
  }

  @Test
  void a_company_s_admin_key_opens_nothing_in_v1() {
    String admin = venue.workspace().made().path("adminSecretKey").asText();
    assertFalse(admin.isBlank());

    for (String key : List.of(admin, service().adminKey())) {
      Answer refused = V1Client.withKey(service().baseUri(), key).get(venue.path("/status"));
      assertTrue(refused.status() == 401 || refused.status() == 403, refused::shortened);
      Check.envelope(refused.status(), refused);
    }
  }

  @Test
  void a_key_in_another_place_than_the_header_is_no_key() {
    String query = venue.path("/status") + "?key=" + venue.pk().key();
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, nobody.get(query));
    Check.envelope(
        401, nobody.with("Authorization", "Bearer " + venue.sk().key()).get(venue.path("")));
  }

  @Test
  void B_21_a_browser_s_key_is_refused_where_only_servers_may_go() {
    String before = fingerprint();

    for (Function<V1Client, Answer> operation : operationsOfServers()) {
      Answer refused = operation.apply(venue.pk());
      Check.envelope(403, refused);
      assertFalse(refused.body().has("errors"), refused::shortened);
    }

    assertEquals(before, fingerprint());
  }

  @Test
  void a_browser_reads_holds_and_gives_back() {
    for (Function<V1Client, Answer> operation : operationsOfBrowsers(token())) {
      operation.apply(venue.pk()).ok();
    }

    assertEquals(List.of(), venue.objects());
  }

  @Test
  void a_browser_s_hold_is_answered_like_a_server_s() {
    String token = token();

    Answer held = venue.asBrowser().hold("A-1", token).ok();

    assertEquals(token, held.text("holdToken"));
    assertEquals(token, venue.object("A-1").path("holdToken").asText());
    venue.book(List.of("A-1"), token).ok();
  }

  @Test
  void the_server_may_do_whatever_a_browser_may() {
    for (Function<V1Client, Answer> operation : operationsOfBrowsers(token())) {
      operation.apply(venue.sk()).ok();
    }
  }
}
