package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas without numbered seats. The area {@code floor} has ten places. */
public abstract class GeneralAdmissionRules extends V1Rules {

  @Test
  void places_are_held_by_the_key_of_their_area() {
    String token = token();

    Answer held = venue.holdPlaces("floor", token, 4).ok();

    assertEquals("floor", held.text("objectLabel"));
    assertEquals("generalAdmission", held.text("objectType"));
    assertEquals(4, held.at("quantity").asInt());
    assertEquals("held", held.text("status"));
    assertEquals(token, held.text("holdToken"));
    assertEquals("floor", held.text("categoryKey"));
    assertEquals(Json.object(), held.at("extraData"));
    Check.secondsFromNow(900, held.at("holdExpiresAt"));
    JsonNode shown = venue.object("floor");
    assertEquals("generalAdmission", shown.path("objectType").asText());
    assertEquals(4, shown.path("quantity").asInt());
    assertEquals(held.at("holdExpiresAt"), shown.path("holdExpiresAt"));
    assertEquals(held.at("version"), shown.path("version"));
  }

  @Test
  void one_place_is_held_when_no_quantity_is_said() {
    ObjectNode body = TestVenue.places("floor", token(), 1);
    body.remove("quantity");

    venue.seats("hold", body).ok();

    assertEquals(1, venue.places("floor", "held"));
  }

