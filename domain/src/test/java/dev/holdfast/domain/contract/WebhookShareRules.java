package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.again;
import static dev.holdfast.domain.contract.WebhookRules.bodies;
import static dev.holdfast.domain.contract.WebhookRules.fresh;
import static dev.holdfast.domain.contract.WebhookRules.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.Room;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** W73 to W82: what one workspace can take from the others, and where what has waited goes. */
public interface WebhookShareRules extends WebhookRules {
  private void fill(WorkspaceId workspace) {
    long there = webhooks().webhooks(workspace, FIRST).total();
    for (long count = there; count < WebhookPort.MOST_WEBHOOKS; count++) {
      webhooks().create(workspace, fresh("wh"), to(URL), SECRET);
    }
    moveClock(MOMENT);
  }

  private boolean isRefused(WorkspaceId workspace) {
    return webhooks().create(workspace, fresh("wh"), to(URL), SECRET).isEmpty();
  }

  @Test
  default void W73_a_workspace_has_no_more_webhooks_than_the_bound_disabled_ones_included() {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    enable(workspace, one, false);
    fill(workspace);
    assertEquals(true, isRefused(workspace));
    assertEquals(WebhookPort.MOST_WEBHOOKS, webhooks().webhooks(workspace, FIRST).total());
    assertEquals(false, isRefused(aWorkspace()));
  }

  @Test
  default void W74_a_deleted_webhook_makes_room_for_another() {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    fill(workspace);
    webhooks().delete(workspace, one.key());
    assertEquals(false, isRefused(workspace));
    assertEquals(true, isRefused(workspace));
  }

  @Test
  default void W75_many_at_once_make_no_more_webhooks_than_the_bound() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    fill(workspace);
    webhooks().delete(workspace, one.key());
    try (SeatLockCrowd crowd = new SeatLockCrowd(8)) {
      List<Boolean> refused = crowd.all(_ -> () -> again(() -> isRefused(workspace)));
      assertEquals(7, refused.stream().filter(each -> each).count());
    }
    assertEquals(WebhookPort.MOST_WEBHOOKS, webhooks().webhooks(workspace, FIRST).total());
  }

  @Test
  default void W76_of_each_workspace_no_more_than_its_share_the_earliest_of_all_its_webhooks() {
    WorkspaceId busy = aWorkspace();
    Webhook one = aWebhook(busy);
    Webhook other = aWebhook(busy);
    WorkspaceId small = aWorkspace();
    Webhook last = aWebhook(small);
    for (int i = 1; i <= 3; i++) {
      queue(busy, i == 2 ? other : one, "busy " + i);
      moveClock(MOMENT);
      queue(small, last, "small " + i);
      moveClock(MOMENT);
    }
    Room room = new Room(10, Map.of(), 2, Map.of(small, 1));
    List<DueDelivery> due = deliveries().take(ONE, Set.of(), room);
    assertEquals(List.of("busy 1", "small 1", "busy 2"), bodies(due));
    assertEquals(List.of(busy, small, busy), due.stream().map(DueDelivery::workspace).toList());
  }

  @Test
  default void W77_a_workspace_that_there_is_no_room_for_is_left_to_other_nodes() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "1");
    Room none = new Room(10, Map.of(), 10, Map.of(workspace, 0));
    assertEquals(List.of(), deliveries().take(ONE, Set.of(), none));
    assertEquals(List.of("1"), bodies(take(OTHER)));
  }

  @Test
  default void W78_shares_have_bounds_and_strangers_in_them_do_no_harm() {
    WorkspaceId workspace = aWorkspace();
    queue(workspace, aWebhook(workspace), "1");
    for (int share : List.of(-1, 1_001)) {
      Room all = new Room(1, Map.of(), share, Map.of());
      assertThrows(IllegalArgumentException.class, () -> deliveries().take(ONE, Set.of(), all));
      Room one = new Room(1, Map.of(), 1, Map.of(workspace, share));
      assertThrows(IllegalArgumentException.class, () -> deliveries().take(ONE, Set.of(), one));
    }
    Room strange = new Room(1, Map.of(), 1, Map.of(new WorkspaceId(Long.MAX_VALUE), 5));
    assertEquals(List.of("1"), bodies(deliveries().take(ONE, Set.of(), strange)));
  }

  @Test
  default void W79_as_few_entries_are_read_as_all_webhooks_may_be_told_at_a_time() {
    WorkspaceId workspace = aWorkspace();
    fill(workspace);
    Event event = anEvent(workspace);
    int most = DeliveryPort.MOST_QUEUED / WebhookPort.MOST_WEBHOOKS;
    for (int entries = 0; entries < most + 2; entries += 6) {
      hold(event, "A-1", "A-2", "A-3");
      change(
          event.id(),
          Set.of("A-1", "A-2", "A-3"),
          draft -> List.of("A-1", "A-2", "A-3").forEach(draft::free));
    }
    List<Integer> read = new ArrayList<>();
    int all = 0;
    for (int more = 1; more > 0; all += more) {
      more =
          deliveries()
              .fanOut(
                  1_000,
                  passage -> {
                    read.add(passage.entries().size());
                    return TO_EACH.deliveries(passage);
                  });
    }
    assertEquals(42, all);
    assertEquals(List.of(most, 42 - most), read);
    assertEquals(42L * WebhookPort.MOST_WEBHOOKS, queued(workspace));
  }

  private long queued(WorkspaceId workspace) {
    return webhooks().webhooks(workspace, FIRST).items().stream()
        .mapToLong(each -> listed(workspace, each).total())
        .sum();
  }

  @Test
  default void W80_a_webhooks_target_is_what_it_is_now() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    assertEquals(Optional.of(new Target(URL, SECRET)), deliveries().target(webhook.id()));
    WebhookSecret another = new WebhookSecret("whsec_ffffffffffffffffffffffffffffffff");
    webhooks().rotate(workspace, webhook.key(), another);
    assertEquals(Optional.of(new Target(URL, another)), deliveries().target(webhook.id()));
    String url = "https://new.example";
    WebhookChange change =
        new WebhookChange(
            Optional.of(url),
            Optional.empty(),
            Optional.empty(),
            new WebhookChange.Description.Kept());
    webhooks().update(workspace, webhook.key(), change);
    assertEquals(Optional.of(new Target(url, another)), deliveries().target(webhook.id()));
  }

  @Test
  default void W81_a_webhook_that_is_disabled_has_no_target_until_it_is_enabled() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    enable(workspace, webhook, false);
    assertEquals(Optional.empty(), deliveries().target(webhook.id()));
    enable(workspace, webhook, true);
    assertEquals(Optional.of(new Target(URL, SECRET)), deliveries().target(webhook.id()));
  }

  @Test
  default void W82_a_webhook_that_is_deleted_or_never_was_has_no_target() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    webhooks().delete(workspace, webhook.key());
    assertEquals(Optional.empty(), deliveries().target(webhook.id()));
    assertEquals(Optional.empty(), deliveries().target(new WebhookId(Long.MAX_VALUE)));
  }
}
