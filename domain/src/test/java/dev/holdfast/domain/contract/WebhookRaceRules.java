package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.again;
import static dev.holdfast.domain.contract.WebhookRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** W64 to W68: many at once. */
public interface WebhookRaceRules extends WebhookRules {
  int NODES = 4;
  int ENTRIES = 40;

  @Test
  default void W64_many_nodes_queue_each_entry_once_while_it_is_being_written()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    List<Event> events = List.of(anEvent(workspace), anEvent(workspace));
    try (SeatLockCrowd crowd = new SeatLockCrowd(NODES)) {
      crowd.all(caller ->
          () -> {
            for (int i = 0; i < ENTRIES; i++) {
              if (caller < events.size()) {
                hold(events.get(caller), "A-" + i);
              } else {
                again(() -> deliveries().fanOut(3, TO_EACH::deliveries));
              }
            }
            return caller;
          });
    }
    fanOut();
    List<DueDelivery> due = take(ONE);
    assertEquals(2 * ENTRIES, due.size());
    assertEquals(2 * ENTRIES, due.stream().map(DueDelivery::body).distinct().count());
    List<String> expected =
        IntStream.range(0, ENTRIES)
            .mapToObj(i -> "seat.held A-%d #%d".formatted(i, i + 1))
            .toList();
    for (Event event : events) {
      String facts = event.key() + "|";
      assertEquals(
          expected, told(due.stream().filter(each -> each.body().contains(facts)).toList()));
    }
  }

  @Test
  default void W65_of_many_nodes_each_webhook_has_one_and_all_is_taken_once()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    List<Webhook> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(aWebhook(workspace));
      for (int n = 0; n < 3; n++) {
        queue(workspace, all.getLast(), i + "." + n);
      }
    }
    List<List<DueDelivery>> taken;
    try (SeatLockCrowd crowd = new SeatLockCrowd(NODES)) {
      taken = crowd.all(caller -> () -> takeTwice(node(caller)));
    }
    for (int node = 0; node < NODES; node++) {
      takeTheRest(node(node), taken.get(node));
    }
    List<DueDelivery> together = taken.stream().flatMap(List::stream).toList();
    assertEquals(18, together.size());
    assertEquals(18, together.stream().map(DueDelivery::id).distinct().count());
    Set<String> nodes = new HashSet<>();
    for (int node = 0; node < NODES; node++) {
      for (DueDelivery each : taken.get(node)) {
        nodes.add(each.webhook().value() + " of " + node);
      }
    }
    assertEquals(6, nodes.size(), "one node each");
  }

  private static NodeId node(int number) {
    return new NodeId(new UUID(7, number));
  }

  private List<DueDelivery> takeTwice(NodeId node) {
    List<DueDelivery> mine = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      mine.addAll(again(whatIsLeft(node, mine)));
    }
    return mine;
  }

  private void takeTheRest(NodeId node, List<DueDelivery> mine) {
    List<DueDelivery> more;
    do {
      more = again(whatIsLeft(node, mine));
      mine.addAll(more);
    } while (!more.isEmpty());
  }

  /** One that is just being looked at by another node may be left out: the next call has it. */
  private Supplier<List<DueDelivery>> whatIsLeft(NodeId node, List<DueDelivery> mine) {
    Set<Long> underWay = mine.stream().map(DueDelivery::id).collect(Collectors.toSet());
    return () -> deliveries().take(node, underWay, new Room(2, Map.of()));
  }

  @Test
  default void W66_of_many_webhooks_of_one_key_one_is_made() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    try (SeatLockCrowd crowd = new SeatLockCrowd(NODES)) {
      List<Boolean> made = crowd.all(_ -> () -> again(() -> isMade(workspace)));
      assertEquals(1, made.stream().filter(each -> each).count());
    }
    assertEquals(1, webhooks().webhooks(workspace, new Page.Request(1, 10)).total());
  }

  private boolean isMade(WorkspaceId workspace) {
    try {
      webhooks().create(workspace, "wh_a", WebhookRules.to(URL), SECRET);
      return true;
    } catch (StoreFailure.Rejected taken) {
      return false;
    }
  }

  @Test
  default void W67_what_happens_once_a_webhook_is_made_is_never_left_out()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 20; round++) {
        String label = "A-" + round;
        crowd.all(caller ->
            () -> {
              if (caller == 0) {
                // Whoever made it may rely on it from here on.
                again(() -> aWebhook(workspace));
                hold(event, label);
                return 0;
              }
              return again(() -> deliveries().fanOut(1_000, TO_EACH::deliveries));
            });
        fanOut();
        int webhooks = round + 1;
        long told =
            told(take(ONE)).stream().filter(each -> each.contains(" " + label + " ")).count();
        assertEquals(webhooks, told, label);
        deliverAll();
      }
    }
  }

  @Test
  default void W68_an_event_deleted_while_it_is_read_has_told_everything()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 10; round++) {
        Event event = anEvent(workspace);
        hold(event, "A-1", "A-2", "A-3");
        crowd.all(caller ->
            () ->
                again(() ->
                    caller == 0
                        ? catalog().deleteEvent(workspace, event.key())
                        : deliveries().fanOut(2, TO_EACH::deliveries) > 0));
        fanOut();
        List<DueDelivery> due = take(ONE);
        assertEquals(3, due.size());
        assertTrue(due.stream().allMatch(each -> each.body().contains(event.key())));
        deliverAll();
      }
    }
  }
}
