package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What webhooks are told of, and what not. That something is not told shows in what is told of the
 * same seat later, because first attempts of one seat go out in order.
 */
@WaitingRules
public abstract class WebhookTellingRules extends ReceivingRules {

  @Test
  void B_09_every_booked_seat_is_told_once() {
    hook();
    List<String> labels = List.of("A-1", "A-2", "VIP-G3");
    String token = token();
    venue.holdAll(labels, token).ok();
    venue.book(labels, token).ok();
    venue.release(labels).ok();

    labels.forEach(label -> inbox.await(Hook.RELEASED, label));

    for (String label : labels) {
      assertEquals(List.of(Hook.HELD, Hook.BOOKED, Hook.RELEASED), inbox.told(label));
    }
    assertEquals(
        List.of("A-1", "A-2", "VIP-G3"),
        Json.sorted(
            inbox.data(Hook.BOOKED).stream().map(d -> d.path("objectLabel").asText()).toList()));
  }

  @Test
  void B_10_a_webhook_is_told_what_it_subscribed_to_and_nothing_else() {
    Map<String, WebhookInbox> inboxes = new HashMap<>();
    for (String event : Hook.ALL) {
      inboxes.put(event, receiver.inbox());
      hook(inboxes.get(event), List.of(event));
    }
    hook();
    for (int round = 0; round < 2; round++) {
      String token = token();
      venue.hold("A-1", token).ok();
      venue.book(List.of("A-1"), token).ok();
      venue.release(List.of("A-1")).ok();
      venue.hold("A-1", token, 1).ok();
      inbox.await(Hook.EXPIRED, "A-1");
      int told = 5 * (round + 1);
      inbox.await("round " + round, () -> inbox.told("A-1").size() == told);
    }

    for (String event : Hook.ALL) {
      int times = event.equals(Hook.HELD) ? 4 : 2;
      WebhookInbox one = Objects.requireNonNull(inboxes.get(event));
      one.await("all of " + event, () -> one.first().size() >= times);
      assertEquals(Collections.nCopies(times, event), one.told("A-1"));
    }
  }

  @Test
  void B_10_seats_are_booked_without_any_webhook() {
    String token = token();
    venue.hold("A-1", token).ok();

    venue.book(List.of("A-1"), token).ok();

    assertEquals("booked", venue.state("A-1"));
  }

  @Test
  void B_29_a_hold_that_lapses_is_told_once_and_one_that_was_booked_or_released_is_not() {
    hook();
    String token = token();
    List<String> labels = List.of("A-1", "A-2", "A-3");
    venue.holdAll(labels, token, ExpiryRules.IN_TIME).ok();
    venue.book(List.of("A-2"), token).ok();
    venue.release(List.of("A-3"), token).ok();

    inbox.await(Hook.EXPIRED, "A-1");
    // Told of last, each seat shows all that came before.
    venue.release(List.of("A-2")).ok();
    venue.holdAll(List.of("A-1", "A-3"), token).ok();
    inbox.await(Hook.HELD, "A-1");
    inbox.await(Hook.RELEASED, "A-2");
    inbox.await("a second hold of A-3", () -> inbox.told("A-3").size() == 3);

    assertEquals(List.of(Hook.HELD, Hook.EXPIRED, Hook.HELD), inbox.told("A-1"));
    assertEquals(List.of(Hook.HELD, Hook.BOOKED, Hook.RELEASED), inbox.told("A-2"));
    assertEquals(List.of(Hook.HELD, Hook.RELEASED, Hook.HELD), inbox.told("A-3"));
  }

