package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moving the deadline of holds. */
public abstract class ExtendRules extends V1Rules {

  @Test
  void without_labels_every_hold_of_the_token_is_extended() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token, 60).ok();
    Answer others = venue.hold("A-3", token(), 60).ok();

    Answer extended = venue.extend(token, 1800).ok();

    JsonNode items = extended.at("extended");
    assertEquals(List.of("A-1", "A-2"), Json.sorted(Json.texts(items, "objectLabel")));
    assertEquals(Json.array(), extended.at("failed"));
    Check.secondsFromNow(1800, extended.at("holdExpiresAt"));
    for (JsonNode item : items) {
      JsonNode shown = venue.object(item.path("objectLabel").asText());
      assertEquals(extended.at("holdExpiresAt"), item.path("holdExpiresAt"));
      assertEquals(shown.path("holdExpiresAt"), item.path("holdExpiresAt"));
      assertEquals(shown.path("version"), item.path("version"));
    }
    Check.versions(items);
    assertEquals(others.at("holdExpiresAt"), venue.object("A-3").path("holdExpiresAt"));
  }

  @Test
  void without_a_time_a_hold_is_extended_by_600_seconds() {
    String token = token();
    venue.hold("A-1", token, 60).ok();

    Answer extended = venue.seats("extend", Json.object("holdToken", token)).ok();

    Check.secondsFromNow(600, extended.at("holdExpiresAt"));
    Check.secondsFromNow(600, venue.object("A-1").path("holdExpiresAt"));
  }

  @Test
  void the_new_deadline_counts_from_now_even_if_that_is_earlier() {
    String token = token();
    venue.hold("A-1", token, 3600).ok();

    Check.secondsFromNow(60, venue.extend(token, 60).ok().at("holdExpiresAt"));
    Check.secondsFromNow(60, venue.object("A-1").path("holdExpiresAt"));
  }

  @Test
  void an_hour_is_the_most() {
    String token = token();
    venue.hold("A-1", token).ok();

    Check.secondsFromNow(3600, venue.extend(token, 3600).ok().at("holdExpiresAt"));
    Check.refused(
        "ttlSeconds",
        "Number must be less than or equal to 3600",
        venue.untouchedBy(() -> venue.extend(token, 3601)));
  }

  @Test
  void only_the_named_seats_are_extended() {
    String token = token();
    Answer held = venue.holdAll(List.of("A-1", "A-2"), token, 60).ok();

    Answer extended = venue.extend(token, List.of("A-2"), 900).ok();

    assertEquals(List.of("A-2"), Json.texts(extended.at("extended"), "objectLabel"));
    assertEquals(
        held.at("held").path(0).path("holdExpiresAt"), venue.object("A-1").path("holdExpiresAt"));
    Check.secondsFromNow(900, venue.object("A-2").path("holdExpiresAt"));
  }

  @Test
  void lost_seats_are_reported_and_do_not_stop_the_others() {
    String token = token();
    String other = token();
    venue.hold("A-1", token, 60).ok();
    venue.hold("A-2", other, 60).ok();
    venue.hold("A-3", token, 60).ok();
    venue.book(List.of("A-3"), token).ok();
    JsonNode foreign = venue.object("A-2");
    JsonNode sold = venue.object("A-3");

    Answer extended = venue.extend(token, List.of("A-1", "A-2", "A-3", "A-4", "Z-9"), 900).ok();

    assertEquals(List.of("A-1"), Json.texts(extended.at("extended"), "objectLabel"));
    Check.failed(
        extended,
        "A-2 not_held_by_token",
        "A-3 not_held_by_token",
        "A-4 not_held_by_token",
        "Z-9 not_held_by_token");
    assertEquals(foreign, venue.object("A-2"));
    assertEquals(sold, venue.object("A-3"));
    Check.secondsFromNow(900, venue.object("A-1").path("holdExpiresAt"));
  }

  @Test
  void a_token_that_holds_nothing_extends_nothing() {
    Answer extended = venue.untouchedBy(() -> venue.extend(token(), 600).ok());

    assertEquals(Json.array(), extended.at("extended"));
    assertEquals(Json.array(), extended.at("failed"));
    assertTrue(extended.body().has("holdExpiresAt"), extended::shortened);
    assertTrue(extended.at("holdExpiresAt").isNull(), extended::shortened);
  }

  @Test
  void named_seats_of_a_token_that_holds_nothing_have_all_failed() {
    venue.hold("A-1", token(), 60).ok();

    Answer extended =
        venue.untouchedBy(() -> venue.extend(token(), List.of("A-1", "A-2"), 600).ok());

    assertEquals(Json.array(), extended.at("extended"));
    Check.failed(extended, "A-1 not_held_by_token", "A-2 not_held_by_token");
    assertTrue(extended.at("holdExpiresAt").isNull(), extended::shortened);
  }

  @Test
  void bookings_are_not_extended_along_with_the_holds() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token, 60).ok();
    venue.book(List.of("A-1"), token).ok();
    JsonNode booked = venue.object("A-1");

    Answer extended = venue.extend(token, 900).ok();

    assertEquals(List.of("A-2"), Json.texts(extended.at("extended"), "objectLabel"));
    assertEquals(booked, venue.object("A-1"));
  }

  @WaitingTest
  void a_shortened_hold_ends_at_its_new_deadline() {
    String token = token();
    venue.hold("A-1", token, 3600).ok();
    venue.extend(token, 1).ok();

    Eventually.within(ExpiryRules.LAPSE, "A-1 is free", () -> venue.state("A-1").equals("free"));
  }

  @WaitingTest
  void a_lengthened_hold_outlives_its_first_deadline() {
    String token = token();
    venue.hold("A-1", token, ExpiryRules.IN_TIME).ok();
    venue.extend(token, 600).ok();

    // The witness is younger, so its end proves that the first deadline is over.
    venue.hold("A-2", token(), ExpiryRules.IN_TIME).ok();
    Eventually.within(ExpiryRules.LAPSE, "A-2 is free", () -> venue.state("A-2").equals("free"));

    assertEquals("held", venue.state("A-1"));
    venue.book(List.of("A-1"), token).ok();
  }

  @Test
  void extending_keeps_the_token_and_the_extra_data() {
    String token = token();
    venue
        .seats(
            "hold",
            Json.object("objectLabel", "A-1", "holdToken", token, "extraData", Json.object("a", 1)))
        .ok();
    venue.extend(token, 300).ok();

    assertEquals(token, venue.object("A-1").path("holdToken").asText());
    assertEquals(Json.object("a", 1), venue.object("A-1").path("extraData"));
  }

  @Test
  void a_token_is_extended_within_the_event_of_the_path_only() {
    TestVenue other = venue.secondEvent();
    String token = token();
    Answer here = venue.hold("A-1", token, 60).ok();
    Answer there = other.hold("A-1", token, 60).ok();

    other.extend(token, 1800).ok();

    assertEquals(here.at("holdExpiresAt"), venue.object("A-1").path("holdExpiresAt"));
    assertNotEquals(there.at("holdExpiresAt"), other.object("A-1").path("holdExpiresAt"));
  }

  @Test
  void a_browser_may_not_extend() {
    String token = token();
    venue.hold("A-1", token, 60).ok();

    Check.envelope(403, venue.untouchedBy(() -> venue.asBrowser().extend(token, 600)));
  }

  @Test
  void extend_on_an_unknown_event_is_not_found() {
    Check.envelope(
        404,
        "Event not found",
        venue
            .sk()
            .post(
                TestVenue.EVENTS + "/evt_unknown/seats/extend", Json.object("holdToken", token())));
  }
}
