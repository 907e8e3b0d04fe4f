package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.WebhookRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.DueDelivery;
import dev.holdfast.domain.webhook.NewDelivery;
import dev.holdfast.domain.webhook.Passage;
import dev.holdfast.domain.webhook.Subscription;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** W25 to W34, W83 and W84: from the journal to the queue, each entry once (I8). */
public interface WebhookFanOutRules extends WebhookRules {
  @Test
  default void W25_each_entry_reaches_each_webhook_that_subscribes_once_and_in_order() {
    WorkspaceId workspace = aWorkspace();
    Webhook all = aWebhook(workspace);
    Webhook booked = aWebhook(workspace, WebhookEvent.SEAT_BOOKED);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    change(event.id(), Set.of("A-1"), draft -> draft.book("A-1", ANN).free("A-1"));
    assertEquals(4, fanOut());
    assertEquals(0, fanOut());
    List<DueDelivery> due = take(ONE);
    assertEquals(
        List.of(
            "seat.held A-1 #1", "seat.held A-2 #2", "seat.booked A-1 #3", "seat.released A-1 #4"),
        told(due.stream().filter(each -> each.webhook().equals(all.id())).toList()));
    assertEquals(
        List.of("seat.booked A-1 #3"),
        told(due.stream().filter(each -> each.webhook().equals(booked.id())).toList()));
    assertEquals(
        List.of("seat.booked"),
        listed(workspace, booked).items().stream().map(each -> each.event().word()).toList());
  }

