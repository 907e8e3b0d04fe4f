package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests on areas that must not be taken for something else. */
public abstract class AreaSafetyRules extends V1Rules {

  @Test
  void an_area_is_not_held_like_a_seat() {
    Check.refused(
        member -> member.equals("objectType") || member.equals("objectLabel"),
        venue.untouchedBy(() -> venue.hold("floor", token())));
  }

  @Test
  void a_quantity_belongs_to_an_area() {
    ObjectNode body = Json.object("objectLabel", "A-1", "holdToken", token(), "quantity", 2);

    Check.refused("quantity"::equals, venue.untouchedBy(() -> venue.seats("hold", body)));
  }

  @Test
  void an_unknown_area_is_not_found() {
    Check.envelope(404, venue.untouchedBy(() -> venue.holdPlaces("balcony", token(), 1)));
  }

  @Test
  void a_seat_is_not_held_like_an_area() {
    Answer refused = venue.untouchedBy(() -> venue.holdPlaces("A-1", token(), 1));

    assertTrue(refused.status() == 400 || refused.status() == 404, refused::shortened);
    Check.envelope(refused.status(), refused);
  }

  @Test
  void a_browser_frees_the_places_of_its_own_token_only() {
    String own = token();
    String other = token();
    venue.holdPlaces("floor", own, 2).ok();
    venue.holdPlaces("floor", other, 3).ok();
    venue.book(List.of("floor"), other).ok();
    venue.holdPlaces("floor", other, 1).ok();

    venue
        .asBrowser()
        .seats(
            "release",
            Json.object("objectLabels", List.of("floor"), "holdToken", own, "allPlaces", true));

    assertEquals(3, venue.places("floor", "booked"), "another's booking stays");
    assertTrue(venue.places("floor", "held") >= 1, "another's hold stays");
    venue.book(List.of("floor"), other).ok();
    assertEquals(4, venue.places("floor", "booked"));
  }

  @Test
  void a_browser_that_holds_no_places_frees_none() {
    venue.holdPlaces("floor", token(), 3).ok();

    Check.envelope(
        403, venue.untouchedBy(() -> venue.asBrowser().release(List.of("floor"), token())));
  }

  @Test
  void extra_data_of_places_is_kept_to_the_booking() {
    String token = token();
    ObjectNode body = TestVenue.places("floor", token, 2);
    body.set("extraData", Json.object("cartId", "c-1"));
    venue.seats("hold", body).ok();
    ObjectNode book = Json.object("objectLabels", List.of("floor"), "holdToken", token);
    book.set("extraData", Json.object("orderId", "o-1"));

    venue.seats("book", book).ok();

    assertEquals(
        Json.object("cartId", "c-1", "orderId", "o-1"), venue.object("floor").path("extraData"));
  }

  @Test
  void a_token_can_buy_places_again_after_it_bought_some() {
    String token = token();
    for (int round = 1; round <= 2; round++) {
      venue.holdPlaces("floor", token, 5).ok();
      venue.book(List.of("floor"), token).ok();
      assertEquals(5 * round, venue.places("floor", "booked"));
    }
    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token, 1)),
        "floor insufficient_capacity");
  }

  @Test
  void places_of_a_full_area_come_back_with_a_refund() {
    String token = token();
    venue.holdPlaces("floor", token, 10).ok();
    venue.book(List.of("floor"), token).ok();
    venue.seats("release", Json.object("objectLabels", List.of("floor"), "allPlaces", true)).ok();

    venue.holdPlaces("floor", token(), 10).ok();
  }

  @Test
  void an_area_made_smaller_than_what_is_sold_sells_no_more() {
    String token = token();
    venue.holdPlaces("floor", token, 8).ok();
    ObjectNode layout = Layouts.standard();
    layout.set("gaAreas", Json.array(Layouts.standing().put("capacity", 5)));
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", layout)).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();

    Check.holdConflict(
        venue.untouchedBy(() -> venue.holdPlaces("floor", token(), 1)),
        "floor insufficient_capacity");
    venue.book(List.of("floor"), token).ok();
    assertEquals(8, venue.places("floor", "booked"));
  }
}
