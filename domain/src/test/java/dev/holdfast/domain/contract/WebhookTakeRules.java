package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.bodies;
import static dev.holdfast.domain.contract.WebhookRules.delivered;
import static dev.holdfast.domain.contract.WebhookRules.fresh;
import static dev.holdfast.domain.contract.WebhookRules.inVain;
import static dev.holdfast.domain.contract.WebhookRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** W42 to W54: who gets what is due, and for how long. */
public interface WebhookTakeRules extends WebhookRules {
  private static Set<Long> numbers(List<DueDelivery> due) {
    return due.stream().map(DueDelivery::id).collect(Collectors.toSet());
  }

  private List<DueDelivery> take(NodeId node, List<DueDelivery> underWay) {
    return deliveries().take(node, numbers(underWay), ROOMY);
  }

  @Test
  default void W42_first_attempts_come_in_the_order_of_the_journal_with_growing_numbers() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    fanOut();
    change(event.id(), Set.of("A-1"), draft -> draft.free("A-1"));
    hold(event, "A-1");
    fanOut();
    List<DueDelivery> due = take(ONE);
    assertEquals(
        List.of("seat.held A-1 #1", "seat.held A-2 #2", "seat.released A-1 #3", "seat.held A-1 #4"),
        told(due));
    assertEquals(due.stream().map(DueDelivery::id).sorted().toList(), ids(due));
    assertTrue(due.stream().allMatch(each -> each.attempts() == 0));
    List<String> lanes = due.stream().map(DueDelivery::lane).toList();
    assertEquals(lanes.get(0), lanes.get(2));
    assertEquals(lanes.get(0), lanes.get(3));
    assertFalse(lanes.get(0).equals(lanes.get(1)));
  }

  private static List<Long> ids(List<DueDelivery> due) {
    return due.stream().map(DueDelivery::id).toList();
  }

  @Test
  default void W43_what_is_under_way_is_not_taken_again_and_what_is_not_under_way_is() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    List<DueDelivery> due = take(ONE);
    assertEquals(List.of("1", "2"), bodies(due));
    assertEquals(List.of(), take(ONE, due));
    assertEquals(List.of("2"), bodies(take(ONE, due.subList(0, 1))));
  }

  @Test
  default void W44_a_retry_is_due_when_its_pause_is_over_and_not_before() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    deliveries().record(List.of(inVain(take(ONE).getFirst(), Duration.ofSeconds(10))));
    moveClock(Duration.ofSeconds(10).minus(MOMENT));
    assertEquals(List.of(), take(ONE));
    moveClock(MOMENT);
    assertEquals(1, take(ONE).getFirst().attempts());
  }

  @Test
  default void W45_the_earliest_due_comes_first_whenever_it_was_queued() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    List<DueDelivery> due = take(ONE);
    deliveries()
        .record(
            List.of(
                inVain(due.get(0), Duration.ofSeconds(9)),
                inVain(due.get(1), Duration.ofSeconds(3))));
    moveClock(Duration.ofSeconds(5));
    queue(workspace, webhook, "3");
    moveClock(Duration.ofSeconds(5));
    queue(workspace, webhook, "4");
    assertEquals(List.of("2", "3", "1", "4"), bodies(take(ONE)));
  }

  @Test
  default void W46_of_each_webhook_no_more_than_its_limit_the_earliest_first() {
    WorkspaceId workspace = aWorkspace();
    Webhook usual = aWebhook(workspace);
    Webhook troubled = aWebhook(workspace);
    Webhook full = aWebhook(workspace);
    for (Webhook each : List.of(usual, troubled, full)) {
      for (int i = 1; i <= 4; i++) {
        queue(workspace, each, "" + i);
      }
    }
    Map<WebhookId, Integer> exceptions = Map.of(troubled.id(), 1, full.id(), 0);
    List<DueDelivery> due = deliveries().take(ONE, Set.of(), new Room(3, exceptions));
    assertEquals(List.of("1", "2", "3"), of(usual, due));
    assertEquals(List.of("1"), of(troubled, due));
    assertEquals(List.of(), of(full, due));
    assertEquals(
        List.of("2", "3", "4"),
        of(
            troubled,
            deliveries()
                .take(
                    ONE,
                    Set.of(
                        due.stream()
                            .filter(each -> each.webhook().equals(troubled.id()))
                            .toList()
                            .getFirst()
                            .id()),
                    new Room(3, Map.of()))));
  }

  private static List<String> of(Webhook webhook, List<DueDelivery> due) {
    return bodies(due.stream().filter(each -> each.webhook().equals(webhook.id())).toList());
  }

  @Test
  default void W47_never_more_than_the_most_at_a_time_the_earliest_first_and_then_the_rest() {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    Webhook other = aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1");
    deliveries().fanOut(10, _ -> many(one, DeliveryPort.MOST_TAKEN - 1));
    moveClock(MOMENT);
    hold(event, "A-2");
    deliveries().fanOut(10, _ -> many(other, 3));
    List<DueDelivery> due = take(ONE);
    assertEquals(DeliveryPort.MOST_TAKEN, due.size());
    assertEquals(1, of(other, due).size());
    assertEquals(List.of("1", "2"), of(other, take(ONE, due)));
  }

  private static List<NewDelivery> many(Webhook webhook, int count) {
    List<NewDelivery> many = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      many.add(new NewDelivery(fresh("wd"), webhook.id(), WebhookEvent.SEAT_HELD, "lane", "" + i));
    }
    return many;
  }

  @Test
  default void W48_a_webhook_that_a_node_takes_from_is_its_own_until_the_lease_ends() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    assertEquals(List.of("1"), bodies(take(ONE)));
    queue(workspace, webhook, "2");
    moveClock(DeliveryPort.LEASE.minus(MOMENT));
    assertEquals(List.of(), take(OTHER));
    moveClock(MOMENT);
    assertEquals(List.of("1", "2"), bodies(take(OTHER)));
    assertEquals(List.of(), take(ONE));
  }

  @Test
  default void W49_taking_again_renews_the_lease() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    take(ONE);
    moveClock(DeliveryPort.LEASE.minus(MOMENT));
    queue(workspace, webhook, "2");
    take(ONE);
    moveClock(DeliveryPort.LEASE.minus(MOMENT));
    assertEquals(List.of(), take(OTHER));
    moveClock(MOMENT);
    assertEquals(List.of("1", "2"), bodies(take(OTHER)));
  }

  @Test
  default void W50_what_is_under_way_renews_the_lease_though_nothing_more_is_due() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    List<DueDelivery> underWay = take(ONE);
    moveClock(DeliveryPort.LEASE.minus(MOMENT));
    assertEquals(List.of(), take(ONE, underWay));
    moveClock(DeliveryPort.LEASE.minus(MOMENT));
    queue(workspace, webhook, "2");
    assertEquals(List.of(), take(OTHER));
    moveClock(MOMENT);
    assertEquals(List.of("1", "2"), bodies(take(OTHER)));
    assertEquals(List.of(), take(ONE, underWay), "it is the other node's now");
  }

  @Test
  default void W51_a_webhook_that_a_node_takes_nothing_from_is_free_for_others() {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    Webhook full = aWebhook(workspace);
    queue(workspace, one, "1");
    queue(workspace, full, "2");
    assertEquals(
        List.of("1"), bodies(deliveries().take(ONE, Set.of(), new Room(10, Map.of(full.id(), 0)))));
    assertEquals(List.of("2"), bodies(take(OTHER)));
  }

  @Test
  default void W52_what_was_taken_and_never_recorded_is_not_lost() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2", "A-3");
    fanOut();
    List<DueDelivery> died = take(ONE);
    deliveries().record(List.of(delivered(died.get(1))));
    moveClock(DeliveryPort.LEASE);
    List<DueDelivery> again = take(OTHER);
    assertEquals(List.of(died.get(0), died.get(2)), again);
  }

  @Test
  default void W53_what_has_ended_is_never_taken_again() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    queue(workspace, webhook, "2");
    List<DueDelivery> due = take(ONE);
    deliveries().record(List.of(delivered(due.get(0)), WebhookRules.givenUp(due.get(1))));
    moveClock(QUARTER);
    assertEquals(List.of(), take(ONE));
    assertEquals(List.of(), take(OTHER));
  }

  @Test
  default void W54_limits_have_bounds_and_strangers_in_them_do_no_harm() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    for (int limit : List.of(0, 1_001)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> deliveries().take(ONE, Set.of(), new Room(limit, Map.of())));
    }
    for (int limit : List.of(-1, 1_001)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> deliveries().take(ONE, Set.of(), new Room(1, Map.of(webhook.id(), limit))));
    }
    queue(workspace, webhook, "1");
    Map<WebhookId, Integer> strangers = Map.of(new WebhookId(Long.MAX_VALUE), 5);
    Set<Long> gone = new HashSet<>(Set.of(Long.MAX_VALUE));
    assertEquals(1, deliveries().take(ONE, gone, new Room(1, strangers)).size());
  }
}
