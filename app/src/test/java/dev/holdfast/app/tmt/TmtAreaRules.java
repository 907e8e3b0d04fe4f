package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Crowd;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of general admission areas. The area has ten. */
public abstract class TmtAreaRules extends TmtRules {

  @Test
  void places_are_held_with_seats_in_one_call() {
    JsonNode hold = TmtCheck.ok(venue.hold("A-1", TmtVenue.places("floor", 4))).path("hold");

    assertEquals(
        List.of("A-1", "floor"), Json.sorted(Json.names(hold.path("objects"))), hold::toString);
    assertEquals(4, v1.places("floor", "held"));
    assertEquals(hold.path("hold_token").path("token"), v1.object("floor").path("holdToken"));
  }

  @Test
  void more_places_than_there_are_hold_nothing() {
    venue.held(TmtVenue.places("floor", 8));

    Answer refused = v1.untouchedBy(() -> venue.hold("A-1", TmtVenue.places("floor", 3)));

    TmtCheck.conflict(refused, "floor insufficient_capacity");
    venue.hold(TmtVenue.places("floor", 2)).ok();
  }

  @Test
  void quantities_of_one_area_add_up() {
    String token = venue.held(TmtVenue.places("floor", 2), TmtVenue.places("floor", 3));
    assertEquals(5, v1.places("floor", "held"));
    TmtCheck.refused(
        v1.untouchedBy(() -> venue.hold(TmtVenue.places("floor", 3), TmtVenue.places("floor", 3))));

    venue.book(token, TmtVenue.places("floor", 1), TmtVenue.places("floor", 1)).ok();

    assertEquals(2, v1.places("floor", "booked"));
    assertEquals(3, v1.places("floor", "held"));
  }

  @Test
  void places_that_the_token_holds_are_booked_first() {
    String token = venue.held(TmtVenue.places("floor", 10));

    venue.book(token, TmtVenue.places("floor", 4)).ok();

    assertEquals(4, v1.places("floor", "booked"));
    assertEquals(6, v1.places("floor", "held"));
  }

  @Test
  void what_the_token_does_not_hold_is_taken_from_what_is_free() {
    String token = venue.held(TmtVenue.places("floor", 4));
    venue.held(TmtVenue.places("floor", 3));

    venue.book(token, TmtVenue.places("floor", 6)).ok();

    assertEquals(6, v1.places("floor", "booked"));
    assertEquals(3, v1.places("floor", "held"));
  }

  @Test
  void places_that_nobody_holds_can_be_booked_with_a_live_token() {
    String token = venue.held("A-1");

    venue.book(token, "A-1", TmtVenue.places("floor", 10)).ok();

    assertEquals(10, v1.places("floor", "booked"));
  }

  @Test
  void an_area_key_in_text_books_all_that_the_token_holds_there() {
    String token = venue.held("A-1", TmtVenue.places("floor", 4));
    venue.held(TmtVenue.places("floor", 2));

    JsonNode data = TmtCheck.ok(venue.book(token, "A-1", "floor"));

    assertEquals(4, v1.places("floor", "booked"));
    assertEquals(2, v1.places("floor", "held"));
    assertEquals(2, data.path("summary").path("total").asInt());
  }

  @Test
  void an_area_key_in_text_books_nothing_where_the_token_holds_nothing() {
    String token = venue.held("A-1");
    venue.held(TmtVenue.places("floor", 2));

    TmtCheck.failed(v1.untouchedBy(() -> venue.book(token, "A-1", "floor")), "floor");
  }

  @Test
  void a_number_beside_an_area_key_in_text_means_places_besides() {
    String token = venue.held(TmtVenue.places("floor", 4));

    venue.book(token, "floor", TmtVenue.places("floor", 2)).ok();

    assertEquals(6, v1.places("floor", "booked"));
    assertEquals(0, v1.places("floor", "held"));
  }

  @Test
  void M_40_more_places_than_there_are_book_nothing_and_the_seats_stay_held() {
    String token = venue.held("A-1", "A-2");

    Answer refused = v1.untouchedBy(() -> venue.book(token, "A-1", TmtVenue.places("floor", 11)));

    TmtCheck.conflict(refused, "floor insufficient_capacity");
    assertEquals(List.of("A-1", "A-2"), v1.labels("held"));
    venue.book(token, "A-1", "A-2", TmtVenue.places("floor", 10)).ok();
  }

  @Test
  void M_40_places_that_others_have_are_not_free() {
    venue.book(venue.held(TmtVenue.places("floor", 5)), TmtVenue.places("floor", 5)).ok();
    venue.held(TmtVenue.places("floor", 2));
    String token = venue.held("A-1", TmtVenue.places("floor", 1));

    Answer refused = v1.untouchedBy(() -> venue.book(token, "A-1", TmtVenue.places("floor", 4)));

    TmtCheck.conflict(refused, "floor insufficient_capacity");
    assertEquals(token, v1.object("A-1").path("holdToken").asText());
    venue.book(token, "A-1", TmtVenue.places("floor", 3)).ok();
  }

  @Test
  void M_40_a_lost_seat_books_no_places() {
    String token = venue.held("A-1", TmtVenue.places("floor", 3));
    venue.release("A-1").ok();

    TmtCheck.failed(
        v1.untouchedBy(() -> venue.book(token, "A-1", TmtVenue.places("floor", 3))), "A-1");
    assertEquals(3, v1.places("floor", "held"));
  }

  @Test
  void M_40_a_crowd_that_books_places_sells_no_more_than_there_are() {
    List<String> tokens = Json.labels("A", 1, 9).stream().map(venue::held).toList();

    List<Answer> answers =
        Crowd.together(
            tokens.size(),
            i -> venue.book(tokens.get(i), "A-" + (i + 1), TmtVenue.places("floor", 2)));

    assertEquals(5, Crowd.count(answers, 200));
    assertEquals(4, Crowd.count(answers, 400));
    assertEquals(10, v1.places("floor", "booked"));
    assertEquals(5, v1.labels("booked").stream().filter(l -> l.startsWith("A-")).count());
    assertEquals(4, v1.labels("held").size(), "the seats of those who came too late");
  }
}
