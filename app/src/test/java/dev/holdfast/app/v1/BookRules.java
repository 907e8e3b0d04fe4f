package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bookings that succeed; {@link BookConflictRules} has those that must not. */
public abstract class BookRules extends V1Rules {

  @Test
  void B_01_a_held_seat_becomes_a_booked_one() {
    String token = token();
    venue.hold("A-1", token).ok();

    Answer booked = venue.book(List.of("A-1"), token).ok();

    assertEquals(List.of("A-1"), Json.texts(booked.at("booked"), "objectLabel"));
    assertEquals(List.of("A-1"), venue.labels("booked"));
    assertEquals(List.of(), venue.labels("held"));
  }

  @Test
  void B_02_several_seats_are_booked_in_a_single_call_in_request_order() {
    String token = token();
    List<String> labels = List.of("A-3", "T1-1", "A-1");
    venue.holdAll(List.of("A-1", "A-2", "A-3", "T1-1"), token).ok();

    Answer booked = venue.book(labels, token).ok();

    assertEquals(labels, Json.texts(booked.at("booked"), "objectLabel"));
    assertEquals(Json.sorted(labels), venue.labels("booked"));
    assertEquals(List.of("A-2"), venue.labels("held"));
  }

  @Test
  void B_08_a_booked_seat_is_free_again_after_an_explicit_release() {
    String token = token();
    venue.hold("A-1", token).ok();
    venue.book(List.of("A-1"), token).ok();

    venue.release(List.of("A-1")).ok();

    assertEquals(List.of(), venue.objects());
    venue.hold("A-1", token()).ok();
  }

  @Test
  void B_12_the_event_key_may_be_percent_encoded() {
    String encoded =
        venue
            .eventKey()
            .chars()
            .mapToObj(c -> String.format("%%%02X", c))
            .collect(Collectors.joining());
    String token = token();
    venue.hold("A-1", token).ok();

    venue
        .sk()
        .post(
            TestVenue.EVENTS + "/" + encoded + "/seats/book",
            Json.object("objectLabels", List.of("A-1"), "holdToken", token))
        .ok();

    assertEquals("booked", venue.state("A-1"));
  }

