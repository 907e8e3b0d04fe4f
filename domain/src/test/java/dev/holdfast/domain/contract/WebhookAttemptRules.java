package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.bodies;
import static dev.holdfast.domain.contract.WebhookRules.delivered;
import static dev.holdfast.domain.contract.WebhookRules.givenUp;
import static dev.holdfast.domain.contract.WebhookRules.inVain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** W55 to W63: how attempts end, and what is forgotten. */
public interface WebhookAttemptRules extends WebhookRules {
  private static Delivery after(
      Delivery before,
      DeliveryStatus status,
      int attempts,
      @Nullable Integer responseStatus,
      long latencyMillis,
      Duration later) {
    return new Delivery(
        before.key(),
        before.webhookKey(),
        before.event(),
        status,
        attempts,
        responseStatus,
        latencyMillis,
        before.queuedAt(),
        before.queuedAt().plus(later));
  }

  @Test
  default void W55_the_list_tells_how_the_last_attempt_ended() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery queued = queue(workspace, webhook, "body");
    deliveries().record(List.of(inVain(take(ONE).getFirst(), MOMENT)));
    assertEquals(
        after(queued, DeliveryStatus.RETRYING, 1, 503, 7, Duration.ZERO),
        latest(workspace, webhook));
    moveClock(MOMENT);
    deliveries().record(List.of(delivered(take(ONE).getFirst())));
    assertEquals(
        after(queued, DeliveryStatus.SUCCESS, 2, 204, 88, MOMENT), latest(workspace, webhook));
  }

  @Test
  default void W56_an_attempt_that_was_not_answered_has_no_status_of_an_answer() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery queued = queue(workspace, webhook, "body");
    deliveries().record(List.of(inVain(take(ONE).getFirst(), Duration.ZERO)));
    deliveries().record(List.of(givenUp(take(ONE).getFirst())));
    assertEquals(
        after(queued, DeliveryStatus.FAILED, 2, null, 30_000, Duration.ZERO),
        latest(workspace, webhook));
  }

  @Test
  default void W57_recording_again_changes_nothing() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    List<DueDelivery> due = take(ONE);
    List<Attempt> attempts = List.of(delivered(due.get(0)), inVain(due.get(1), MOMENT));
    deliveries().record(attempts);
    List<Delivery> recorded = listed(workspace, webhook).items();
    moveClock(MOMENT);
    deliveries().record(attempts);
    assertEquals(recorded, listed(workspace, webhook).items());
    assertEquals(List.of("2"), bodies(take(ONE)), "the pause is not begun anew");
  }

  @Test
  default void W58_an_attempt_of_a_lower_or_equal_number_than_the_recorded_one_is_ignored() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    DueDelivery first = take(ONE).getFirst();
    deliveries().record(List.of(inVain(first, Duration.ZERO)));
    deliveries().record(List.of(inVain(take(ONE).getFirst(), Duration.ZERO)));
    Delivery recorded = latest(workspace, webhook);
    deliveries().record(List.of(givenUp(first)));
    deliveries()
        .record(
            List.of(
                delivered(
                    new DueDelivery(
                        first.id(),
                        first.workspace(),
                        first.webhook(),
                        first.target(),
                        first.lane(),
                        first.body(),
                        1))));
    assertEquals(recorded, latest(workspace, webhook));
    assertEquals(2, take(ONE).getFirst().attempts());
  }

  @Test
  default void W59_what_was_delivered_stays_delivered() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    DueDelivery due = take(ONE).getFirst();
    deliveries().record(List.of(delivered(due)));
    Delivery recorded = latest(workspace, webhook);
    Attempt late =
        new Attempt(due.id(), 2, 500, Duration.ofMillis(1), new Attempt.Next.Again(Duration.ZERO));
    deliveries().record(List.of(late));
    assertEquals(recorded, latest(workspace, webhook));
    assertEquals(List.of(), take(ONE));
  }

  @Test
  default void W60_an_attempt_under_way_when_the_webhook_is_deleted_is_recorded_and_is_the_last() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    List<DueDelivery> due = take(ONE);
    webhooks().delete(workspace, webhook.key());
    deliveries().record(List.of(delivered(due.get(0)), inVain(due.get(1), Duration.ZERO)));
    List<Delivery> recorded = listed(workspace, webhook).items();
    assertEquals(DeliveryStatus.FAILED, recorded.get(0).status());
    assertEquals(503, recorded.get(0).responseStatus());
    assertEquals(DeliveryStatus.SUCCESS, recorded.get(1).status());
    moveClock(QUARTER);
    assertEquals(List.of(), take(ONE));
  }

  @Test
  default void W61_attempts_have_bounds_and_those_of_nothing_do_no_harm() {
    deliveries().record(List.of());
    deliveries()
        .record(
            List.of(
                new Attempt(Long.MAX_VALUE, 1, 200, Duration.ZERO, new Attempt.Next.Delivered())));
    List<Attempt> tooMany =
        LongStream.rangeClosed(1, 1_001)
            .mapToObj(id -> new Attempt(id, 1, 200, Duration.ZERO, new Attempt.Next.Delivered()))
            .toList();
    assertThrows(IllegalArgumentException.class, () -> deliveries().record(tooMany));
    for (int limit : List.of(0, 10_001)) {
      assertThrows(IllegalArgumentException.class, () -> deliveries().prune(limit));
    }
  }

  @Test
  default void W62_what_is_done_is_recorded_for_thirty_days_and_what_waits_until_it_is_done() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    for (String body : List.of("1", "2", "3", "4")) {
      queue(workspace, webhook, body);
    }
    List<DueDelivery> due = take(ONE);
    deliveries()
        .record(List.of(delivered(due.get(0)), givenUp(due.get(1)), inVain(due.get(2), MOMENT)));
    moveClock(DeliveryPort.RECORDED);
    queue(workspace, webhook, "5");
    deliveries().record(List.of(delivered(take(OTHER).getLast())));
    assertEquals(0, deliveries().prune(10));
    moveClock(MOMENT);
    assertEquals(1, deliveries().prune(1));
    assertEquals(1, deliveries().prune(10));
    assertEquals(0, deliveries().prune(10));
    assertEquals(3, listed(workspace, webhook).total());
    assertEquals(List.of("4", "3"), bodies(take(OTHER)));
  }

  @Test
  default void W63_a_deleted_webhook_is_forgotten_with_its_last_delivery() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Webhook other = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    deliveries().record(List.of(delivered(take(ONE).getFirst())));
    queue(workspace, other, "3");
    webhooks().delete(workspace, webhook.key());
    moveClock(DeliveryPort.RECORDED);
    assertEquals(0, deliveries().prune(10));
    assertEquals(2, listed(workspace, webhook).total());
    moveClock(MOMENT);
    assertEquals(1, deliveries().prune(1));
    assertEquals(1, deliveries().prune(10));
    assertEquals(0, deliveries().prune(10));
    assertEquals(Optional.empty(), webhooks().deliveries(workspace, webhook.key(), FIRST));
    assertEquals(1, listed(workspace, other).total());
    webhooks().create(workspace, webhook.key(), WebhookRules.to(URL), SECRET);
    assertEquals(0, listed(workspace, webhook).total());
  }
}
