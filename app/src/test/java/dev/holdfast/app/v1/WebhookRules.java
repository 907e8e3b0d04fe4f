package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Webhooks are made, read, changed and deleted. */
public abstract class WebhookRules extends V1Rules {

  private static final String URL = "https://93.184.216.34/seats";
  private static final Pattern ID = Pattern.compile("wh_[A-Za-z0-9_-]{12,}");
  private static final Pattern SECRET = Pattern.compile("whsec_[0-9a-f]{32}");

  private Hook make() {
    return Hook.make(venue.sk(), URL, Hook.ALL);
  }

  @Test
  void a_new_webhook_is_answered_with_its_secret() {
    ObjectNode body =
        Json.object(
            "url",
            URL + "?tenant=7",
            "events",
            List.of("seat.booked", "seat.released"),
            "description",
            "Box office é");

    Answer made = venue.sk().post(Hook.WEBHOOKS, body).expect(201);

    assertTrue(ID.matcher(made.text("id")).matches(), made::shortened);
    assertTrue(SECRET.matcher(made.text("secret")).matches(), made::shortened);
    assertEquals(URL + "?tenant=7", made.text("url"));
    assertEquals(List.of("seat.booked", "seat.released"), Json.texts(made.at("events")));
    assertEquals("Box office é", made.text("description"));
    assertTrue(made.at("enabled").isBoolean() && made.at("enabled").asBoolean());
    assertEquals(Check.instant(made.at("createdAt")), Check.instant(made.at("updatedAt")));
    Check.secondsFromNow(0, made.at("createdAt"));
  }

  @Test
  void the_secret_is_shown_once() {
    Answer made =
        venue.sk().post(Hook.WEBHOOKS, Json.object("url", URL, "events", Hook.ALL)).expect(201);
    Hook hook = new Hook(venue.sk(), made.text("id"), made.text("secret"));
    ObjectNode rest = made.body().deepCopy();
    rest.remove("secret");

    List<Answer> later =
        List.of(
            hook.read().ok(),
            hook.change(Json.object("enabled", true)).ok(),
            venue.sk().get(Hook.WEBHOOKS).ok(),
            hook.deliveries().ok());

    assertEquals(rest, later.getFirst().body());
    for (Answer answer : later) {
      assertFalse(answer.raw().contains("whsec_"), answer::shortened);
      assertFalse(answer.raw().contains("secret"), answer::shortened);
    }
  }

  @Test
  void every_webhook_has_an_id_and_a_secret_of_its_own() {
    Hook one = make();
    Hook other = make();

    assertNotEquals(one.id(), other.id());
    assertNotEquals(one.secret(), other.secret());
  }

  @Test
  void a_description_may_be_left_out() {
    JsonNode description = make().read().ok().at("description");

    assertTrue(description.isNull() || description.isMissingNode(), description::toString);
  }