  @Test
  void B_13_two_hundred_seats_are_booked_in_one_call() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(201));
    List<String> labels = Json.labels("R", 1, 200);
    String token = token();
    wide.holdAll(labels, token).ok();

    Answer booked = wide.book(labels, token).ok();

    assertEquals(labels, Json.texts(booked.at("booked"), "objectLabel"));
    assertEquals(Json.sorted(labels), wide.labels("booked"));
  }

  @Test
  void B_14_a_single_seat_is_an_array_of_one() {
    String token = token();
    venue.hold("A-1", token).ok();
    ObjectNode bare = Json.object("objectLabels", "A-1", "holdToken", token);

    Check.refused(
        "objectLabels",
        "Expected array, received string",
        venue.untouchedBy(() -> venue.seats("book", bare)));

    venue.book(List.of("A-1"), token).ok();
  }

  @Test
  void B_16_extra_data_is_merged_onto_every_booked_seat() {
    String token = token();
    venue.seats("hold", extra("A-1", token, Json.object("a", 1, "cartId", "c-1"))).ok();
    venue.hold("A-2", token).ok();

    JsonNode booked = bookWith(token, Json.object("orderId", "o1", "cartId", "c-2"));

    ObjectNode merged = Json.object("a", 1, "cartId", "c-2", "orderId", "o1");
    ObjectNode plain = Json.object("orderId", "o1", "cartId", "c-2");
    assertEquals(merged, booked.path(0).path("extraData"));
    assertEquals(plain, booked.path(1).path("extraData"));
    assertEquals(merged, venue.object("A-1").path("extraData"));
    assertEquals(plain, venue.object("A-2").path("extraData"));
  }

  @Test
  void B_16_the_merge_is_shallow() {
    String token = token();
    ObjectNode held = Json.object("buyer", Json.object("name", "Ada", "age", 36));
    venue.seats("hold", extra("A-1", token, held)).ok();
    venue.hold("A-2", token).ok();

    JsonNode booked = bookWith(token, Json.object("buyer", Json.object("name", "Bob")));

    assertEquals(
        Json.object("buyer", Json.object("name", "Bob")), booked.path(0).path("extraData"));
  }

  @Test
  void B_17_extra_data_is_an_empty_object_when_nobody_sent_any() {
    String token = token();
    venue.hold("A-1", token).ok();

    JsonNode booked = venue.book(List.of("A-1"), token).ok().at("booked").path(0);

    assertEquals(Json.object(), booked.path("extraData"));
    assertEquals(Json.object(), venue.object("A-1").path("extraData"));
  }

  @Test
  void B_17_extra_data_of_the_hold_survives_a_booking_without_any() {
    String token = token();
    venue.seats("hold", extra("A-1", token, Json.object("a", 1))).ok();

    JsonNode booked = venue.book(List.of("A-1"), token).ok().at("booked").path(0);

    assertEquals(Json.object("a", 1), booked.path("extraData"));
  }

  @Test
  void B_18_the_answer_describes_every_booked_seat() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();

    JsonNode booked = venue.book(List.of("A-1", "A-2"), token).ok().at("booked");

    assertEquals(2, booked.size());
    Check.versions(booked);
    for (JsonNode item : booked) {
      assertEquals(venue.chartKey(), item.path("chartKey").asText());
      assertEquals(venue.eventKey(), item.path("eventKey").asText());
      assertTrue(item.path("objectLabel").isTextual(), item::toString);
      assertEquals("booked", item.path("status").asText());
      assertTrue(item.path("extraData").isObject(), item::toString);
      String label = item.path("objectLabel").asText();
      assertEquals(item.path("version"), venue.object(label).path("version"));
    }
  }

  @Test
  void B_19_all_seats_of_one_call_are_booked_at_the_same_instant() {
    String token = token();
    venue.holdAll(Json.labels("A", 1, 10), token).ok();

    JsonNode booked = venue.book(Json.labels("A", 1, 10), token).ok().at("booked");

    assertEquals(1, new HashSet<>(Json.texts(booked, "bookedAt")).size());
    Instant bookedAt = Check.instant(booked.path(0).path("bookedAt"));
    assertTrue(Duration.between(bookedAt, Instant.now()).abs().toSeconds() < 5);
  }

  @Test
  void B_20_the_content_type_may_name_its_charset() {
    String token = token();
    venue.hold("A-1", token).ok();
    String body = Json.object("objectLabels", List.of("A-1"), "holdToken", token).toString();

    venue
        .sk()
        .text("POST", venue.path("/seats/book"), body, "application/json; charset=utf-8")
        .ok();
  }

  @Test
  void B_36_book_hold_release_and_extend_answer_to_post() {
    for (String step : List.of("book", "hold", "release", "extend")) {
      Answer answer = venue.seats(step, "{}");
      Check.envelope(400, answer);
    }
  }

  @Test
  void a_label_named_twice_is_booked_once() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();

    JsonNode booked = venue.book(List.of("A-1", "A-2", "A-1"), token).ok().at("booked");

    assertEquals(List.of("A-1", "A-2"), Json.texts(booked, "objectLabel"));
  }

  @Test
  void a_seat_can_be_sold_again_after_a_refund() {
    for (int round = 0; round < 3; round++) {
      String token = token();
      ObjectNode order = Json.object("round", round);
      venue.seats("hold", extra("A-1", token, order)).ok();
      JsonNode booked = venue.book(List.of("A-1"), token).ok().at("booked").path(0);
      assertEquals(order, booked.path("extraData"), "nothing is left of the buyer before");
      venue.release(List.of("A-1")).ok();
    }
    assertEquals(List.of(), venue.objects());
  }

  @Test
  void a_browser_key_may_not_book() {
    String token = token();
    venue.hold("A-1", token).ok();

    Check.envelope(403, venue.untouchedBy(() -> venue.asBrowser().book(List.of("A-1"), token)));
  }

  @Test
  void extra_data_is_kept_letter_for_letter() {
    String token = token();
    venue.hold("A-1", token).ok();
    String extra = "{\"z\":\"日本 😀 \\\\ \\\" / \",\"a\":1.50,\"\":[{},[],false],\"$x.y\":null}";
    String body =
        "{\"objectLabels\":[\"A-1\"],\"holdToken\":\"" + token + "\",\"extraData\":" + extra + "}";

    Answer booked = venue.seats("book", body).ok();

    JsonNode sent = Json.parse(extra);
    JsonNode answered = booked.at("booked").path(0).path("extraData");
    assertEquals(sent, answered);
    assertEquals(Json.names(sent), Json.names(answered), "keys in the order they were sent");
    assertEquals(sent, venue.object("A-1").path("extraData"));
    assertNotEquals(0, sent.size());
  }

  @Test
  void extra_data_up_to_16_kib_is_kept() {
    String token = token();
    venue.hold("A-1", token).ok();
    // 16,384 bytes with the eight of {"a":""}.
    ObjectNode extra = Json.object("a", "x".repeat(16_384 - 8));
    assertEquals(16_384, extra.toString().getBytes(StandardCharsets.UTF_8).length);
    ObjectNode body = Json.object("objectLabels", List.of("A-1"), "holdToken", token);

    venue.seats("book", body.set("extraData", extra)).ok();

    assertEquals(extra, venue.object("A-1").path("extraData"));
  }

  private JsonNode bookWith(String token, ObjectNode extraData) {
    ObjectNode body =
        Json.object(
            "objectLabels", List.of("A-1", "A-2"), "holdToken", token, "extraData", extraData);
    return venue.seats("book", body).ok().at("booked");
  }

  private static ObjectNode extra(String label, String token, ObjectNode extraData) {
    return Json.object("objectLabel", label, "holdToken", token, "extraData", extraData);
  }
}
