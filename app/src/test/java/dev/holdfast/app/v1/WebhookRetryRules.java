package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.WebhookReceiver.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What fails is tried again, five times in all; with waits of a second between them, which is how
 * the service under test is set up.
 */
@WaitingRules
public abstract class WebhookRetryRules extends ReceivingRules {

  private static final int ATTEMPTS = 5;

  @WaitingTest
  void what_failed_is_tried_again_until_it_succeeds() {
    Hook hook = hook();
    inbox.answeringInTurn(500, 404, 429, 202);
    venue.hold("A-1", token()).ok();

    JsonNode delivery = hook.awaitOnly("success");

    assertEquals(4, delivery.path("attemptCount").asInt());
    assertEquals(202, delivery.path("responseStatus").asInt());
    assertEquals(4, inbox.attempts().size());
    assertEquals(1, inbox.first().size(), "one id over all attempts");
  }

  @WaitingTest
  void after_five_attempts_a_delivery_has_failed_and_is_not_tried_again() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(503));
    venue.hold("A-1", token()).ok();
    JsonNode failed = hook.awaitOnly("failed");
    // As long again: time for a sixth.
    venue.hold("A-2", token()).ok();
    hook.awaitAll(2, "failed");

    assertEquals(ATTEMPTS, failed.path("attemptCount").asInt());
    assertEquals(503, failed.path("responseStatus").asInt());
    for (String label : List.of("A-1", "A-2")) {
      assertEquals(ATTEMPTS, inbox.attemptsFor(label).size());
    }
  }

  @WaitingTest
  void between_its_attempts_a_delivery_is_retrying() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(500));
    venue.hold("A-1", token()).ok();

    inbox.await(
        "a delivery that is retrying",
        () ->
            hook.items().stream()
                .anyMatch(item -> item.path("status").asText().equals("retrying")));

    hook.awaitOnly("failed");
  }

  @WaitingTest
  void only_2xx_counts_as_received_and_no_redirect_is_followed() {
    Hook hook = hook();
    WebhookInbox elsewhere = receiver.inbox();
    List<Integer> redirects = List.of(301, 302, 303, 307, 308);
    inbox.answeringEach(attempt -> {
      int turn = inbox.attemptsAt(attempt.id()).size();
      return WebhookReceiver.redirect(redirects.get(turn - 1), elsewhere.url());
    });
    venue.hold("A-1", token()).ok();

    JsonNode failed = hook.awaitOnly("failed");

    assertEquals(308, failed.path("responseStatus").asInt());
    assertEquals(ATTEMPTS, inbox.attempts().size());
    assertEquals(List.of(), elsewhere.attempts());
  }

  @WaitingTest
  void a_connection_that_ends_without_an_answer_is_a_failure_without_a_status() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.closing());
    venue.hold("A-1", token()).ok();

    JsonNode failed = hook.awaitOnly("failed");

    assertEquals(ATTEMPTS, failed.path("attemptCount").asInt());
    assertTrue(failed.has("responseStatus"), failed::toString);
    assertTrue(failed.path("responseStatus").isNull(), failed::toString);
    assertEquals(ATTEMPTS, inbox.attempts().size());
  }

  @WaitingTest
  void a_receiver_that_is_not_there_is_a_failure_without_a_status() {
    WebhookReceiver gone = WebhookReceiver.open();
    WebhookInbox nowhere = gone.inbox();
    gone.close();
    Hook hook = hook(nowhere, Hook.ALL);
    venue.hold("A-1", token()).ok();

    JsonNode failed = hook.awaitOnly("failed");

    assertEquals(ATTEMPTS, failed.path("attemptCount").asInt());
    assertTrue(failed.path("responseStatus").isNull(), failed::toString);
    venue.book(List.of("A-2"), token()).expect(409);
  }

  @WaitingTest
  void an_answer_of_ten_megabytes_is_received_and_nobody_waits_for_its_end() {
    Hook hook = hook();
    inbox.answering(WebhookReceiver.lengthy(200, 10_000_000));
    for (String label : Json.labels("A", 1, 5)) {
      venue.hold(label, token()).ok();
    }

    for (JsonNode delivery : hook.awaitAll(5, "success")) {
      assertEquals(1, delivery.path("attemptCount").asInt(), delivery::toString);
    }
  }

  @WaitingTest
  void a_receiver_that_does_not_answer_is_given_up_after_30_seconds_and_asked_again() {
    Hook hook = hook();
    Reply silence = receiver.silence();
    inbox.answeringEach(
        attempt -> inbox.attempts().size() == 1 ? silence : WebhookReceiver.status(200));
    venue.hold("A-1", token()).ok();

    Eventually.within(
        Duration.ofSeconds(45), "a second attempt", () -> inbox.attempts().size() == 2);
    JsonNode delivery = hook.awaitOnly("success");

    assertEquals(2, delivery.path("attemptCount").asInt());
    long waited =
        Duration.between(
                inbox.attempts().getFirst().receivedAt(), inbox.attempts().getLast().receivedAt())
            .toSeconds();
    assertTrue(waited >= 29, () -> "asked again after " + waited + " s");
  }

  @WaitingTest
  void receivers_that_are_dead_or_ill_do_not_delay_a_good_one() {
    Reply silence = receiver.silence();
    for (int i = 0; i < 5; i++) {
      hook(receiver.inbox().answering(silence), Hook.ALL);
      hook(receiver.inbox().answering(WebhookReceiver.status(500)), Hook.ALL);
    }
    hook();
    TestVenue stranger = TestVenue.open(service());
    WebhookInbox strange = receiver.inbox();
    hook(stranger.sk(), strange, Hook.ALL);
    List<String> labels = Json.labels("A", 1, 30);
    venue.holdAll(labels, token()).ok();
    stranger.holdAll(labels, token()).ok();

    // The dead ones are not given up before 30 seconds have gone by.
    inbox.await("30 holds", () -> inbox.first().size() == 30);
    strange.await("30 holds", () -> strange.first().size() == 30);

    Map<String, Long> each =
        inbox.attempts().stream()
            .collect(Collectors.groupingBy(Attempt::label, Collectors.counting()));
    assertEquals(30, each.size());
  }

  @WaitingTest
  void a_webhook_that_is_disabled_is_sent_nothing_and_later_only_what_was_queued_before() {
    WebhookInbox witness = receiver.inbox().answering(WebhookReceiver.status(500));
    Hook seen = hook(witness, Hook.ALL);
    Hook hook = hook();
    inbox.answeringInTurn(500, 204);
    String token = token();
    venue.hold("A-1", token).ok();
    inbox.awaitAttempts("A-1", 1);
    witness.awaitAttempts("A-1", 1);
    hook.enabled(false);
    int before = inbox.attempts().size();

    venue.book(List.of("A-1"), token).ok();
    venue.hold("A-2", token).ok();
    // Long enough for all attempts of the other one.
    seen.awaitAll(3, "failed");
    assertTrue(inbox.attempts().size() <= before + 1, "at most the attempt that was on its way");
    assertEquals(List.of(Hook.HELD), inbox.told("A-1"));

    hook.enabled(true);
    hook.awaitOnly("success");
    venue.release(List.of("A-1", "A-2")).ok();
    inbox.await(Hook.RELEASED, "A-1");
    inbox.await(Hook.RELEASED, "A-2");
    assertEquals(List.of(Hook.HELD, Hook.RELEASED), inbox.told("A-1"));
    assertEquals(List.of(Hook.RELEASED), inbox.told("A-2"));
  }

  @WaitingTest
  void what_happens_while_a_webhook_is_disabled_is_not_kept_for_it() {
    WebhookInbox witness = receiver.inbox();
    hook(witness, Hook.ALL);
    Hook hook = hook();
    for (int round = 1; round <= 5; round++) {
      String token = token();
      String label = "A-" + round;
      hook.enabled(false);
      venue.hold(label, token).ok();
      hook.enabled(true);
      venue.book(List.of(label), token).ok();
      witness.await(Hook.BOOKED, label);
      inbox.await(Hook.BOOKED, label);
      assertEquals(List.of(Hook.BOOKED), inbox.told(label));
    }
  }

  @WaitingTest
  void a_deleted_webhook_s_retries_are_cancelled_and_its_deliveries_stay() {
    WebhookInbox witness = receiver.inbox().answering(WebhookReceiver.status(500));
    Hook seen = hook(witness, Hook.ALL);
    Hook hook = hook();
    inbox.answering(WebhookReceiver.status(500));
    String token = token();
    venue.hold("A-1", token).ok();
    inbox.awaitAttempts("A-1", 1);
    String delivery = hook.items().getFirst().path("deliveryId").asText();

    hook.delete().ok();
    int before = inbox.attempts().size();
    venue.book(List.of("A-1"), token).ok();
    seen.awaitAll(2, "failed");

    assertTrue(inbox.attempts().size() <= before + 1, "at most the attempt that was on its way");
    JsonNode kept = hook.item(delivery);
    assertEquals("seat.held", kept.path("event").asText(), () -> "deliveries " + hook.items());
    assertFalse(
        List.of("queued", "retrying").contains(kept.path("status").asText()), kept::toString);
    assertEquals(1, hook.deliveries().ok().at("total").asInt());
    Check.envelope(404, "Webhook not found", hook.replay(delivery));
  }
}