  @Test
  void webhooks_are_listed_newest_first_in_pages_of_20() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      ids.add(make().id());
    }
    Collections.reverse(ids);

    Answer first = venue.sk().get(Hook.WEBHOOKS).ok();
    Answer second = venue.sk().get(Hook.WEBHOOKS + "?page=2").ok();
    Answer all = venue.sk().get(Hook.WEBHOOKS + "?limit=100").ok();
    Answer beyond = venue.sk().get(Hook.WEBHOOKS + "?page=9").ok();

    assertEquals(ids.subList(0, 20), Json.texts(first.at("items"), "id"));
    assertEquals(ids.subList(20, 23), Json.texts(second.at("items"), "id"));
    assertEquals(ids, Json.texts(all.at("items"), "id"));
    assertEquals(Json.array(), beyond.at("items"));
    assertEquals(
        Json.object("total", 23, "page", 1, "limit", 20), withoutItems(first), first::shortened);
    assertEquals(Json.object("total", 23, "page", 9, "limit", 20), withoutItems(beyond));
    assertEquals(
        venue.sk().get(Hook.WEBHOOKS + "/" + ids.getFirst()).ok().body(),
        first.at("items").path(0));
  }

  @Test
  void a_workspace_has_at_most_50_webhooks_and_a_deleted_one_makes_room() {
    Hook first = make();
    first.change(Json.object("enabled", false)).ok();
    for (int i = 1; i < 50; i++) {
      make();
    }
    ObjectNode wanted = Json.object("url", URL, "events", Hook.ALL);

    Check.envelope(
        409, "A workspace has at most 50 webhooks", venue.sk().post(Hook.WEBHOOKS, wanted));

    assertEquals(50, venue.sk().get(Hook.WEBHOOKS).ok().at("total").asInt());
    first.delete().ok();
    assertEquals(201, venue.sk().post(Hook.WEBHOOKS, wanted).status());
  }

  private static JsonNode withoutItems(Answer page) {
    ObjectNode rest = page.body().deepCopy();
    rest.remove("items");
    return rest;
  }

  @Test
  void a_change_concerns_the_members_it_names_and_no_others() {
    Hook hook = make();
    String other = "https://93.184.216.34/other";
    List<ObjectNode> changes =
        List.of(
            Json.object("url", other),
            Json.object("events", List.of("seat.held")),
            Json.object("enabled", false),
            Json.object("description", "Bar"),
            Json.object("enabled", true, "description", "", "unknown", 5));
    for (ObjectNode change : changes) {
      ObjectNode expected = hook.read().ok().body().deepCopy();
      ObjectNode known = change.deepCopy();
      known.remove("unknown");
      expected.setAll(known);

      Answer changed = hook.change(change).ok();

      assertFalse(
          Check.instant(changed.at("updatedAt"))
              .isBefore(Check.instant(expected.path("updatedAt"))));
      expected.set("updatedAt", changed.at("updatedAt"));
      assertEquals(expected, changed.body());
      assertEquals(expected, hook.read().ok().body());
    }
  }

  @Test
  void a_change_of_the_events_replaces_the_list() {
    Hook hook = Hook.make(venue.sk(), URL, List.of("seat.held", "seat.booked"));

    hook.change(Json.object("events", List.of("seat.released"))).ok();

    assertEquals(List.of("seat.released"), Json.texts(hook.read().ok().at("events")));
  }

  @Test
  void a_deleted_webhook_is_gone() {
    Hook hook = make();
    Hook other = make();

    Answer deleted = hook.delete().ok();

    assertEquals(Json.object("id", hook.id(), "deleted", true), deleted.body());
    Check.envelope(404, "Webhook not found", hook.read());
    Check.envelope(404, "Webhook not found", hook.change(Json.object("enabled", true)));
    Check.envelope(404, "Webhook not found", hook.rotate());
    Check.envelope(404, "Webhook not found", hook.test());
    Check.envelope(404, "Webhook not found", hook.delete());
    Answer list = venue.sk().get(Hook.WEBHOOKS).ok();
    assertEquals(List.of(other.id()), Json.texts(list.at("items"), "id"));
    assertEquals(1, list.at("total").asInt());
  }

  @Test
  void a_rotation_answers_a_new_secret_once() {
    Hook hook = make();
    JsonNode before = hook.read().ok().body();

    Answer rotated = hook.rotate().ok();

    assertEquals(hook.id(), rotated.text("id"));
    assertTrue(SECRET.matcher(rotated.text("secret")).matches(), rotated::shortened);
    assertNotEquals(hook.secret(), rotated.text("secret"));
    Check.secondsFromNow(0, rotated.at("rotatedAt"));
    Answer read = hook.read().ok();
    assertFalse(read.raw().contains("secret"), read::shortened);
    assertEquals(before.path("url"), read.at("url"));
    assertEquals(before.path("enabled"), read.at("enabled"));
    assertNotEquals(rotated.text("secret"), hook.rotate().ok().text("secret"));
  }

  @Test
  void a_webhook_that_was_never_used_has_no_deliveries() {
    assertEquals(
        Json.object("items", List.of(), "total", 0, "page", 1, "limit", 50),
        make().deliveries().ok().body());
  }
}