  @Test
  void an_area_can_be_filled_to_its_last_place_and_not_beyond() {
    venue.holdPlaces("floor", token(), 9).ok();

    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token(), 2)),
        "floor insufficient_capacity");
    venue.holdPlaces("floor", token(), 1).ok();
    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token(), 1)),
        "floor insufficient_capacity");
    assertEquals(10, venue.places("floor", "held"));
  }

  @Test
  void booked_places_count_against_the_capacity() {
    String token = token();
    venue.holdPlaces("floor", token, 6).ok();
    venue.book(List.of("floor"), token).ok();

    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token(), 5)),
        "floor insufficient_capacity");
    venue.holdPlaces("floor", token(), 4).ok();
  }

  @Test
  void more_places_than_the_area_has_are_never_there() {
    for (int quantity : List.of(11, Integer.MAX_VALUE)) {
      Answer refused = venue.untouchedBy(() -> venue.holdPlaces("floor", token(), quantity));
      assertTrue(refused.status() == 409 || refused.status() == 400, refused::shortened);
    }
    Check.holdConflict(venue.holdPlaces("floor", token(), 11), "floor insufficient_capacity");
  }

  @Test
  void quantities_do_not_wrap_around() {
    String token = token();
    venue.holdPlaces("floor", token, 5).ok();

    Answer refused = venue.untouchedBy(() -> venue.holdPlaces("floor", token, Integer.MAX_VALUE));

    assertTrue(refused.status() == 409 || refused.status() == 400, refused::shortened);
  }

  @Test
  void a_second_hold_of_one_token_adds_its_places_and_keeps_the_deadline() {
    String token = token();
    Answer first =
        venue.seats("hold", TestVenue.places("floor", token, 2).put("ttlSeconds", 60)).ok();

    Answer second =
        venue.seats("hold", TestVenue.places("floor", token, 3).put("ttlSeconds", 900)).ok();

    assertEquals(first.at("holdExpiresAt"), second.at("holdExpiresAt"));
    assertEquals(1, venue.objects().size(), "one record an area, token and category");
    assertEquals(5, venue.object("floor").path("quantity").asInt());
    assertEquals(first.at("holdExpiresAt"), venue.object("floor").path("holdExpiresAt"));
  }

  @Test
  void a_second_hold_that_does_not_fit_leaves_the_first() {
    String token = token();
    venue.holdPlaces("floor", token, 6).ok();

    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token, 5)),
        "floor insufficient_capacity");
  }

  @Test
  void two_tokens_have_a_record_each() {
    venue.holdPlaces("floor", token(), 2).ok();
    venue.holdPlaces("floor", token(), 3).ok();

    assertEquals(2, venue.objects().size());
    assertEquals(5, venue.places("floor", "held"));
  }

  @Test
  void one_token_may_hold_places_at_both_prices() {
    String token = token();
    venue.seats("hold", priced(token, 2, "floor")).ok();

    Answer reduced = venue.seats("hold", priced(token, 3, "reduced")).ok();

    assertEquals("reduced", reduced.text("categoryKey"));
    List<String> records =
        venue.objects().stream()
            .map(o -> o.path("categoryKey").asText() + " " + o.path("quantity").asInt())
            .sorted()
            .toList();
    assertEquals(List.of("floor 2", "reduced 3"), records);
    venue.book(List.of("floor"), token).ok();
    assertEquals(5, venue.places("floor", "booked"), "booked is the token's whole quantity");
    assertEquals(0, venue.places("floor", "held"));
  }

  @Test
  void a_price_that_the_area_does_not_have_is_refused() {
    for (String category : List.of("premium", "golden")) {
      Check.refused(
          "categoryKey"::equals,
          venue.untouchedBy(() -> venue.seats("hold", priced(token(), 1, category))));
    }
  }

  @Test
  void booking_an_area_books_the_whole_quantity_of_the_token_and_nobody_else_s() {
    String token = token();
    venue.holdPlaces("floor", token, 4).ok();
    venue.holdPlaces("floor", token(), 3).ok();
    venue.hold("A-1", token).ok();

    JsonNode booked = venue.book(List.of("A-1", "floor"), token).ok().at("booked");

    assertEquals(List.of("A-1", "floor"), Json.texts(booked, "objectLabel"));
    assertEquals(4, booked.path(1).path("quantity").asInt());
    assertEquals(4, venue.places("floor", "booked"));
    assertEquals(3, venue.places("floor", "held"));
    assertEquals(List.of("A-1", "floor"), venue.labels("booked"));
  }

  @Test
  void an_area_of_which_the_token_holds_nothing_refuses_the_booking() {
    String token = token();
    venue.holdPlaces("floor", token(), 3).ok();
    venue.hold("A-1", token).ok();

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1", "floor"), token)),
        "floor not_held_by_token");
  }

  @Test
  void one_lost_seat_refuses_the_booking_of_the_places_too() {
    String token = token();
    venue.holdPlaces("floor", token, 3).ok();

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("floor", "A-1"), token)),
        "A-1 not_held_by_token");
  }

  @Test
  void held_places_are_extended_by_the_key_of_their_area() {
    String token = token();
    venue.seats("hold", TestVenue.places("floor", token, 2).put("ttlSeconds", 60)).ok();

    Answer extended = venue.extend(token, List.of("floor"), 1200).ok();

    assertEquals(List.of("floor"), Json.texts(extended.at("extended"), "objectLabel"));
    Check.secondsFromNow(1200, venue.object("floor").path("holdExpiresAt"));
    assertEquals(2, venue.places("floor", "held"));
  }

  @Test
  void with_a_token_the_places_of_that_token_are_released() {
    String token = token();
    venue.holdPlaces("floor", token, 4).ok();
    venue.holdPlaces("floor", token(), 3).ok();

    venue.release(List.of("floor"), token).ok();

    assertEquals(3, venue.places("floor", "held"));
    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("floor"), token)),
        "floor not_held_by_token");
  }

  @Test
  void without_a_token_an_area_is_released_only_when_all_places_are_meant() {
    String token = token();
    venue.holdPlaces("floor", token, 4).ok();
    venue.book(List.of("floor"), token).ok();
    venue.holdPlaces("floor", token(), 3).ok();
    ObjectNode all = Json.object("objectLabels", List.of("floor"), "allPlaces", true);
    ObjectNode notAll = Json.object("objectLabels", List.of("floor"), "allPlaces", false);

    Check.errors(venue.untouchedBy(() -> venue.release(List.of("floor"))));
    Check.errors(venue.untouchedBy(() -> venue.seats("release", notAll)));

    venue.seats("release", all).ok();
    assertEquals(List.of(), venue.objects());
    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.seats("release", all)),
        "floor not_found_or_free");
    venue.holdPlaces("floor", token(), 10).ok();
  }

  @Test
  void releasing_twice_does_not_make_places() {
    String token = token();
    venue.holdPlaces("floor", token, 10).ok();
    venue.release(List.of("floor"), token).ok();
    venue.release(List.of("floor"), token).expect(409);

    venue.holdPlaces("floor", token(), 10).ok();
    venue.holdPlaces("floor", token(), 1).expect(409);
  }

  private static ObjectNode priced(String token, int quantity, String category) {
    return TestVenue.places("floor", token, quantity).put("categoryKey", category);
  }
}
