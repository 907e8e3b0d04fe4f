package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Workspaces and their keys. */
public abstract class AdminRules extends V1Rules {

  private static final String WORKSPACES = "/admin/workspaces";
  private static final Pattern KEY = Pattern.compile("(pk|sk)_(live|test)_[A-Za-z0-9]{24,}");

  private V1Client admin() {
    return Workspace.admin(service());
  }

  private String keysPath(String workspace) {
    return WORKSPACES + "/" + venue.workspace().made().path(workspace).asText() + "/keys";
  }

  private static String onlyKey(Answer made) {
    assertTrue(made.status() == 201 || made.status() == 200, made::shortened);
    Matcher matcher = KEY.matcher(made.raw());
    assertTrue(matcher.find(), made::shortened);
    String key = matcher.group();
    assertFalse(matcher.find(), "one key, shown once");
    return key;
  }

  @Test
  void a_new_workspace_is_answered_with_both_sides_and_all_keys() {
    JsonNode made = admin().post(WORKSPACES, Json.object("name", "Opera")).expect(201).body();

    assertEquals("Opera", made.path("name").asText());
    for (String member : List.of("workspaceKey", "testWorkspaceKey", "companyKey")) {
      assertFalse(made.path(member).asText().isBlank(), made::toString);
    }
    assertNotEquals(made.path("workspaceKey"), made.path("testWorkspaceKey"));
    assertTrue(made.path("adminSecretKey").asText().startsWith("adm_"), made::toString);
    Set<String> distinct = new HashSet<>();
    for (String side : List.of("live", "test")) {
      JsonNode keys = made.path("keys").path(side);
      assertKey("pk_" + side + "_", keys.path("publicKey").asText());
      assertKey("sk_" + side + "_", keys.path("secretKey").asText());
      distinct.add(keys.path("publicKey").asText().substring(8));
      distinct.add(keys.path("secretKey").asText().substring(8));
    }
    assertEquals(4, distinct.size());
  }

  private static void assertKey(String prefix, String key) {
    assertTrue(key.startsWith(prefix) && KEY.matcher(key).matches(), key);
  }

  @Test
  void without_the_admin_key_the_admin_paths_are_shut() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    List<V1Client> strangers =
        List.of(
            nobody,
            nobody.with("X-Admin-Key", service().adminKey() + "x"),
            nobody.with("X-Admin-Key", "x"),
            nobody.with("X-Admin-Key", venue.workspace().made().path("adminSecretKey").asText()),
            nobody.with("X-Admin-Key", venue.sk().key()),
            venue.sk());

    for (V1Client stranger : strangers) {
      Check.envelope(401, stranger.get(WORKSPACES));
      Check.envelope(401, stranger.post(WORKSPACES, Json.object("name", "Mine")));
      Check.envelope(
          401, stranger.post(keysPath("testWorkspaceKey"), Json.object("kind", "secret")));
      Check.envelope(401, stranger.delete(keysPath("testWorkspaceKey") + "/1"));
    }
  }

  @Test
  void the_list_names_workspaces_and_shows_no_key() {
    Answer list = admin().get(WORKSPACES).ok();

    assertTrue(list.raw().contains(venue.workspace().made().path("workspaceKey").asText()));
    assertFalse(KEY.matcher(list.raw()).find(), "a key is shown once");
    assertFalse(list.raw().contains(venue.sk().key()));
    String adminSecret = venue.workspace().made().path("adminSecretKey").asText();
    assertFalse(list.raw().contains(adminSecret));
  }

  @Test
  void a_further_key_works_beside_the_first() {
    Answer made = admin().post(keysPath("testWorkspaceKey"), Json.object("kind", "secret"));
    String key = onlyKey(made);

    assertTrue(key.startsWith("sk_test_"), key);
    V1Client.withKey(service().baseUri(), key).get(venue.path("/reports")).ok();
    venue.sk().get(venue.path("/reports")).ok();
  }

  @Test
  void a_further_public_key_is_as_limited_as_the_first() {
    String key = onlyKey(admin().post(keysPath("testWorkspaceKey"), Json.object("kind", "public")));

    assertTrue(key.startsWith("pk_test_"), key);
    V1Client browser = V1Client.withKey(service().baseUri(), key);
    browser.get(venue.path("/status")).ok();
    Check.envelope(403, browser.get(venue.path("/reports")));
  }

  @Test
  void keys_of_the_live_workspace_are_live_keys() {
    String key = onlyKey(admin().post(keysPath("workspaceKey"), Json.object("kind", "secret")));

    assertTrue(key.startsWith("sk_live_"), key);
    V1Client live = V1Client.withKey(service().baseUri(), key);
    live.get(TestVenue.EVENTS).ok();
    Check.envelope(404, live.get(venue.path("")));
  }

  @Test
  void a_revoked_key_is_dead_within_a_second_and_no_other_is() {
    for (String kind : List.of("secret", "public")) {
      Answer made = admin().post(keysPath("testWorkspaceKey"), Json.object("kind", kind));
      V1Client revoked = V1Client.withKey(service().baseUri(), onlyKey(made));
      // Used first, so that a cache of keys would know it.
      revoked.get(venue.path("/status")).ok();

      Answer gone = admin().delete(keysPath("testWorkspaceKey") + "/" + made.text("id"));

      assertTrue(gone.status() == 200 || gone.status() == 204, gone::shortened);
      Eventually.within(
          Duration.ofSeconds(1),
          "a revoked " + kind + " key is refused",
          () -> revoked.get(venue.path("/status")).status() == 401);
      Check.envelope(401, "Invalid API key", revoked.get(venue.path("/status")));
      venue.sk().get(venue.path("/status")).ok();
      venue.pk().get(venue.path("/status")).ok();
    }
  }

  @Test
  void a_key_is_revoked_under_its_own_workspace_only() {
    Answer made = admin().post(keysPath("testWorkspaceKey"), Json.object("kind", "secret"));
    V1Client caller = V1Client.withKey(service().baseUri(), onlyKey(made));

    Check.envelope(404, admin().delete(keysPath("workspaceKey") + "/" + made.text("id")));
    Check.envelope(404, admin().delete(keysPath("testWorkspaceKey") + "/unknown"));

    caller.get(venue.path("/status")).ok();
  }

  @Test
  void bad_requests_of_the_admin_are_named_by_member() {
    Check.refused("name"::equals, admin().post(WORKSPACES, "{}"));
    Check.refused("name"::equals, admin().post(WORKSPACES, Json.object("name", 5)));
    String keys = keysPath("testWorkspaceKey");
    Check.refused("kind"::equals, admin().post(keys, "{}"));
    Check.refused("kind"::equals, admin().post(keys, Json.object("kind", "golden")));
    Check.refused("_root"::equals, admin().post(WORKSPACES, "{\"name\":"));
    Check.envelope(404, admin().post(WORKSPACES + "/unknown/keys", Json.object("kind", "secret")));
  }

  @Test
  void the_service_says_that_it_is_alive_and_ready() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    nobody.get("/health/live").ok();
    Answer ready = nobody.get("/health/ready").ok();
    assertTrue(ready.raw().contains("ok") || ready.raw().contains("bypassed"), ready::shortened);
  }
}
