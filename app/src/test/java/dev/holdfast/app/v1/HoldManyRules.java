package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holding several seats in one step, and how much one token may hold. */
public abstract class HoldManyRules extends V1Rules {

  @Test
  void several_seats_are_held_in_the_order_they_were_asked_for() {
    String token = token();
    List<String> labels = List.of("A-3", "VIP-G1", "A-1", "T1-2");

    JsonNode held = venue.holdAll(labels, token).ok().at("held");

    assertEquals(labels, Json.texts(held, "objectLabel"));
    Check.versions(held);
    for (JsonNode item : held) {
      assertEquals("held", item.path("status").asText());
      assertEquals(token, item.path("holdToken").asText());
      assertEquals(venue.chartKey(), item.path("chartKey").asText());
      assertEquals(venue.eventKey(), item.path("eventKey").asText());
      assertEquals(Json.object(), item.path("extraData"));
      Check.secondsFromNow(900, item.path("holdExpiresAt"));
    }
    assertEquals(
        List.of("premium", "premium", "premium", "floor"), Json.texts(held, "categoryKey"));
    assertEquals(Json.sorted(labels), venue.labels("held"));
  }

  @Test
  void one_seat_as_a_list_of_one_is_answered_as_a_list() {
    JsonNode held = venue.holdAll(List.of("A-1"), token()).ok().at("held");

    assertEquals(List.of("A-1"), Json.texts(held, "objectLabel"));
  }

  @Test
  void one_taken_seat_refuses_all_of_them() {
    String token = token();
    venue.hold("A-2", token()).ok();
    String buyer = token();
    venue.hold("A-4", buyer).ok();
    venue.book(List.of("A-4"), buyer).ok();

    Answer refused =
        venue.untouchedBy(() -> venue.holdAll(List.of("A-1", "A-2", "A-3", "A-4"), token));

    Check.holdConflict(refused, "A-2 already_held", "A-4 already_booked");
    Check.versions(refused.at("failed"));
  }

  @Test
  void one_unknown_label_refuses_all_of_them() {
    Check.envelope(
        404, venue.untouchedBy(() -> venue.holdAll(List.of("A-1", "A-99", "A-2"), token())));
  }

  @Test
  void seats_that_the_token_already_holds_do_not_stand_in_the_way() {
    String token = token();
    Answer first = venue.hold("A-2", token, 60).ok();

    JsonNode held = venue.holdAll(List.of("A-1", "A-2", "A-3"), token, 600).ok().at("held");

    assertEquals(List.of("A-1", "A-2", "A-3"), Json.texts(held, "objectLabel"));
    assertEquals(first.at("holdExpiresAt"), held.path(1).path("holdExpiresAt"));
    assertEquals(first.at("version"), held.path(1).path("version"));
    Check.secondsFromNow(600, held.path(2).path("holdExpiresAt"));
  }

  @Test
  void a_label_named_twice_is_held_once() {
    JsonNode held = venue.holdAll(List.of("A-1", "A-2", "A-1"), token()).ok().at("held");

    assertEquals(Set.of("A-1", "A-2"), new HashSet<>(Json.texts(held, "objectLabel")));
    assertEquals(List.of("A-1", "A-2"), venue.labels("held"));
    assertEquals(2, venue.objects().size());
  }

  @Test
  void extra_data_is_given_to_every_seat() {
    ObjectNode extra = Json.object("cartId", "c-1");
    ObjectNode body =
        Json.object(
            "objectLabels", List.of("A-1", "A-2"), "holdToken", token(), "extraData", extra);

    venue
        .seats("hold", body)
        .ok()
        .at("held")
        .forEach(item -> assertEquals(extra, item.path("extraData")));

    assertEquals(extra, venue.object("A-1").path("extraData"));
    assertEquals(extra, venue.object("A-2").path("extraData"));
  }

  @Test
  void one_label_and_a_list_of_labels_exclude_each_other() {
    ObjectNode body =
        Json.object("objectLabel", "A-1", "objectLabels", List.of("A-2"), "holdToken", token());

    Check.refused(
        member -> member.startsWith("objectLabel"),
        venue.untouchedBy(() -> venue.seats("hold", body)));
  }

  @Test
  void an_area_has_no_place_in_a_list_of_seats() {
    Check.refused(
        member -> member.startsWith("objectLabels"),
        venue.untouchedBy(() -> venue.holdAll(List.of("A-1", "floor"), token())));
  }

  @Test
  void two_hundred_seats_are_held_in_one_step() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(205));
    List<String> labels = Json.labels("R", 1, 200);

    JsonNode held = wide.holdAll(labels, token()).ok().at("held");

    assertEquals(labels, Json.texts(held, "objectLabel"));
    assertEquals(200, wide.labels("held").size());
  }

  @Test
  void two_hundred_and_one_labels_are_too_many() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(205));

    Check.refused(
        "objectLabels",
        "Array must contain at most 200 element(s)",
        wide.untouchedBy(() -> wide.holdAll(Json.labels("R", 1, 201), token())));
  }

  @Test
  void a_token_holds_at_most_200_seats_at_a_time() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(205));
    String token = token();
    wide.holdAll(Json.labels("R", 1, 199), token).ok();

    Answer batch = wide.untouchedBy(() -> wide.holdAll(List.of("R-200", "R-201"), token));
    assertTokenLimit(batch);
    wide.hold("R-200", token).ok();
    assertTokenLimit(wide.untouchedBy(() -> wide.hold("R-201", token)));

    // Neither is another token bound by it, nor does a seat count twice.
    wide.hold("R-201", token()).ok();
    wide.untouchedBy(() -> wide.hold("R-7", token).ok());
  }

  @Test
  void seats_that_were_booked_or_released_no_longer_count_for_the_token() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(205));
    String token = token();
    wide.holdAll(Json.labels("R", 1, 200), token).ok();

    wide.book(List.of("R-1"), token).ok();
    wide.hold("R-201", token).ok();
    assertTokenLimit(wide.untouchedBy(() -> wide.hold("R-202", token)));
    wide.release(List.of("R-2"), token).ok();
    wide.hold("R-202", token).ok();
  }

  @Test
  void an_area_counts_as_one_object_of_the_token() {
    ObjectNode layout = Layouts.wide(205);
    layout.set("gaAreas", Json.array(Layouts.standing()));
    TestVenue wide = TestVenue.open(service(), layout);
    String token = token();
    wide.holdPlaces("floor", token, 5).ok();
    wide.holdAll(Json.labels("R", 1, 199), token).ok();

    assertTokenLimit(wide.untouchedBy(() -> wide.hold("R-200", token)));
    wide.holdPlaces("floor", token, 2).ok();
    assertEquals(7, wide.places("floor", "held"));
  }

  private static void assertTokenLimit(Answer answer) {
    Check.envelope(409, answer);
    assertTrue(answer.at("error").isTextual(), answer::shortened);
    assertFalse(answer.at("failed").isEmpty(), answer::shortened);
    Check.versions(answer.at("failed"));
    for (JsonNode item : answer.at("failed")) {
      assertEquals("token_limit", item.path("reason").asText(), answer::shortened);
    }
  }
}
