package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the body of each of the four events. */
@WaitingRules
public abstract class WebhookPayloadRules extends ReceivingRules {

  private final String token = token();
  private final ObjectNode cart = Json.object("cartId", "c-19", "price", 45.5);

  @BeforeEach
  void subscribe() {
    hook();
  }

  private ObjectNode hold(String label, int ttlSeconds) {
    return Json.object(
        "objectLabel", label, "holdToken", token, "ttlSeconds", ttlSeconds, "extraData", cart);
  }

  /** The members that every event has; the data, for those it has of its own. */
  private JsonNode common(Attempt attempt, String event, String status) {
    JsonNode json = attempt.json();
    assertEquals(event, json.path("event").asText(), attempt::text);
    assertFalse(attempt.id().isBlank(), attempt::text);
    Check.secondsFromNow(0, json.path("createdAt"));
    JsonNode data = attempt.data();
    assertEquals(venue.chartKey(), data.path("chartKey").asText(), attempt::text);
    assertEquals("Harbour Hall", data.path("chartName").asText(), attempt::text);
    assertEquals(venue.eventKey(), data.path("eventKey").asText(), attempt::text);
    assertEquals("Winter gala", data.path("eventName").asText(), attempt::text);
    assertEquals(status, data.path("status").asText(), attempt::text);
    assertTrue(data.path("seq").isIntegralNumber(), attempt::text);
    JsonNode entry =
        Changes.all(venue).stream()
            .filter(one -> Changes.seq(one) == attempt.seq())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no change has the number of " + data));
    assertEquals(entry.path("objectLabel"), data.path("objectLabel"), attempt::text);
    return data;
  }

  private JsonNode seat(Attempt attempt, String event, String status) {
    JsonNode data = common(attempt, event, status);
    assertEquals("A-1", data.path("objectLabel").asText());
    assertEquals("seat", data.path("objectType").asText(), attempt::text);
    assertEquals("premium", data.path("categoryKey").asText(), attempt::text);
    assertFalse(data.has("quantity"), attempt::text);
    return data;
  }

  private JsonNode area(Attempt attempt, String event, String status, int quantity) {
    JsonNode data = common(attempt, event, status);
    assertEquals("floor", data.path("objectLabel").asText());
    assertEquals("generalAdmission", data.path("objectType").asText(), attempt::text);
    assertEquals("floor", data.path("categoryKey").asText(), attempt::text);
    assertEquals(quantity, data.path("quantity").asInt(), attempt::text);
    return data;
  }

  @Test
  void a_hold_tells_its_token_and_its_deadline() {
    Answer held = venue.seats("hold", hold("A-1", 300)).ok();

    JsonNode data = seat(inbox.await(Hook.HELD, "A-1"), Hook.HELD, "held");

    assertEquals(token, data.path("holdToken").asText());
    assertEquals(held.at("holdExpiresAt"), data.path("holdExpiresAt"));
    assertEquals(cart, data.path("extraData"));
  }

  @Test
  void a_booking_tells_its_token_its_moment_and_the_merged_extra_data() {
    venue.seats("hold", hold("A-1", 300)).ok();
    ObjectNode order = Json.object("orderId", "o-7", "price", 40);
    Answer booked =
        venue
            .seats(
                "book",
                Json.object("objectLabels", List.of("A-1"), "holdToken", token, "extraData", order))
            .ok();

    JsonNode data = seat(inbox.await(Hook.BOOKED, "A-1"), Hook.BOOKED, "booked");

    assertEquals(token, data.path("holdToken").asText());
    assertEquals(booked.at("booked").path(0).path("bookedAt"), data.path("bookedAt"));
    assertEquals(
        Json.object("cartId", "c-19", "price", 40, "orderId", "o-7"), data.path("extraData"));
    assertFalse(data.has("releasedAt") || data.has("expiredAt"), data::toString);
  }

  @Test
  void a_release_tells_its_moment_and_what_the_seat_was() {
    for (String previous : List.of("held", "booked")) {
      venue.seats("hold", hold("A-1", 300)).ok();
      if (previous.equals("booked")) {
        venue.book(List.of("A-1"), token).ok();
      }
      Answer released = venue.release(List.of("A-1")).ok();

      int changes = previous.equals("held") ? 2 : 5;
      inbox.await("the release", () -> inbox.told("A-1").size() == changes);
      JsonNode data = seat(inbox.await(Hook.RELEASED, "A-1"), Hook.RELEASED, "free");
      assertEquals(previous, data.path("previousStatus").asText());
      assertEquals(released.at("releasedAt"), data.path("releasedAt"));
      assertEquals(cart, data.path("extraData"));
    }
  }

