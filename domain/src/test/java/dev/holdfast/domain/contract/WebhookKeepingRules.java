package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.enabled;
import static dev.holdfast.domain.contract.WebhookRules.fresh;
import static dev.holdfast.domain.contract.WebhookRules.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort.ReplayAnswer;
import dev.holdfast.domain.webhook.Delivery;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** W1 to W13: making, changing and deleting webhooks. */
public interface WebhookKeepingRules extends WebhookRules {
  WebhookSecret ANOTHER = new WebhookSecret("whsec_ffffffffffffffffffffffffffffffff");

  @Test
  default void W1_a_new_webhook_is_enabled_and_found_as_it_was_made() {
    assertTrue(webhooks().keepsSecrets());
    WorkspaceId workspace = aWorkspace();
    Set<WebhookEvent> events = Set.of(WebhookEvent.SEAT_BOOKED, WebhookEvent.SEAT_HELD);
    Webhook made =
        webhooks()
            .create(workspace, "wh_a", new NewWebhook(URL, events, "to the desk"), SECRET)
            .orElseThrow();
    Instant now = made.createdAt();
    Webhook expected = new Webhook(made.id(), "wh_a", URL, events, "to the desk", true, now, now);
    assertEquals(expected, made);
    moveClock(MOMENT);
    assertEquals(Optional.of(expected), webhooks().find(workspace, "wh_a"));
    assertEquals(Optional.empty(), webhooks().find(workspace, "WH_A"));
  }

  @Test
  default void W2_a_key_is_taken_within_its_workspace() {
    WorkspaceId workspace = aWorkspace();
    Webhook first = webhooks().create(workspace, "wh_a", to(URL), SECRET).orElseThrow();
    assertThrows(
        StoreFailure.Rejected.class,
        () -> webhooks().create(workspace, "wh_a", to("https://other.example"), SECRET));
    assertEquals(Optional.of(first), webhooks().find(workspace, "wh_a"));
    Webhook elsewhere = webhooks().create(aWorkspace(), "wh_a", to(URL), SECRET).orElseThrow();
    assertFalse(first.id().equals(elsewhere.id()));
  }

  @Test
  default void W3_a_workspace_that_is_not_there_gets_no_webhook() {
    assertThrows(
        StoreFailure.Rejected.class,
        () -> webhooks().create(new WorkspaceId(Long.MAX_VALUE), "wh_a", to(URL), SECRET));
  }

