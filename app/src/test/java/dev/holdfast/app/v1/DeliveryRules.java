package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The record of what was sent, tests, and sending again. */
@WaitingRules
public abstract class DeliveryRules extends ReceivingRules {

  private static final Pattern ID = Pattern.compile("wd_[A-Za-z0-9_-]{12,}");

  @WaitingTest
  void a_delivery_that_succeeded_is_on_record() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(201));
    venue.hold("A-1", token()).ok();

    JsonNode item = hook.awaitOnly("success");

    assertCommon(hook, item, Hook.HELD);
    assertEquals(1, item.path("attemptCount").asInt());
    assertEquals(201, item.path("responseStatus").asInt());
    assertTrue(item.path("responseLatencyMs").isIntegralNumber(), item::toString);
    Check.secondsFromNow(0, item.path("deliveredAt"));
    assertFalse(item.has("lastAttemptAt"), item::toString);
  }

  @WaitingTest
  void a_delivery_that_failed_is_on_record() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(410));
    venue.hold("A-1", token()).ok();

    JsonNode item = hook.awaitOnly("failed");

    assertCommon(hook, item, Hook.HELD);
    assertEquals(5, item.path("attemptCount").asInt());
    assertEquals(410, item.path("responseStatus").asInt());
    assertTrue(item.path("responseLatencyMs").isIntegralNumber(), item::toString);
    Check.secondsFromNow(0, item.path("lastAttemptAt"));
    assertFalse(item.has("deliveredAt"), item::toString);
  }

  private static void assertCommon(Hook hook, JsonNode item, String event) {
    assertTrue(ID.matcher(item.path("deliveryId").asText()).matches(), item::toString);
    assertEquals(hook.id(), item.path("webhookId").asText());
    assertEquals(event, item.path("event").asText());
  }

  @WaitingTest
  void deliveries_are_listed_newest_first_in_pages_of_50() {
    TestVenue large = TestVenue.open(service(), Layouts.wide(60));
    Hook hook = hook(large.sk(), inbox, Hook.ALL);
    for (String label : Json.labels("R", 1, 60)) {
      large.hold(label, token()).ok();
    }
    hook.awaitAll(60, "success");

    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      Answer list = hook.deliveries("?page=" + page).ok();
      assertEquals(60, list.at("total").asInt());
      assertEquals(page, list.at("page").asInt());
      assertEquals(50, list.at("limit").asInt());
      ids.addAll(Json.texts(list.at("items"), "deliveryId"));
    }
    assertEquals(60, new HashSet<>(ids).size());
    assertEquals(ids, Json.texts(hook.deliveries("?limit=100").ok().at("items"), "deliveryId"));
    assertEquals(
        ids.subList(14, 21),
        Json.texts(hook.deliveries("?limit=7&page=3").ok().at("items"), "deliveryId"));
    assertEquals(Json.array(), hook.deliveries("?page=3").ok().at("items"));

    hook.test().ok();
    assertEquals(ids.getFirst(), hook.items().get(1).path("deliveryId").asText());
  }

  @WaitingTest
  void a_delivery_that_waits_is_on_record_too() {
    Hook hook = hook();
    inbox.answering(receiver.silence());
    venue.hold("A-1", token()).ok();
    inbox.awaitAttempts("A-1", 1);

    JsonNode item = hook.items().getFirst();

    assertCommon(hook, item, Hook.HELD);
    assertTrue(
        List.of("queued", "retrying").contains(item.path("status").asText()), item::toString);
    assertFalse(item.has("deliveredAt"), item::toString);
  }

  @WaitingTest
  void each_webhook_has_its_own_deliveries() {
    Hook hook = hook();
    Hook other = hook(receiver.inbox(), List.of(Hook.BOOKED));
    String token = token();
    venue.hold("A-1", token).ok();
    venue.book(List.of("A-1"), token).ok();

    hook.awaitAll(2, "success");
    JsonNode booked = other.awaitOnly("success");

    assertCommon(other, booked, Hook.BOOKED);
    assertEquals(
        List.of(Hook.BOOKED, Hook.HELD),
        hook.items().stream().map(item -> item.path("event").asText()).toList(),
        "newest first");
  }

  @WaitingTest
  void a_test_sends_a_synthetic_hold_and_touches_no_seat() {
    Hook hook = hook(inbox, List.of(Hook.RELEASED));
    long entries = Changes.all(venue).size();

    Answer queued = venue.untouchedBy(() -> hook.test().ok());

    assertEquals(hook.id(), queued.text("id"));
    assertEquals("queued", queued.text("status"));
    Check.secondsFromNow(0, queued.at("queuedAt"));
    JsonNode item = hook.awaitOnly("success");
    assertCommon(hook, item, Hook.HELD);
    assertEquals(queued.text("deliveryId"), item.path("deliveryId").asText());
    Attempt attempt = inbox.attempts().getFirst();
    assertEquals(Hook.HELD, attempt.event());
    assertFalse(attempt.id().isBlank());
    Check.secondsFromNow(0, attempt.json().path("createdAt"));
    JsonNode data = attempt.data();
    assertEquals("held", data.path("status").asText(), attempt::text);
    for (String member :
        List.of("chartKey", "chartName", "eventKey", "eventName", "objectLabel", "holdToken")) {
      assertTrue(data.has(member), () -> member + " is missing in " + data);
    }
    assertEquals(entries, Changes.all(venue).size());
  }

  @WaitingTest
  void two_tests_are_two_events() {
    Hook hook = hook();
    hook.test().ok();
    hook.test().ok();
    hook.awaitAll(2, "success");

    assertEquals(2, inbox.first().size());
  }

  @WaitingTest
  void a_test_that_fails_is_tried_again_like_any_delivery() {
    Hook hook = hook();
    inbox.answeringInTurn(500, 200);
    hook.test().ok();

    assertEquals(2, hook.awaitOnly("success").path("attemptCount").asInt());
  }

  @WaitingTest
  void a_replay_sends_the_same_bytes_under_the_same_id() {
    Hook hook = hook();
    venue.hold("A-1", token()).ok();
    JsonNode original = hook.awaitOnly("success");

    Answer replay = hook.replay(original.path("deliveryId").asText()).ok();

    assertEquals(hook.id(), replay.text("id"));
    assertEquals(original.path("deliveryId"), replay.at("originalDeliveryId"));
    assertTrue(ID.matcher(replay.text("replayDeliveryId")).matches(), replay::shortened);
    assertNotEquals(replay.text("originalDeliveryId"), replay.text("replayDeliveryId"));
    assertEquals("queued", replay.text("status"));
    Check.secondsFromNow(0, replay.at("queuedAt"));
    hook.awaitAll(2, "success");
    assertSame(inbox.attempts());
    assertEquals(
        List.of(replay.text("replayDeliveryId"), replay.text("originalDeliveryId")),
        hook.items().stream().map(item -> item.path("deliveryId").asText()).toList());
    assertEquals(original, hook.item(replay.text("originalDeliveryId")));
  }

  private static void assertSame(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      assertArrayEquals(attempts.getFirst().body(), attempt.body());
    }
  }

  @WaitingTest
  void what_has_failed_can_be_replayed_whatever_became_of_the_seat() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(500));
    venue.hold("A-1", token()).ok();
    JsonNode failed = hook.awaitOnly("failed");
    inbox.answering(WebhookReceiver.status(200));
    venue.sk().delete(venue.path("")).ok();

    String replay = hook.replay(failed.path("deliveryId").asText()).ok().text("replayDeliveryId");

    inbox.await(
        "a replay that succeeded",
        () -> hook.item(replay).path("status").asText().equals("success"));
    assertEquals(1, hook.item(replay).path("attemptCount").asInt());
    assertSame(inbox.attempts());
    assertEquals(6, inbox.attempts().size());
    assertEquals(failed, hook.item(failed.path("deliveryId").asText()));
  }

  @WaitingTest
  void replays_can_be_replayed_and_go_where_the_webhook_points_now() {
    Hook hook = hook();
    hook.test().ok();
    String original = hook.awaitOnly("success").path("deliveryId").asText();
    WebhookInbox moved = receiver.inbox();
    hook.change(Json.object("url", moved.url())).ok();

    String replay = hook.replay(original).ok().text("replayDeliveryId");
    hook.awaitAll(2, "success");
    hook.replay(replay).ok();
    hook.awaitAll(3, "success");

    assertEquals(1, inbox.attempts().size());
    assertEquals(2, moved.attempts().size());
    assertSame(
        List.of(
            inbox.attempts().getFirst(), moved.attempts().getFirst(), moved.attempts().getLast()));
  }
}