  @Test
  void B_29_a_lapsed_hold_ends_before_the_next_one_begins() {
    hook();
    for (int round = 1; round <= 3; round++) {
      venue.hold("A-1", token(), 1).ok();
      Eventually.within(
          ExpiryRules.LAPSE,
          "A-1 can be held",
          () -> venue.hold("A-1", token(), 600).status() == 200);
      venue.release(List.of("A-1")).ok();
      int told = round * 4;
      inbox.await("round " + round, () -> inbox.told("A-1").size() == told);
      assertEquals(
          List.of(Hook.HELD, Hook.EXPIRED, Hook.HELD, Hook.RELEASED),
          inbox.told("A-1").subList(told - 4, told));
    }
  }

  @Test
  void B_35_every_released_seat_is_told_once() {
    hook(inbox, List.of(Hook.RELEASED));
    String token = token();
    List<String> labels = List.of("A-1", "A-2", "A-3");
    venue.holdAll(labels, token).ok();
    venue.book(List.of("A-2"), token).ok();
    venue.release(labels).ok();
    venue.holdAll(labels, token).ok();
    venue.release(labels).ok();

    inbox.await("two releases a seat", () -> inbox.first().size() == 6);

    for (String label : labels) {
      assertEquals(List.of(Hook.RELEASED, Hook.RELEASED), inbox.told(label));
    }
  }

  @Test
  void what_was_refused_is_not_told() {
    hook();
    String token = token();
    venue.hold("A-1", token).ok();

    venue.hold("A-1", token()).expect(409);
    venue.holdAll(List.of("A-1", "A-2"), token()).expect(409);
    venue.book(List.of("A-1"), token()).expect(409);
    venue.book(List.of("A-1", "A-2"), token).expect(409);
    venue.release(List.of("A-1", "A-2")).expect(409);
    venue.release(List.of("A-1"), token()).expect(409);
    venue.hold("Z-99", token).expect(404);
    venue.seats("hold", "{}").expect(400);
    venue.asBrowser().release(List.of("A-1"), token()).expect(403);
    venue.hold("A-2", token).ok();
    venue.release(List.of("A-1", "A-2")).ok();

    inbox.await(Hook.RELEASED, "A-1");
    inbox.await(Hook.RELEASED, "A-2");
    assertEquals(List.of(Hook.HELD, Hook.RELEASED), inbox.told("A-1"));
    assertEquals(List.of(Hook.HELD, Hook.RELEASED), inbox.told("A-2"));
    assertEquals(4, inbox.first().size());
  }

  @Test
  void extending_and_holding_again_are_not_told() {
    hook();
    String token = token();
    venue.hold("A-1", token).ok();

    venue.extend(token, 1200).ok();
    venue.extend(token, List.of("A-1"), 600).ok();
    venue.hold("A-1", token).ok();
    venue.holdAll(List.of("A-1"), token).ok();
    venue.book(List.of("A-1"), token).ok();

    inbox.await(Hook.BOOKED, "A-1");
    assertEquals(List.of(Hook.HELD, Hook.BOOKED), inbox.told("A-1"));
  }

  @Test
  void what_happened_before_a_webhook_was_made_is_not_told() {
    WebhookInbox witness = receiver.inbox();
    hook(witness, Hook.ALL);
    String token = token();
    venue.hold("A-1", token).ok();
    hook();
    venue.book(List.of("A-1"), token).ok();

    witness.await(Hook.BOOKED, "A-1");
    inbox.await(Hook.BOOKED, "A-1");

    assertEquals(List.of(Hook.BOOKED), inbox.told("A-1"));
  }

  @Test
  void deleting_and_renaming_an_event_or_a_chart_tells_nothing_of_seats() {
    Hook hook = hook();
    venue.hold("A-1", token()).ok();
    TestVenue second = venue.secondEvent();
    inbox.await(Hook.HELD, "A-1");
    venue.sk().patch(venue.path(""), Json.object("name", "Later")).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();
    venue.sk().delete(venue.path("")).ok();
    second.hold("A-2", token()).ok();

    inbox.await(Hook.HELD, "A-2");
    hook.awaitAll(2, "success");
    assertEquals(List.of("seat.held A-1", "seat.held A-2"), inbox.told());
  }
}