  @Test
  default void W26_the_passage_tells_of_the_event_its_chart_and_who_listens_since_when() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace, WebhookEvent.SEAT_HELD);
    Webhook disabled = aWebhook(workspace);
    enable(workspace, disabled, false);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    List<Passage> passages = new ArrayList<>();
    deliveries().fanOut(10, passage -> noneOf(passage, passages));
    Passage passage = passages.getFirst();
    assertEquals(event.id(), passage.facts().event());
    assertEquals(event.key(), passage.facts().eventKey());
    assertEquals(event.name(), passage.facts().eventName());
    assertEquals(event.chartKey(), passage.facts().chartKey());
    assertEquals("Main hall", passage.facts().chartName());
    assertEquals(
        List.of(
            new Subscription(webhook.id(), Set.of(WebhookEvent.SEAT_HELD), webhook.createdAt())),
        passage.subscriptions());
    assertEquals(ledger().journal(event.id(), 0, Portion.of(10)).entries(), passage.entries());
  }

  private static List<NewDelivery> noneOf(Passage passage, List<Passage> passages) {
    passages.add(passage);
    return List.of();
  }

  @Test
  default void W27_a_payload_names_the_event_as_it_is_called_by_then() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1");
    catalog().renameEvent(workspace, event.key(), null);
    fanOut();
    String facts = take(ONE).getFirst().body().lines().skip(1).findFirst().orElseThrow();
    assertEquals(event.key() + "|null|" + event.chartKey() + "|Main hall", facts);
  }

  @Test
  default void W28_pieces_of_a_journal_meet_without_gap_or_overlap() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    String[] labels = IntStream.rangeClosed(1, 12).mapToObj(n -> "A-" + n).toArray(String[]::new);
    hold(event, labels);
    for (int expected : List.of(5, 5, 2, 0)) {
      assertEquals(expected, deliveries().fanOut(5, TO_EACH::deliveries));
    }
    assertEquals(
        IntStream.rangeClosed(1, 12).mapToObj(n -> "seat.held A-%1$d #%1$d".formatted(n)).toList(),
        told(take(ONE)));
  }

  @Test
  default void W83_of_large_entries_fewer_are_read_at_a_time_and_none_is_left_out() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    Event event = anEvent(workspace);
    change(
        event.id(), Set.of(), draft -> IntStream.range(0, 60).forEach(_ -> draft.logTexts(16_000)));
    int most = Math.ceilDiv(Portion.USUAL_BYTES, Portion.ENTRY_BYTES + 16_000);
    List<Passage> passages = new ArrayList<>();
    while (deliveries().fanOut(100, passage -> noneOf(passage, passages)) > 0) {
      assertTrue(passages.getLast().entries().size() <= most);
    }
    assertEquals(
        LongStream.rangeClosed(1, 60).boxed().toList(),
        passages.stream()
            .flatMap(passage -> passage.entries().stream())
            .map(JournalEntry::seq)
            .toList());
  }

  /** Of one journal each entry commits behind the one before it; of several, in any order. */
  @Test
  default void W84_what_commits_after_younger_entries_of_another_event_were_told_is_told_as_well() {
    WorkspaceId workspace = aWorkspace();
    aWebhook(workspace);
    assertEquals(List.of("seat.held A-1 #1"), SeatLedgerRules.again(() -> toldLast(workspace)));
  }

  private List<String> toldLast(WorkspaceId workspace) {
    Event slow = anEvent(workspace);
    Event quick = anEvent(workspace);
    try (LedgerTransaction open = begin()) {
      SeatLedgerRules.write(
          open, SeatLedgerRules.draft(open, slow.id(), "A-1").hold("A-1", ANN, QUARTER));
      moveClock(MOMENT);
      hold(quick, "B-1");
      fanOut();
      deliverAll();
      open.commit();
    }
    fanOut();
    return told(take(ONE));
  }

  @Test
  default void W29_what_happened_before_a_webhook_was_made_is_not_for_it() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    hold(event, "A-1");
    moveClock(MOMENT);
    aWebhook(workspace);
    hold(event, "A-2");
    moveClock(MOMENT);
    Webhook second = aWebhook(workspace);
    hold(event, "A-3");
    fanOut();
    List<DueDelivery> due = take(ONE);
    assertEquals(List.of("seat.held A-2 #2", "seat.held A-3 #3", "seat.held A-3 #3"), told(due));
    assertEquals(1, due.stream().filter(each -> each.webhook().equals(second.id())).count());
  }

  @Test
  default void W30_what_happens_while_nobody_listens_is_never_read() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    hold(event, "A-1");
    assertEquals(0, fanOut());
    Webhook webhook = aWebhook(workspace);
    assertEquals(0, fanOut());
    enable(workspace, webhook, false);
    hold(event, "A-2");
    assertEquals(0, fanOut());
    enable(workspace, webhook, true);
    assertEquals(0, fanOut());
    hold(event, "A-3");
    assertEquals(1, fanOut());
    assertEquals(List.of("seat.held A-3 #3"), told(take(ONE)));
  }

  @Test
  default void W31_what_happens_while_a_webhook_is_disabled_is_not_for_it_when_others_listen() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Webhook other = aWebhook(workspace, WebhookEvent.SEAT_BOOKED);
    Event event = anEvent(workspace);
    enable(workspace, webhook, false);
    hold(event, "A-1");
    fanOut();
    hold(event, "A-2");
    enable(workspace, webhook, true);
    hold(event, "A-3");
    fanOut();
    assertEquals(List.of("seat.held A-3 #3"), told(take(ONE)));
    assertEquals(0, listed(workspace, other).total());
  }

  @Test
  default void W32_other_workspaces_hear_nothing() {
    WorkspaceId workspace = aWorkspace();
    Webhook stranger = aWebhook(aWorkspace());
    Event event = anEvent(workspace);
    hold(event, "A-1");
    assertEquals(0, fanOut());
    Webhook webhook = aWebhook(workspace);
    hold(event, "A-2");
    assertEquals(1, fanOut());
    assertEquals(List.of(webhook.id()), take(ONE).stream().map(DueDelivery::webhook).toList());
    assertTrue(webhooks().find(workspace, stranger.key()).isEmpty());
  }

  @Test
  default void W33_when_the_function_throws_nothing_was_queued_and_the_entries_come_again() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1", "A-2");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                deliveries()
                    .fanOut(
                        10,
                        passage -> {
                          throw new IllegalStateException("no words for " + passage.facts());
                        }));
    assertTrue(String.valueOf(thrown.getMessage()).startsWith("no words"));
    assertEquals(0, listed(workspace, webhook).total());
    assertEquals(2, fanOut());
    assertEquals(2, listed(workspace, webhook).total());
  }

  @Test
  default void W34_when_one_delivery_cannot_be_stored_none_was_and_the_entries_come_again() {
    WorkspaceId workspace = aWorkspace();
    Webhook webhook = aWebhook(workspace);
    Event event = anEvent(workspace);
    hold(event, "A-1");
    queue(workspace, webhook, "body");
    String taken = latest(workspace, webhook).key();
    NewDelivery good =
        new NewDelivery("wd_good", webhook.id(), WebhookEvent.SEAT_HELD, "lane", "good");
    NewDelivery bad = new NewDelivery(taken, webhook.id(), WebhookEvent.SEAT_HELD, "lane", "bad");
    assertThrows(
        StoreFailure.Rejected.class, () -> deliveries().fanOut(10, _ -> List.of(good, bad)));
    assertEquals(1, listed(workspace, webhook).total());
    assertEquals(1, fanOut());
  }
}