  @Test
  void a_hold_that_lapsed_tells_whose_it_was_and_when_it_ended() {
    Answer held = venue.seats("hold", hold("A-1", 1)).ok();

    JsonNode data = seat(inbox.await(Hook.EXPIRED, "A-1"), Hook.EXPIRED, "free");

    assertEquals(token, data.path("holdToken").asText());
    assertFalse(
        Check.instant(data.path("expiredAt")).isBefore(Check.instant(held.at("holdExpiresAt"))));
    assertEquals(cart, data.path("extraData"));
  }

  @Test
  void places_of_an_area_are_told_with_their_number() {
    venue.holdPlaces("floor", token, 3).ok();
    area(inbox.await(Hook.HELD, "floor"), Hook.HELD, "held", 3);
    Answer added = venue.holdPlaces("floor", token, 2).ok();
    inbox.await("a second hold", () -> inbox.told("floor").size() == 2);
    JsonNode held = area(inbox.await(Hook.HELD, "floor"), Hook.HELD, "held", 2);
    assertEquals(token, held.path("holdToken").asText());
    assertEquals(added.at("holdExpiresAt"), held.path("holdExpiresAt"));

    venue.book(List.of("floor"), token).ok();
    JsonNode booked = area(inbox.await(Hook.BOOKED, "floor"), Hook.BOOKED, "booked", 5);
    Check.instant(booked.path("bookedAt"));

    venue.seats("release", Json.object("objectLabels", List.of("floor"), "allPlaces", true)).ok();
    JsonNode released = area(inbox.await(Hook.RELEASED, "floor"), Hook.RELEASED, "free", 5);
    assertEquals("booked", released.path("previousStatus").asText());
    Check.instant(released.path("releasedAt"));
  }

  @Test
  void places_that_lapsed_are_told_with_their_number() {
    venue.seats("hold", TestVenue.places("floor", token, 4).put("ttlSeconds", 1)).ok();

    JsonNode data = area(inbox.await(Hook.EXPIRED, "floor"), Hook.EXPIRED, "free", 4);

    assertEquals(token, data.path("holdToken").asText());
    Check.instant(data.path("expiredAt"));
  }

  @Test
  void an_event_without_a_name_is_told_as_one() {
    String event =
        venue
            .sk()
            .post(TestVenue.EVENTS, Json.object("chartKey", venue.chartKey()))
            .expect(201)
            .text("eventKey");
    TestVenue unnamed =
        new TestVenue(venue.workspace(), venue.sk(), venue.pk(), venue.chartKey(), event);
    unnamed.hold("A-1", token()).ok();

    JsonNode data = inbox.await(Hook.HELD, "A-1").data();

    assertTrue(data.has("eventName") && data.path("eventName").isNull(), data::toString);
    assertEquals(Json.object(), data.path("extraData"));
  }

  @Test
  void text_and_numbers_of_extra_data_arrive_as_they_were_sent() {
    String extra =
        "{\"z\":1.50,\"a\":\"Zoë 🎭 \\\"x\\\" </script>\",\"m\":[1,{\"b\":null,\"a\":1}]}";
    venue
        .seats(
            "hold",
            "{\"objectLabel\":\"A-1\",\"holdToken\":\"" + token + "\",\"extraData\":" + extra + "}")
        .ok();

    JsonNode data = inbox.await(Hook.HELD, "A-1").data();

    assertEquals(Json.parse(extra), data.path("extraData"));
    assertEquals(List.of("z", "a", "m"), Json.names(data.path("extraData")));
  }

  @Test
  void every_change_has_an_id_of_its_own() {
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-1", "A-2"), token).ok();
    inbox.await(Hook.BOOKED, "A-1");
    inbox.await(Hook.BOOKED, "A-2");

    Set<String> ids = new HashSet<>(inbox.attempts().stream().map(Attempt::id).toList());
    Set<Long> seqs = new HashSet<>(inbox.attempts().stream().map(Attempt::seq).toList());
    assertEquals(4, ids.size());
    assertEquals(4, seqs.size());
    assertNotEquals(
        inbox.first().getFirst().json().path("id"), inbox.first().getLast().json().path("id"));
  }
}
