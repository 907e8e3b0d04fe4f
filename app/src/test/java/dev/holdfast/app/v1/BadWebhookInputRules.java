package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every member of a webhook, wrong in every way, and as large as it may be. */
public abstract class BadWebhookInputRules extends V1Rules {

  private static final String URL = "https://93.184.216.34/seats";
  private static final int LONGEST_URL = 2048;

  private static ObjectNode good() {
    return Json.object("url", URL, "events", List.of("seat.held"), "description", "x");
  }

  private static String quoted(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String urlOf(int length) {
    return URL + "?" + "x".repeat(length - URL.length() - 1);
  }

  /** What both making and changing refuse. */
  private static List<BadCase> members() {
    List<BadCase> cases = new ArrayList<>();
    ObjectNode good = good();
    for (String url :
        List.of(
            "",
            " ",
            "seats",
            "//93.184.216.34/seats",
            "https://",
            "https://93.184.216.34:99999/",
            "https://a b/",
            "ftp://93.184.216.34/seats",
            "file:///etc/passwd",
            "javascript:alert(1)")) {
      cases.add(BadCase.with(good, "url", "\"" + url + "\"", ""));
    }
    cases.add(BadCase.with(good, "url", "\"" + urlOf(LONGEST_URL + 1) + "\"", ""));
    cases.add(BadCase.with(good, "url", "5", "Expected string, received number"));
    cases.add(BadCase.with(good, "url", "null", "Expected string, received null"));
    cases.add(BadCase.with(good, "url", "[]", "Expected string, received array"));
    cases.add(BadCase.with(good, "events", "\"seat.held\"", "Expected array, received string"));
    cases.add(BadCase.with(good, "events", "null", "Expected array, received null"));
    cases.add(BadCase.with(good, "events", "{}", "Expected array, received object"));
    cases.add(BadCase.with(good, "events", "[]", "Array must contain at least 1 element(s)"));
    for (String event : List.of("seat.extended", "", "SEAT.HELD", "seat.held ", "*")) {
      String list = Json.array("seat.held", event).toString();
      cases.add(BadCase.with(good, "events", list, "events.1", wrongEvent(event)));
    }
    cases.add(BadCase.with(good, "events", "[5]", "events.0", ""));
    cases.add(BadCase.with(good, "events", "[null]", "events.0", ""));
    cases.add(
        BadCase.with(
            good, "description", quoted(256), "String must contain at most 255 character(s)"));
    cases.add(BadCase.with(good, "description", "5", "Expected string, received number"));
    cases.add(BadCase.with(good, "description", "{}", "Expected string, received object"));
    return cases;
  }

  private static String wrongEvent(String event) {
    return "Invalid enum value. Expected 'seat.held' | 'seat.booked' | 'seat.released'"
        + " | 'seat.hold_expired', received '"
        + event
        + "'";
  }

  private String fingerprint() {
    return venue.sk().get(Hook.WEBHOOKS).ok().raw();
  }

  @Test
  void bad_members_of_a_new_webhook_are_named() {
    List<BadCase> cases = new ArrayList<>(members());
    cases.add(BadCase.without(good(), "url"));
    cases.add(BadCase.without(good(), "events"));

    BadCase.allRefused(cases, body -> venue.sk().post(Hook.WEBHOOKS, body), this::fingerprint);
  }

  @Test
  void bad_members_of_a_change_are_named() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);
    List<BadCase> cases = new ArrayList<>(members());
    cases.add(BadCase.with(good(), "enabled", "\"true\"", "Expected boolean, received string"));
    cases.add(BadCase.with(good(), "enabled", "1", "Expected boolean, received number"));
    cases.add(BadCase.with(good(), "enabled", "null", "Expected boolean, received null"));

    BadCase.allRefused(cases, hook::change, this::fingerprint);
  }

  @Test
  void a_change_that_names_nothing_is_refused_as_a_whole() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);
    String before = fingerprint();

    Check.refused("_root"::equals, hook.change("{}"));
    Check.refused("_root"::equals, hook.change(Json.object("unknown", 5)));
    Check.refused("_root"::equals, hook.change(Json.object("secret", "whsec_mine")));

    assertEquals(before, fingerprint());
  }

  @Test
  void several_bad_members_are_all_named() {
    ObjectNode bad = Json.object("events", List.of("seat.lost"), "description", 5);

    assertEquals(
        List.of("description", "events.0", "url"),
        Json.sorted(Json.names(Check.errors(venue.sk().post(Hook.WEBHOOKS, bad)))));
  }

  @Test
  void the_longest_url_and_description_are_kept() {
    String url = urlOf(LONGEST_URL);
    String description = "x".repeat(255);
    ObjectNode body = Json.object("url", url, "events", Hook.ALL, "description", description);

    String id = venue.sk().post(Hook.WEBHOOKS, body).expect(201).text("id");

    Answer read = venue.sk().get(Hook.WEBHOOKS + "/" + id).ok();
    assertEquals(url, read.text("url"));
    assertEquals(description, read.text("description"));
  }

  @Test
  void a_body_that_is_no_object_is_refused_as_a_whole() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);
    String before = fingerprint();
    for (String body : List.of("", "{", "nonsense")) {
      Check.refused("_root"::equals, venue.sk().post(Hook.WEBHOOKS, body));
      Check.refused("_root"::equals, hook.change(body));
    }
    for (String[] one : new String[][] {{"[]", "array"}, {"\"x\"", "string"}, {"5", "number"}}) {
      String text = "Expected object, received " + one[1];
      Check.refused("_root", text, venue.sk().post(Hook.WEBHOOKS, one[0]));
      Check.refused("_root", text, hook.change(one[0]));
    }
    assertEquals(before, fingerprint());
  }

  @Test
  void pages_out_of_range_are_refused() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);
    for (String path : List.of(Hook.WEBHOOKS, hook.path("/deliveries"))) {
      for (String bad : List.of("0", "-1", "abc", "1.5", "99999999999999999999")) {
        Check.refused("page"::equals, venue.sk().get(path + "?page=" + bad));
      }
      for (String bad : List.of("0", "-1", "101", "abc", "1.5")) {
        Check.refused("limit"::equals, venue.sk().get(path + "?limit=" + bad));
      }
    }
  }

  @Test
  void text_with_nul_or_a_lone_surrogate_is_refused() {
    for (String text : List.of("\"a\\u0000b\"", "\"a\\ud800b\"")) {
      BadCase bad = BadCase.with(good(), "description", text, "");
      BadCase.allRefused(
          List.of(bad), body -> venue.sk().post(Hook.WEBHOOKS, body), this::fingerprint);
    }
  }

  @Test
  void operations_without_a_body_may_have_one() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);

    venue.sk().post(hook.path("/rotate-secret"), "{}").ok();
  }

  @Test
  void a_method_that_a_path_does_not_take_is_refused() {
    Hook hook = Hook.make(venue.sk(), URL, Hook.ALL);

    Check.envelope(405, venue.sk().delete(Hook.WEBHOOKS));
    Check.envelope(405, venue.sk().post(hook.path(""), "{}"));
    Check.envelope(405, venue.sk().get(hook.path("/test")));
    Check.envelope(405, venue.sk().post(hook.path("/deliveries"), "{}"));
  }
}
