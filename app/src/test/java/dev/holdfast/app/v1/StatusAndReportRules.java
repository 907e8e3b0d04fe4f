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

/** What is taken, seat by seat and in sums. */
public abstract class StatusAndReportRules extends V1Rules {

  @Test
  void X_05_a_fresh_event_has_an_empty_status_and_an_empty_report() {
    Answer status = venue.status().ok();
    assertEquals(venue.eventKey(), status.text("eventKey"));
    assertEquals(Json.array(), status.at("objects"));

    Answer report = report();
    assertEquals(venue.eventKey(), report.text("eventKey"));
    assertEquals(Json.object(), report.at("byStatus"));
    assertEquals(Json.array(), report.at("byCategory"));
  }

  @Test
  void the_status_lists_held_and_booked_seats_and_no_free_ones() {
    String token = token();
    ObjectNode cart = Json.object("cartId", "c-19");
    venue
        .seats(
            "hold",
            Json.object(
                "objectLabels",
                List.of("A-1", "A-2", "A-3"),
                "holdToken",
                token,
                "extraData",
                cart))
        .ok();
    venue.book(List.of("A-2"), token).ok();
    venue.release(List.of("A-3")).ok();

    assertEquals(List.of("A-1"), venue.labels("held"));
    assertEquals(List.of("A-2"), venue.labels("booked"));
    assertEquals(2, venue.objects().size());
    JsonNode held = venue.object("A-1");
    assertEquals(token, held.path("holdToken").asText());
    Check.secondsFromNow(900, held.path("holdExpiresAt"));
    JsonNode booked = venue.object("A-2");
    for (String member : List.of("holdToken", "holdExpiresAt")) {
      assertTrue(booked.has(member) && booked.path(member).isNull(), booked::toString);
    }
    for (JsonNode object : List.of(held, booked)) {
      assertEquals("premium", object.path("categoryKey").asText());
      assertEquals(cart, object.path("extraData"));
    }
  }

  @Test
  void a_browser_sees_states_and_deadlines_and_neither_tokens_nor_extra_data() {
    String token = token();
    ObjectNode secret = Json.object("customer", "Ada-Lovelace-1815");
    venue
        .seats(
            "hold",
            Json.object(
                "objectLabels", List.of("A-1", "A-2"), "holdToken", token, "extraData", secret))
        .ok();
    venue.book(List.of("A-2"), token).ok();

    Answer status = venue.asBrowser().status().ok();

    assertFalse(status.raw().contains(token));
    assertFalse(status.raw().contains("Ada-Lovelace-1815"));
    assertEquals(2, status.at("objects").size());
    for (JsonNode object : status.at("objects")) {
      assertTrue(object.has("holdToken") && object.path("holdToken").isNull());
      assertEquals(Json.object(), object.path("extraData"));
    }
    assertEquals(List.of("A-1"), venue.asBrowser().labels("held"));
    assertEquals(List.of("A-2"), venue.asBrowser().labels("booked"));
    Check.instant(venue.asBrowser().object("A-1").path("holdExpiresAt"));
  }

  @Test
  void a_browser_does_not_learn_from_a_refusal_who_has_the_seat() {
    String token = token();
    venue.hold("A-1", token).ok();

    Answer refused = venue.asBrowser().hold("A-1", token()).expect(409);

    assertFalse(refused.raw().contains(token), refused::shortened);
  }

  @Test
  void reading_the_status_changes_nothing() {
    venue.hold("A-1", token()).ok();

    assertEquals(venue.status().ok().raw(), venue.status().ok().raw());
    venue.untouchedBy(this::report);
  }

  @Test
  void the_report_counts_by_state_and_by_category() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2", "A-3", "T1-1", "T1-2"), token).ok();
    venue.book(List.of("A-3", "T1-1"), token).ok();

    Answer report = report();

    assertEquals(Json.object("held", 3, "booked", 2), report.at("byStatus"));
    assertEquals(
        Set.of("held premium 2", "held floor 1", "booked premium 1", "booked floor 1"),
        groups(report));
    assertEquals(4, report.at("byCategory").size());
  }

  @Test
  void groups_of_nothing_are_left_out_of_the_report() {
    venue.hold("A-1", token()).ok();

    Answer report = report();

    assertEquals(Json.object("held", 1), report.at("byStatus"));
    assertEquals(Set.of("held premium 1"), groups(report));
  }

  @Test
  void the_report_counts_places_of_an_area_and_not_records() {
    String token = token();
    venue.holdPlaces("floor", token, 4).ok();
    venue.holdPlaces("floor", token(), 3).ok();
    venue.hold("A-1", token()).ok();
    venue.book(List.of("floor"), token).ok();

    Answer report = report();

    assertEquals(Json.object("held", 4, "booked", 4), report.at("byStatus"));
    assertEquals(Set.of("held premium 1", "held floor 3", "booked floor 4"), groups(report));
  }

  @Test
  void the_report_is_empty_again_when_everything_was_given_back() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-1"), token).ok();
    venue.release(List.of("A-1", "A-2")).ok();

    assertEquals(Json.object(), report().at("byStatus"));
    assertEquals(Json.array(), report().at("byCategory"));
  }

  @Test
  void a_lapsed_hold_leaves_status_and_report_together() {
    venue.hold("A-1", token(), 1).ok();

    Eventually.within(
        ExpiryRules.LAPSE, "the report is empty", () -> report().at("byStatus").isEmpty());
    assertEquals(List.of(), venue.objects());
  }

  @Test
  void seats_that_left_the_layout_are_still_reported() {
    venue.hold("A-1", token()).ok();
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();

    assertEquals(List.of("A-1"), venue.labels("held"));
    assertEquals(Json.object("held", 1), report().at("byStatus"));
  }

  @Test
  void a_browser_may_not_read_the_report() {
    Check.envelope(403, venue.pk().get(venue.path("/reports")));
  }

  private Answer report() {
    return venue.sk().get(venue.path("/reports")).ok();
  }

  private static Set<String> groups(Answer report) {
    Set<String> groups = new HashSet<>();
    for (JsonNode group : report.at("byCategory")) {
      groups.add(
          group.path("status").asText()
              + " "
              + group.path("categoryKey").asText()
              + " "
              + group.path("count").asInt());
    }
    return groups;
  }
}