  @Test
  default void W4_the_list_is_newest_first_and_of_one_instant_by_key_page_by_page() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(new Page<>(List.of(), 0), webhooks().webhooks(workspace, FIRST));
    webhooks().create(workspace, "wh_b", to(URL), SECRET);
    moveClock(MOMENT);
    webhooks().create(workspace, "wh_c", to(URL), SECRET);
    webhooks().create(workspace, "wh_a", to(URL), SECRET);
    assertEquals(List.of("wh_a", "wh_c", "wh_b"), keys(workspace, FIRST));
    assertEquals(List.of("wh_a", "wh_c"), keys(workspace, new Page.Request(1, 2)));
    assertEquals(List.of("wh_b"), keys(workspace, new Page.Request(2, 2)));
    assertEquals(List.of(), keys(workspace, new Page.Request(3, 2)));
    assertEquals(3, webhooks().webhooks(workspace, new Page.Request(3, 2)).total());
  }

  private List<String> keys(WorkspaceId workspace, Page.Request page) {
    return webhooks().webhooks(workspace, page).items().stream().map(Webhook::key).toList();
  }

  @Test
  default void W5_a_change_changes_what_it_names_and_nothing_else() {
    WorkspaceId workspace = aWorkspace();
    Webhook was =
        webhooks()
            .create(workspace, "wh_a", new NewWebhook(URL, ALL, "desk"), SECRET)
            .orElseThrow();
    moveClock(MOMENT);
    Webhook disabled = webhooks().update(workspace, "wh_a", enabled(false)).orElseThrow();
    Instant now = was.createdAt().plus(MOMENT);
    assertEquals(
        new Webhook(was.id(), "wh_a", URL, ALL, "desk", false, was.createdAt(), now), disabled);
    moveClock(MOMENT);
    Set<WebhookEvent> booked = Set.of(WebhookEvent.SEAT_BOOKED);
    WebhookChange change =
        new WebhookChange(
            Optional.of("https://new.example"),
            Optional.of(booked),
            Optional.empty(),
            new WebhookChange.Description.Becomes(null));
    Webhook changed = webhooks().update(workspace, "wh_a", change).orElseThrow();
    assertEquals(
        new Webhook(
            was.id(),
            "wh_a",
            "https://new.example",
            booked,
            null,
            false,
            was.createdAt(),
            now.plus(MOMENT)),
        changed);
    assertEquals(Optional.of(changed), webhooks().find(workspace, "wh_a"));
  }

  @Test
  default void W6_a_change_touches_no_other_webhook() {
    WorkspaceId workspace = aWorkspace();
    Webhook one = aWebhook(workspace);
    Webhook other = aWebhook(workspace);
    enable(workspace, one, false);
    webhooks().rotate(workspace, one.key(), ANOTHER);
    assertEquals(Optional.of(other), webhooks().find(workspace, other.key()));
    queue(workspace, other, "body");
    assertEquals(SECRET, take(ONE).getFirst().target().secret());
  }

  @Test
  default void W7_another_url_is_for_what_is_queued_too_and_keeps_the_secret() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    webhooks()
        .update(
            workspace,
            webhook.key(),
            new WebhookChange(
                Optional.of("https://new.example"),
                Optional.empty(),
                Optional.empty(),
                new WebhookChange.Description.Kept()));
    DueDelivery due = take(ONE).getFirst();
    assertEquals("https://new.example", due.target().url());
    assertEquals(SECRET, due.target().secret());
  }

  @Test
  default void W8_attempts_after_a_rotation_are_signed_with_the_new_secret() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    queue(workspace, webhook, "body");
    Instant at = webhooks().rotate(workspace, webhook.key(), ANOTHER).orElseThrow();
    assertEquals(webhook.createdAt().plus(MOMENT), at);
    Webhook after = webhooks().find(workspace, webhook.key()).orElseThrow();
    assertEquals(at, after.updatedAt());
    assertTrue(after.enabled());
    assertEquals(ANOTHER, take(ONE).getFirst().target().secret());
  }

  @Test
  default void W9_a_rotation_alone_makes_no_webhook_hear_again_or_anew() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    var event = anEvent(workspace);
    hold(event, "A-1");
    moveClock(MOMENT);
    webhooks().rotate(workspace, webhook.key(), ANOTHER);
    webhooks().update(workspace, webhook.key(), enabled(true));
    fanOut();
    assertEquals(List.of("seat.held A-1 #1"), WebhookRules.told(take(ONE)));
  }

  @Test
  default void W10_a_deleted_webhook_is_gone_at_once() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Delivery delivery = queue(workspace, webhook, "body");
    assertTrue(webhooks().delete(workspace, webhook.key()));
    assertUnknown(workspace, webhook, delivery);
    assertEquals(new Page<>(List.of(), 0), webhooks().webhooks(workspace, FIRST));
  }

  @Test
  default void W11_of_a_webhook_that_never_was_nothing_is_known() {
    WorkspaceId workspace = aWorkspace();
    Webhook other = aWebhook(workspace);
    Delivery delivery = queue(workspace, other, "body");
    Webhook none =
        new Webhook(other.id(), "none", URL, ALL, null, true, Instant.EPOCH, Instant.EPOCH);
    assertUnknown(workspace, none, delivery);
    assertEquals(Optional.empty(), webhooks().deliveries(workspace, "none", FIRST));
    assertEquals(1, listed(workspace, other).total());
  }

  @Test
  default void W12_another_workspaces_webhook_does_not_exist() {
    WorkspaceId owner = aWorkspace();
    Webhook webhook = aWebhook(owner);
    Delivery delivery = queue(owner, webhook, "body");
    WorkspaceId stranger = aWorkspace();
    aWebhook(stranger);
    assertUnknown(stranger, webhook, delivery);
    assertEquals(Optional.empty(), webhooks().deliveries(stranger, webhook.key(), FIRST));
    assertEquals(1, webhooks().webhooks(stranger, FIRST).total());
    assertEquals(Optional.of(webhook), webhooks().find(owner, webhook.key()));
    assertEquals(SECRET, take(ONE).getFirst().target().secret());
  }

  private void assertUnknown(WorkspaceId workspace, Webhook webhook, Delivery delivery) {
    String key = webhook.key();
    assertEquals(Optional.empty(), webhooks().find(workspace, key));
    assertEquals(Optional.empty(), webhooks().update(workspace, key, enabled(false)));
    assertEquals(Optional.empty(), webhooks().rotate(workspace, key, ANOTHER));
    assertEquals(
        Optional.empty(),
        webhooks().queue(workspace, key, fresh("wd"), WebhookEvent.SEAT_HELD, "body"));
    assertInstanceOf(
        ReplayAnswer.NoSuchWebhook.class,
        webhooks().replay(workspace, key, delivery.key(), fresh("wd")));
    assertFalse(webhooks().delete(workspace, key));
  }

  @Test
  default void W13_texts_come_back_to_the_letter() {
    WorkspaceId workspace = aWorkspace();
    String url = "https://x.example/" + "ü".repeat(2_030);
    String description = "Kasse 'A' \\ \"B\" {1,2}, 🎟 and \t tab".repeat(6);
    NewWebhook wanted = new NewWebhook(url, ALL, description);
    Webhook made = webhooks().create(workspace, fresh("wh"), wanted, SECRET).orElseThrow();
    Webhook found = webhooks().find(workspace, made.key()).orElseThrow();
    assertEquals(url, found.url());
    assertEquals(description, found.description());
    String body = "{\"a\":\"🎟 \\u0000 '\\\\' ünï\"}\r\n";
    queue(workspace, made, body);
    assertEquals(body, take(ONE).getFirst().body());
  }
}
