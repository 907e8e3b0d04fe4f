package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.again;
import static dev.holdfast.domain.contract.WebhookRules.delivered;
import static dev.holdfast.domain.contract.WebhookRules.enabled;
import static dev.holdfast.domain.contract.WebhookRules.fresh;
import static dev.holdfast.domain.contract.WebhookRules.to;
import static dev.holdfast.domain.contract.WebhookRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** W69 to W72: a store that does not answer: trouble, never "there is none". */
public interface WebhookFailureRules extends WebhookRules {
  @Test
  default void W69_a_broken_store_is_trouble_and_never_empty() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    breakStore();
    List<Supplier<Object>> questions =
        List.of(
            () -> webhooks().find(workspace, webhook.key()),
            () -> webhooks().find(workspace, "none"),
            () -> webhooks().webhooks(workspace, FIRST),
            () -> webhooks().deliveries(workspace, webhook.key(), FIRST),
            () -> webhooks().deliveries(workspace, "none", FIRST),
            () -> deliveries().take(ONE, Set.of(), ROOMY),
            () -> deliveries().target(webhook.id()),
            () -> deliveries().fanOut(1, TO_EACH::deliveries),
            () -> deliveries().prune(1));
    for (Supplier<Object> question : questions) {
      assertThrows(StoreFailure.Unavailable.class, question::get);
    }
    repairStore();
  }

  @Test
  default void W70_a_broken_store_changes_nothing_and_says_so() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    String key = webhook.key();
    Delivery queued = queue(workspace, webhook, "body");
    DueDelivery due = take(ONE).getFirst();
    breakStore();
    List<Supplier<Object>> changes =
        List.of(
            () -> webhooks().create(workspace, fresh("wh"), to(URL), SECRET),
            () -> webhooks().update(workspace, key, enabled(false)),
            () -> webhooks().delete(workspace, key),
            () -> webhooks().rotate(workspace, key, SECRET),
            () -> webhooks().queue(workspace, key, fresh("wd"), WebhookEvent.SEAT_HELD, "body"),
            () -> webhooks().replay(workspace, key, queued.key(), fresh("wd")),
            () -> recorded(due));
    for (Supplier<Object> change : changes) {
      assertThrows(StoreFailure.class, change::get);
    }
    repairStore();
    assertEquals(Optional.of(webhook), again(() -> webhooks().find(workspace, key)));
    assertEquals(1, webhooks().webhooks(workspace, FIRST).total());
    assertEquals(List.of(queued), listed(workspace, webhook).items());
  }

  private Object recorded(DueDelivery due) {
    deliveries().record(List.of(delivered(due)));
    return due;
  }

  @Test
  default void W71_a_store_that_breaks_while_entries_are_put_into_words_has_queued_nothing() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    assertThrows(StoreFailure.class, () -> deliveries().fanOut(10, this::breakAndTell));
    repairStore();
    assertEquals(0, again(() -> listed(workspace, webhook)).total());
    assertEquals(2, fanOut());
    assertEquals(List.of("seat.held A-1 #1", "seat.held A-2 #2"), told(take(ONE)));
  }

  private List<NewDelivery> breakAndTell(Passage passage) {
    breakStore();
    return TO_EACH.deliveries(passage);
  }

  @Test
  default void W72_a_repaired_store_goes_on_where_it_was() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    deliveries().fanOut(1, TO_EACH::deliveries);
    DueDelivery due = take(ONE).getFirst();
    breakStore();
    repairStore();
    again(() -> recorded(due));
    assertEquals(1, fanOut());
    assertEquals(List.of("seat.held A-2 #2"), told(again(() -> take(ONE))));
    assertEquals(2, listed(workspace, webhook).total());
  }
}
