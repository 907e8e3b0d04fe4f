package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All seats of a booking, or none of them. */
public abstract class BookConflictRules extends V1Rules {

  @Test
  void B_03_a_book_that_names_one_seat_too_many_changes_nothing() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();

    Answer refused = venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2", "A-3"), token));

    Check.pair(Check.BOOK_ERROR, refused, "A-3 not_held_by_token");
    assertEquals(List.of("A-1", "A-2"), venue.labels("held"));
    assertEquals(token, venue.object("A-1").path("holdToken").asText());
    assertEquals("free", venue.state("A-3"));
  }

  @Test
  void B_03_a_refused_booking_can_be_repeated_without_the_lost_seat() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-1", "A-2", "A-3"), token).expect(409);

    venue.book(List.of("A-1", "A-2"), token).ok();

    assertEquals(List.of("A-1", "A-2"), venue.labels("booked"));
  }

  @Test
  void B_04_labels_travel_in_object_labels_only() {
    String token = token();
    venue.hold("A-1", token).ok();
    ObjectNode single = Json.object("objectLabel", "A-1", "holdToken", token);
    ObjectNode labels = Json.object("labels", List.of("A-1"), "holdToken", token);

    for (ObjectNode body : List.of(single, labels)) {
      Check.refused("objectLabels", "Required", venue.untouchedBy(() -> venue.seats("book", body)));
    }
  }

  @Test
  void B_05_all_seats_must_be_held_under_one_and_the_same_token() {
    String first = token();
    String second = token();
    venue.hold("A-1", first).ok();
    venue.hold("A-2", second).ok();

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), first)),
        "A-2 not_held_by_token");
    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), second)),
        "A-1 not_held_by_token");
  }

  @Test
  void B_06_a_seat_that_was_released_refuses_the_whole_booking() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.release(List.of("A-1"), token).ok();

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), token)),
        "A-1 not_held_by_token");
  }

  @Test
  void B_07_no_refused_booking_changes_anything() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.hold("A-3", token()).ok();

    for (String lost : List.of("A-3", "A-4", "A-99", "floor", "VIP-G1")) {
      for (List<String> batch : List.of(List.of(lost, "A-1", "A-2"), List.of("A-1", "A-2", lost))) {
        Check.pair(
            Check.BOOK_ERROR,
            venue.untouchedBy(() -> venue.book(batch, token)),
            lost + " not_held_by_token");
      }
    }
  }

  @Test
  void B_11_book_is_a_post_on_an_event_that_exists() {
    String token = token();
    venue.hold("A-1", token).ok();

    Check.envelope(405, venue.sk().get(venue.path("/seats/book")));
    ObjectNode body = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    Answer unknown = venue.sk().post(TestVenue.EVENTS + "/evt_unknown/seats/book", body);
    Check.envelope(404, "Event not found", unknown);
    assertEquals("held", venue.state("A-1"));
  }

  @Test
  void B_13_no_seats_and_more_than_200_are_refused() {
    String token = token();
    venue.hold("A-1", token).ok();

    Check.refused(
        "objectLabels",
        "Array must contain at least 1 element(s)",
        venue.untouchedBy(() -> venue.book(List.of(), token)));
    Check.refused(
        "objectLabels",
        "Array must contain at most 200 element(s)",
        venue.untouchedBy(() -> venue.book(Json.labels("A", 1, 201), token)));
  }

  @Test
  void B_13_two_hundred_labels_are_not_too_many() {
    Answer refused = venue.book(Json.labels("A", 1, 200), token());

    refused.expect(409);
    assertEquals(200, refused.at("failed").size());
  }

  @Test
  void B_15_a_token_of_one_character_is_well_formed_and_holds_nothing() {
    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1"), "x")),
        "A-1 not_held_by_token");
  }

  @Test
  void B_21_errors_before_the_engine_have_the_envelope() {
    ObjectNode body = Json.object("objectLabels", List.of("A-1"), "holdToken", token());
    String book = venue.path("/seats/book");

    Check.errors(venue.seats("book", "{}"));
    Check.envelope(401, V1Client.withoutKey(service().baseUri()).post(book, body));
    Check.envelope(403, venue.pk().post(book, body));
    Check.envelope(404, venue.workspace().liveSecret().post(book, body));
    Check.envelope(404, Workspace.make(service()).testSecret().post(book, body));
    assertFalse(venue.workspace().liveSecret().post(book, body).body().has("errors"));
  }

  @Test
  void B_22_the_conflict_is_the_bare_pair_and_names_no_seat_that_was_fine() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-3"), token).ok();
    venue.hold("A-2", token()).ok();

    Answer refused = venue.book(List.of("A-1", "A-2", "A-3"), token);

    Check.pair(Check.BOOK_ERROR, refused, "A-2 not_held_by_token");
    assertEquals(venue.object("A-2").path("version"), refused.at("failed").path(0).path("version"));
  }

  @Test
  void B_23_there_is_one_reason_for_every_seat_that_the_token_does_not_hold() {
    String token = token();
    String other = token();
    venue.hold("A-1", other).ok();
    venue.hold("A-2", other).ok();
    venue.book(List.of("A-2"), other).ok();
    venue.hold("A-3", token).ok();

    Answer refused =
        venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2", "A-3", "A-4", "Z-9"), token));

    Check.pair(
        Check.BOOK_ERROR,
        refused,
        "A-1 not_held_by_token",
        "A-2 not_held_by_token",
        "A-4 not_held_by_token",
        "Z-9 not_held_by_token");
  }

  @Test
  void B_24_only_the_bad_label_of_a_batch_is_listed() {
    String token = token();
    venue.hold("A-1", token).ok();

    Answer refused = venue.book(List.of("A-1", "A-2"), token);

    Check.pair(Check.BOOK_ERROR, refused, "A-2 not_held_by_token");
  }

  @Test
  void booking_twice_says_that_the_token_has_the_seats_already() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-1", "A-2"), token).ok();

    Answer again = venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), token));

    again.expect(409);
    assertEquals(List.of("error", "failed", "bookedByThisToken"), Json.names(again.body()));
    assertEquals(Check.BOOK_ERROR, again.text("error"));
    Check.failed(again, "A-1 not_held_by_token", "A-2 not_held_by_token");
    Check.versions(again.at("failed"));
    assertEquals(List.of("A-1", "A-2"), Json.sorted(Json.texts(again.at("bookedByThisToken"))));
  }

  @Test
  void seats_that_another_token_booked_are_not_claimed_for_this_one() {
    String token = token();
    String other = token();
    venue.hold("A-1", token).ok();
    venue.hold("A-2", other).ok();
    venue.book(List.of("A-1"), token).ok();
    venue.book(List.of("A-2"), other).ok();

    Answer mixed = venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), token));
    assertEquals(List.of("A-1"), Json.texts(mixed.expect(409).at("bookedByThisToken")));
    Check.failed(mixed, "A-1 not_held_by_token", "A-2 not_held_by_token");
    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-2"), token)),
        "A-2 not_held_by_token");
  }

  @Test
  void a_booking_that_was_released_is_no_longer_claimed_for_its_token() {
    String token = token();
    venue.hold("A-1", token).ok();
    venue.book(List.of("A-1"), token).ok();
    venue.release(List.of("A-1")).ok();

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1"), token)),
        "A-1 not_held_by_token");
  }

  @Test
  void there_is_no_booking_without_a_hold() {
    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1"), token())),
        "A-1 not_held_by_token");
  }
}
