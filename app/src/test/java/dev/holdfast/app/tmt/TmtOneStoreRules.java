package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Changes;
import dev.holdfast.app.v1.Hook;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.WebhookInbox;
import dev.holdfast.app.v1.WebhookReceiver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One store is behind both dialects. */
public abstract class TmtOneStoreRules extends TmtRules {

  private static final String V1_TOKEN = "a-token-of-v1";

  @Test
  void X_01_a_hold_of_this_dialect_is_a_hold_of_the_other_and_can_be_booked_there() {
    String token = venue.held("A-1", TmtVenue.places("floor", 2));
    assertEquals("held", v1.state("A-1"));
    assertEquals(token, v1.object("A-1").path("holdToken").asText());

    v1.book(List.of("A-1", "floor"), token).ok();

    assertEquals(List.of("A-1", "floor"), v1.labels("booked"));
    TmtCheck.conflict(venue.hold("A-1"), "A-1 already_booked");
  }

  @Test
  void X_01_a_hold_of_the_other_dialect_can_be_booked_here() {
    v1.holdAll(List.of("A-1", "A-2"), V1_TOKEN).ok();
    v1.holdPlaces("floor", V1_TOKEN, 3).ok();
    TmtCheck.conflict(venue.hold("A-1"), "A-1 already_held");

    venue.book(V1_TOKEN, "A-1", TmtVenue.places("floor", 3)).ok();

    assertEquals(List.of("A-1", "floor"), v1.labels("booked"));
    assertEquals(List.of("A-2"), v1.labels("held"));
  }

  @Test
  void X_01_a_hold_of_the_other_dialect_can_be_released_extended_and_expired_here() {
    v1.holdAll(List.of("A-1", "A-2", "A-3"), V1_TOKEN).ok();

    venue.releaseUnder(V1_TOKEN, "A-1").ok();
    assertEquals(List.of("A-2", "A-3"), v1.labels("held"));
    venue.extend(V1_TOKEN, 3_600).ok();
    venue.expire(V1_TOKEN).ok();

    assertEquals(List.of(), v1.objects());
  }

  @Test
  void X_01_a_hold_of_this_dialect_can_be_released_there() {
    String token = venue.held("A-1", "A-2");

    v1.release(List.of("A-1"), token).ok();
    v1.asBrowser().release(List.of("A-2"), token).ok();

    assertEquals(List.of(), v1.objects());
  }

  @Test
  void X_01_the_journal_says_through_which_door_it_came() {
    String token = venue.held("A-1");
    venue.book(token, "A-1").ok();
    venue.release("A-1").ok();

    List<JsonNode> changes = Changes.all(v1);

    assertEquals(
        List.of("held", "booked", "released"), changes.stream().map(Changes::type).toList());
    for (JsonNode change : changes) {
      assertEquals("tmt", change.path("dialect").asText(), change::toString);
    }
  }

  @Test
  void X_02_webhooks_are_told_of_every_seat() {
    try (WebhookReceiver receiver = WebhookReceiver.open()) {
      WebhookInbox inbox = receiver.inbox();
      Hook hook = Hook.make(v1.sk(), inbox.url(), Hook.ALL);
      String token = venue.held("A-1", "A-2", "A-3", "A-4");
      venue.book(token, "A-1", "A-2").ok();
      venue.release("A-1").ok();
      venue.expire(TmtVenue.object(token)).ok();

      inbox.await("all nine", () -> inbox.first().size() >= 9);

      assertEquals(List.of(Hook.HELD, Hook.BOOKED, Hook.RELEASED), inbox.told("A-1"));
      assertEquals(List.of(Hook.HELD, Hook.BOOKED), inbox.told("A-2"));
      assertEquals(List.of(Hook.HELD, Hook.EXPIRED), inbox.told("A-3"));
      assertEquals(List.of(Hook.HELD, Hook.EXPIRED), inbox.told("A-4"));
      assertEquals(9, inbox.first().size());
      hook.delete();
    }
  }

  @Test
  void X_04_a_conflict_is_409_there_and_400_here() {
    v1.hold("A-1", V1_TOKEN).ok();
    String token = venue.held("A-2");

    TmtCheck.refused(venue.hold("A-1"));
    v1.hold("A-2", V1_TOKEN).expect(409);
    Answer there = v1.book(List.of("A-2"), V1_TOKEN).expect(409);
    Answer here = TmtCheck.refused(venue.book(token, "A-1"));

    assertTrue(there.body().has("failed"));
    assertFalse(there.body().has("data"));
    assertFalse(here.body().has("failed"));
  }

  @Test
  void X_05_a_fresh_event_has_no_objects() {
    assertEquals(Json.array(), v1.status().ok().at("objects"));
  }

  @Test
  void X_05_a_seat_that_was_given_back_is_not_stored_either() {
    venue.releaseUnder(venue.held("A-1"), "A-1").ok();
    venue.expire(venue.held("A-2")).ok();

    assertEquals(Json.array(), v1.status().ok().at("objects"));
  }

  @Test
  void an_event_of_this_dialect_is_an_event_of_the_other() {
    Answer event = v1.sk().get(v1.path("")).ok();

    assertEquals(venue.event(), event.text("eventKey"));
    assertEquals(venue.chart(), event.text("chartKey"));
    assertEquals(TmtVenue.NAME, event.text("name"));
  }

  @Test
  void an_event_of_the_other_dialect_can_be_sold_here() {
    TmtVenue made = venue.of(TestVenue.event(v1.sk(), venue.chart()));

    made.book(made.held("A-1"), "A-1").ok();

    assertEquals("booked", made.v1().state("A-1"));
  }
}
