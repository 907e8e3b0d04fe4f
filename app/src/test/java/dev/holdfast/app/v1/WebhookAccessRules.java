package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose webhooks they are, and who may ask about them. */
public abstract class WebhookAccessRules extends ReceivingRules {

  private Hook hook;
  private String delivery;

  @BeforeEach
  void make_a_delivery() {
    hook = hook();
    delivery = hook.test().ok().text("deliveryId");
    hook.awaitOnly("success");
  }

  /** The operations that name a webhook, each well-formed. */
  private List<Function<V1Client, Answer>> operationsOn(String id, String deliveryId) {
    String path = Hook.WEBHOOKS + "/" + id;
    return List.of(
        caller -> caller.get(path),
        caller -> caller.patch(path, Json.object("enabled", false)),
        caller -> caller.post(path + "/rotate-secret"),
        caller -> caller.post(path + "/test"),
        caller -> caller.get(path + "/deliveries"),
        caller -> caller.post(path + "/deliveries/" + deliveryId + "/replay"),
        caller -> caller.delete(path));
  }

  private List<Function<V1Client, Answer>> operations() {
    List<Function<V1Client, Answer>> lists =
        List.of(
            caller -> caller.get(Hook.WEBHOOKS),
            caller ->
                caller.post(Hook.WEBHOOKS, Json.object("url", inbox.url(), "events", Hook.ALL)));
    return Stream.concat(lists.stream(), operationsOn(hook.id(), delivery).stream()).toList();
  }

  /** Everything that an operation on the webhook could have changed. */
  private String fingerprint() {
    return venue.sk().get(Hook.WEBHOOKS).ok().raw()
        + hook.deliveries().ok().raw()
        + inbox.attempts().size();
  }

  @Test
  void B_21_without_a_key_nothing_is_answered_and_nothing_changes() {
    String before = fingerprint();
    V1Client nobody = V1Client.withoutKey(service().baseUri());
    V1Client stranger = V1Client.withKey(service().baseUri(), "sk_test_" + "a".repeat(32));

    for (Function<V1Client, Answer> operation : operations()) {
      Check.envelope(401, "Missing API key", operation.apply(nobody));
      Check.envelope(401, "Invalid API key", operation.apply(stranger));
    }

    assertEquals(before, fingerprint());
  }

  @Test
  void B_21_a_browser_s_key_is_refused() {
    String before = fingerprint();

    for (Function<V1Client, Answer> operation : operations()) {
      Answer refused = Check.envelope(403, operation.apply(venue.pk()));
      assertFalse(refused.body().has("errors"), refused::shortened);
    }

    assertEquals(before, fingerprint());
  }

  @Test
  void a_webhook_that_does_not_exist_is_not_found() {
    for (Function<V1Client, Answer> operation : operationsOn("wh_unknown00000", delivery)) {
      Check.envelope(404, "Webhook not found", operation.apply(venue.sk()));
    }
  }

  @Test
  void B_25_a_webhook_of_another_workspace_does_not_exist() {
    String before = fingerprint();
    Workspace other = Workspace.make(service());
    for (V1Client outsider :
        List.of(venue.workspace().liveSecret(), other.testSecret(), other.liveSecret())) {
      for (Function<V1Client, Answer> operation : operationsOn(hook.id(), delivery)) {
        Check.envelope(404, "Webhook not found", operation.apply(outsider));
      }
      assertEquals(
          Json.object("items", List.of(), "total", 0, "page", 1, "limit", 20),
          outsider.get(Hook.WEBHOOKS).ok().body());
    }
    assertEquals(before, fingerprint());
  }

  @Test
  void a_delivery_is_replayed_under_its_own_webhook_only() {
    Hook second = hook();
    Check.envelope(404, "Delivery not found", second.replay(delivery));
    Check.envelope(404, "Delivery not found", hook.replay("wd_unknown00000"));
    Check.envelope(404, "Delivery not found", hook.replay(hook.id()));

    assertEquals(0, second.deliveries().ok().at("total").asInt());
    assertEquals(1, hook.deliveries().ok().at("total").asInt());
  }

  @Test
  void B_25_what_happens_in_another_workspace_is_not_told() {
    TestVenue other = TestVenue.open(service());
    TestVenue live =
        TestVenue.open(
            venue.workspace(),
            venue.workspace().liveSecret(),
            venue.workspace().livePublic(),
            Layouts.standard());
    WebhookInbox elsewhere = receiver.inbox();
    WebhookInbox alive = receiver.inbox();
    hook(other.sk(), elsewhere, Hook.ALL);
    hook(live.sk(), alive, Hook.ALL);

    for (TestVenue one : List.of(other, live, venue)) {
      one.hold("A-1", token()).ok();
    }
    for (WebhookInbox one : List.of(elsewhere, alive, inbox)) {
      one.await(Hook.HELD, "A-1");
    }

    assertOnly(elsewhere, other);
    assertOnly(alive, live);
    List<String> told =
        inbox.data(Hook.HELD).stream().map(data -> data.path("eventKey").asText()).toList();
    // The synthetic one of the test operation may name any event but those.
    assertFalse(told.contains(other.eventKey()) || told.contains(live.eventKey()), told::toString);
  }

  private static void assertOnly(WebhookInbox inbox, TestVenue venue) {
    for (Attempt attempt : inbox.attempts()) {
      assertEquals(venue.eventKey(), attempt.data().path("eventKey").asText(), attempt::text);
    }
  }
}
