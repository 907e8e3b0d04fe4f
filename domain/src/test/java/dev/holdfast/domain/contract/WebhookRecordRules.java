package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.bodies;
import static dev.holdfast.domain.contract.WebhookRules.delivered;
import static dev.holdfast.domain.contract.WebhookRules.fresh;
import static dev.holdfast.domain.contract.WebhookRules.givenUp;
import static dev.holdfast.domain.contract.WebhookRules.inVain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.WebhookPort.ReplayAnswer;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** W14 to W24: what is queued by hand, and the list of deliveries. */
public interface WebhookRecordRules extends WebhookRules {
  @Test
  default void W14_what_is_queued_by_hand_is_listed_and_due_at_once() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace, WebhookEvent.SEAT_BOOKED);
    Delivery queued =
        webhooks()
            .queue(workspace, webhook.key(), "wd_a", WebhookEvent.SEAT_HELD, "body")
            .orElseThrow();
    Delivery expected =
        new Delivery(
            "wd_a",
            webhook.key(),
            WebhookEvent.SEAT_HELD,
            DeliveryStatus.QUEUED,
            0,
            null,
            null,
            webhook.createdAt().plus(MOMENT),
            null);
    assertEquals(expected, queued);
    assertEquals(new Page<>(List.of(expected), 1), listed(workspace, webhook));
    DueDelivery due = take(ONE).getFirst();
    assertEquals(
        new DueDelivery(
            due.id(), workspace, webhook.id(), new Target(URL, SECRET), due.lane(), "body", 0),
        due);
  }

  @Test
  default void W15_it_goes_to_that_webhook_alone() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Webhook other = aWebhook(workspace);
    queue(workspace, webhook, "body");
    assertEquals(new Page<>(List.of(), 0), listed(workspace, other));
    assertEquals(List.of(webhook.id()), take(ONE).stream().map(DueDelivery::webhook).toList());
  }

  @Test
  default void W16_what_is_queued_by_hand_waits_for_nothing_each_in_a_lane_of_its_own() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    var event = anEvent(workspace);
    hold(event, "A-1");
    fanOut();
    Delivery first = latest(workspace, webhook);
    queue(workspace, webhook, "one");
    queue(workspace, webhook, "two");
    replay(workspace, webhook, first);
    List<String> lanes = take(ONE).stream().map(DueDelivery::lane).toList();
    assertEquals(4, lanes.size());
    assertEquals(4, new HashSet<>(lanes).size(), lanes::toString);
  }

  private Delivery replay(WorkspaceId workspace, Webhook webhook, Delivery delivery) {
    ReplayAnswer answer = webhooks().replay(workspace, webhook.key(), delivery.key(), fresh("wd"));
    return assertInstanceOf(ReplayAnswer.Queued.class, answer).delivery();
  }

  @Test
  default void W17_a_replay_sends_the_same_to_the_byte_as_a_delivery_of_its_own() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    var event = anEvent(workspace);
    hold(event, "A-1");
    fanOut();
    DueDelivery first = take(ONE).getFirst();
    deliveries().record(List.of(delivered(first)));
    Delivery original = latest(workspace, webhook);
    moveClock(MOMENT);
    Delivery replay = replay(workspace, webhook, original);
    assertEquals(DeliveryStatus.QUEUED, replay.status());
    assertEquals(original.event(), replay.event());
    assertEquals(original.queuedAt().plus(MOMENT), replay.queuedAt());
    assertEquals(List.of(replay, original), listed(workspace, webhook).items());
    assertEquals(List.of(first.body()), bodies(take(ONE)));
  }

  @Test
  default void W18_whatever_became_of_a_delivery_it_can_be_replayed_and_a_replay_as_well() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery queued = queue(workspace, webhook, "body");
    Delivery second = replay(workspace, webhook, queued);
    deliveries().record(take(ONE).stream().map(WebhookRules::givenUp).toList());
    replay(workspace, webhook, queued);
    replay(workspace, webhook, second);
    assertEquals(List.of("body", "body"), bodies(take(ONE)));
  }

  @Test
  default void W19_a_delivery_that_the_webhook_never_had_cannot_be_replayed() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery others = queue(workspace, aWebhook(workspace), "body");
    for (String key : List.of("none", others.key())) {
      assertInstanceOf(
          ReplayAnswer.NoSuchDelivery.class,
          webhooks().replay(workspace, webhook.key(), key, fresh("wd")));
    }
    assertEquals(0, listed(workspace, webhook).total());
  }

  @Test
  default void W20_the_list_has_what_was_queued_last_first_page_by_page() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    assertEquals(new Page<>(List.of(), 0), listed(workspace, webhook));
    List<Delivery> queued =
        List.of(
            queue(workspace, webhook, "1"),
            queue(workspace, webhook, "2"),
            queue(workspace, webhook, "3"));
    assertEquals(new Page<>(queued.reversed(), 3), listed(workspace, webhook));
    assertEquals(
        Optional.of(new Page<>(List.of(queued.getFirst()), 3)),
        webhooks().deliveries(workspace, webhook.key(), new Page.Request(2, 2)));
    assertEquals(
        Optional.of(new Page<>(List.of(), 3)),
        webhooks().deliveries(workspace, webhook.key(), new Page.Request(3, 2)));
  }

  @Test
  default void W21_what_a_deleted_webhook_was_still_to_be_told_has_failed_and_is_not_sent() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "delivered");
    queue(workspace, webhook, "retrying");
    queue(workspace, webhook, "given up");
    List<DueDelivery> due = take(ONE);
    deliveries()
        .record(List.of(delivered(due.get(0)), inVain(due.get(1), MOMENT), givenUp(due.get(2))));
    queue(workspace, webhook, "queued");
    webhooks().delete(workspace, webhook.key());
    moveClock(QUARTER);
    assertEquals(List.of(), take(ONE));
    assertEquals(List.of(), take(OTHER));
    assertEquals(
        List.of(
            DeliveryStatus.FAILED,
            DeliveryStatus.FAILED,
            DeliveryStatus.FAILED,
            DeliveryStatus.SUCCESS),
        listed(workspace, webhook).items().stream().map(Delivery::status).toList());
    assertEquals(
        List.of(0, 1, 1, 1),
        listed(workspace, webhook).items().stream().map(Delivery::attempts).toList());
  }

  @Test
  default void W22_of_a_deleted_webhook_with_no_delivery_nothing_is_known() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    webhooks().delete(workspace, webhook.key());
    assertEquals(Optional.empty(), webhooks().deliveries(workspace, webhook.key(), FIRST));
  }

  @Test
  default void W23_what_is_queued_waits_while_the_webhook_is_disabled() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery first = queue(workspace, webhook, "before");
    enable(workspace, webhook, false);
    queue(workspace, webhook, "during");
    replay(workspace, webhook, first);
    assertEquals(List.of(), take(ONE));
    assertEquals(DeliveryStatus.QUEUED, latest(workspace, webhook).status());
    enable(workspace, webhook, true);
    assertEquals(List.of("before", "during", "before"), bodies(take(ONE)));
  }

  @Test
  default void W24_a_retry_waits_while_the_webhook_is_disabled() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    deliveries().record(List.of(inVain(take(ONE).getFirst(), MOMENT)));
    enable(workspace, webhook, false);
    moveClock(QUARTER);
    assertEquals(List.of(), take(ONE));
    assertEquals(DeliveryStatus.RETRYING, latest(workspace, webhook).status());
    enable(workspace, webhook, true);
    assertEquals(1, take(ONE).getFirst().attempts());
  }
}
