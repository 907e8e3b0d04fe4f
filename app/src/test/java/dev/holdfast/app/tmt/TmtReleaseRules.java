package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seats are given back: under a token what it holds, and without one whatever it is. */
public abstract class TmtReleaseRules extends TmtRules {

  @Test
  void M_08_a_released_seat_can_be_held_by_the_next_request() {
    String token = venue.held("A-1");

    venue.releaseUnder(token, "A-1").ok();

    venue.hold("A-1").ok();
  }

  @Test
  void M_18_the_token_is_a_string() {
    venue.releaseUnder(venue.held("A-1"), "A-1").ok();

    assertEquals("free", v1.state("A-1"));
  }

  @Test
  void M_18_the_token_may_as_well_be_the_object() {
    venue.releaseUnder(TmtVenue.object(venue.held("A-1")), "A-1").ok();

    assertEquals("free", v1.state("A-1"));
  }

  @Test
  void M_18_the_token_may_be_left_out() {
    venue.held("A-1");

    venue.release("A-1").ok();

    assertEquals("free", v1.state("A-1"));
  }

  @Test
  void M_19_with_a_token_only_its_own_seats_are_released() {
    String first = venue.held("A-1");
    String second = venue.held("A-2");

    JsonNode release = TmtCheck.ok(venue.releaseUnder(first, "A-1", "A-2", "A-3")).path("release");

    assertEquals("free", release.path("objects").path("A-1").path("status").asText());
    assertEquals("free", v1.state("A-1"));
    assertEquals(second, v1.object("A-2").path("holdToken").asText());
  }

  @Test
  void M_19_with_a_token_only_the_seats_that_are_named_are_released() {
    String token = venue.held("A-1", "A-2", "A-3");

    venue.releaseUnder(token, "A-2").ok();

    assertEquals(List.of("A-1", "A-3"), v1.labels("held"));
    venue.book(token, "A-1", "A-3").ok();
  }

  @Test
  void M_19_with_a_token_a_booked_seat_stays_booked() {
    String token = venue.held("A-1", "A-2");
    venue.book(token, "A-1").ok();

    venue.releaseUnder(token, "A-1", "A-2").ok();

    assertEquals("booked", v1.state("A-1"));
    assertEquals("free", v1.state("A-2"));
  }

  @Test
  void M_19_a_token_that_nobody_has_releases_nothing() {
    venue.held("A-1");

    TmtCheck.ok(v1.untouchedBy(() -> venue.releaseUnder("never-made-by-anyone", "A-1")));
  }

  @Test
  void M_19_a_token_that_is_none_is_not_read_as_an_override() {
    venue.held("A-1");

    for (String bad :
        List.of(
            "5",
            "true",
            "[]",
            "{}",
            "\"\"",
            "{\"token\":\"\"}",
            "{\"token\":5}",
            "{\"token\":null}",
            "[\"x\"]")) {
      TmtCheck.refusedNaming(
          "data.hold_token", v1.untouchedBy(() -> venue.releaseUnder(Json.parse(bad), "A-1")));
    }
  }

  @Test
  void M_20_without_a_token_seats_are_released_whoever_holds_them() {
    venue.held("A-1");
    venue.held("A-2");

    venue.release("A-1", "A-2").ok();

    assertEquals(List.of(), v1.objects());
  }

  @Test
  void M_20_without_a_token_booked_seats_are_released_too() {
    venue.book(venue.held("A-1", "A-2"), "A-1").ok();

    venue.release("A-1", "A-2").ok();

    assertEquals(List.of(), v1.objects());
    venue.hold("A-1").ok();
  }

  @Test
  void M_20_without_a_token_free_seats_are_passed_over() {
    venue.held("A-1");

    TmtCheck.ok(venue.release("A-1", "A-2"));
    assertEquals(List.of(), v1.objects());
    TmtCheck.ok(venue.release("A-1", "A-2"));
  }

  @Test
  void an_unknown_label_releases_nothing() {
    String token = venue.held("A-1");

    TmtCheck.refusedNaming("Z-99", v1.untouchedBy(() -> venue.release("A-1", "Z-99")));
    TmtCheck.refusedNaming("Z-99", v1.untouchedBy(() -> venue.releaseUnder(token, "A-1", "Z-99")));
  }

  @Test
  void M_21_the_answer_carries_what_was_released() {
    venue.held("A-1", "A-2");

    JsonNode release = TmtCheck.ok(venue.release("A-1", "A-2")).path("release");

    TmtCheck.objects(release, "free", "A-1", "A-2");
    JsonNode seat = release.path("objects").path("A-1");
    assertEquals("premium", seat.path("categoryKey").asText());
    assertTrue(seat.path("version").isIntegralNumber(), seat::toString);
  }

  @Test
  void duplicates_are_one_seat() {
    venue.held("A-1");

    TmtCheck.objects(TmtCheck.ok(venue.release("A-1", "A-1")).path("release"), "free", "A-1");
  }

  @Test
  void some_places_of_a_token_are_given_back() {
    String token = venue.held(TmtVenue.places("floor", 5));
    String other = venue.held(TmtVenue.places("floor", 2));

    venue.releaseUnder(token, TmtVenue.places("floor", 3)).ok();

    assertEquals(4, v1.places("floor", "held"));
    venue.book(token, TmtVenue.places("floor", 2)).ok();
    venue.book(other, TmtVenue.places("floor", 2)).ok();
    assertEquals(0, v1.places("floor", "held"));
    assertEquals(4, v1.places("floor", "booked"));
  }

  @Test
  void an_area_key_under_a_token_gives_all_its_places_back() {
    String token = venue.held("A-1", TmtVenue.places("floor", 5));
    venue.held(TmtVenue.places("floor", 2));

    venue.releaseUnder(token, "floor").ok();

    assertEquals(2, v1.places("floor", "held"));
    assertEquals("held", v1.state("A-1"));
  }

  @Test
  void some_places_are_given_back_without_a_token_whoever_has_them() {
    String token = venue.held(TmtVenue.places("floor", 4));
    venue.book(token, TmtVenue.places("floor", 2)).ok();
    venue.held(TmtVenue.places("floor", 3));

    venue.release(TmtVenue.places("floor", 6)).ok();

    assertEquals(1, v1.places("floor", "held") + v1.places("floor", "booked"));
    venue.hold(TmtVenue.places("floor", 9)).ok();
  }

  @Test
  void more_places_than_are_taken_are_all_given_back() {
    String token = venue.held(TmtVenue.places("floor", 3));
    venue.held(TmtVenue.places("floor", 2));

    venue.releaseUnder(token, TmtVenue.places("floor", 9)).ok();
    assertEquals(2, v1.places("floor", "held"));
    venue.release(TmtVenue.places("floor", 9)).ok();

    assertEquals(List.of(), v1.objects());
    venue.hold(TmtVenue.places("floor", 10)).ok();
  }

  @Test
  void a_seat_is_no_area() {
    venue.held("A-1");

    TmtCheck.refusedNaming("A-1", v1.untouchedBy(() -> venue.release(TmtVenue.places("A-1", 1))));
  }

  @Test
  void an_area_key_without_a_token_and_without_a_quantity_frees_no_area_by_accident() {
    venue.book(venue.held(TmtVenue.places("floor", 4)), TmtVenue.places("floor", 4)).ok();

    TmtCheck.refusedNaming("floor", v1.untouchedBy(() -> venue.release("floor")));
  }
}
