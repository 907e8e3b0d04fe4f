package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Changes;
import dev.holdfast.app.v1.Crowd;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held seats are sold, with places of areas in the same step or without. */
public abstract class TmtBookRules extends TmtRules {

  @Test
  void M_27_held_seats_are_booked() {
    String token = venue.held("A-1", "A-2", "A-3");

    TmtCheck.ok(venue.book(token, "A-1", "A-2"));

    assertEquals(List.of("A-1", "A-2"), v1.labels("booked"));
    assertEquals(token, v1.object("A-3").path("holdToken").asText(), "the rest stays held");
    venue.book(token, "A-3").ok();
  }

  @Test
  void M_27_a_foreign_token_books_nothing() {
    String first = venue.held("A-1");
    String second = venue.held("A-2");

    TmtCheck.failed(v1.untouchedBy(() -> venue.book(second, "A-1")), "A-1");
    TmtCheck.failed(v1.untouchedBy(() -> venue.book(first, "A-1", "A-2")), "A-2");
  }

  @Test
  void M_27_a_token_that_nobody_made_books_nothing() {
    String unknown = "never-made-by-anyone";
    venue.held("A-1");

    TmtCheck.refused(v1.untouchedBy(() -> venue.book(unknown, "A-1")));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(unknown, "A-2")));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(unknown, TmtVenue.places("floor", 1))));
  }

  @Test
  void M_27_a_free_seat_is_not_booked() {
    String token = venue.held("A-1");

    TmtCheck.failed(v1.untouchedBy(() -> venue.book(token, "A-1", "A-2")), "A-2");
  }

  @Test
  void M_27_a_released_seat_is_not_booked() {
    String token = venue.held("A-1", "A-2");
    venue.release("A-1").ok();

    Answer refused = v1.untouchedBy(() -> venue.book(token, "A-1", "A-2"));

    TmtCheck.failed(refused, "A-1");
    assertTrue(refused.text("message").contains("A-1"), refused::shortened);
  }

  @Test
  void M_27_an_unknown_label_books_nothing() {
    String token = venue.held("A-1");

    TmtCheck.refusedNaming("Z-99", v1.untouchedBy(() -> venue.book(token, "A-1", "Z-99")));
  }

  @Test
  void M_27_what_is_held_in_one_event_is_not_booked_in_another() {
    TmtVenue second = venue.secondEvent();
    String token = venue.held("A-1");

    TmtCheck.failed(second.v1().untouchedBy(() -> second.book(token, "A-1")), "A-1");
    assertEquals("held", v1.state("A-1"));
  }

  @Test
  void M_27_a_second_booking_of_the_same_seats_is_refused_and_changes_nothing() {
    String token = venue.held("A-1", "A-2");
    venue.book(token, "A-1").ok();

    TmtCheck.failed(v1.untouchedBy(() -> venue.book(token, "A-1")), "A-1");
    TmtCheck.failed(v1.untouchedBy(() -> venue.book(token, "A-1", "A-2")), "A-1");
  }

  @Test
  void M_27_of_two_calls_at_once_one_books() {
    String token = venue.held("A-1", "A-2");

    List<Answer> answers = Crowd.together(8, _ -> venue.book(token, "A-1", "A-2"));

    assertEquals(1, Crowd.count(answers, 200));
    assertEquals(7, Crowd.count(answers, 400));
    assertEquals(List.of("A-1", "A-2"), v1.labels("booked"));
    assertEquals(
        2, Changes.all(v1).stream().filter(one -> Changes.type(one).equals("booked")).count());
  }

  @Test
  void M_28_seats_and_places_are_booked_in_one_call() {
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 3));

    TmtCheck.ok(venue.book(token, "A-1", TmtVenue.places("floor", 3), "A-2"));

    assertEquals(List.of("A-1", "A-2", "floor"), v1.labels("booked"));
    assertEquals(3, v1.places("floor", "booked"));
    assertEquals(List.of(), v1.labels("held"));
  }

  @Test
  void M_30_the_token_is_an_object_with_a_string_in_it() {
    TmtCheck.ok(venue.book(TmtVenue.object(venue.held("A-1")), Json.array("A-1")));

    assertEquals("booked", v1.state("A-1"));
  }

  @Test
  void M_30_the_token_may_as_well_be_a_string() {
    String token = venue.held("A-1");

    JsonNode echo = TmtCheck.ok(venue.book(Json.parse("\"" + token + "\""), Json.array("A-1")));

    assertEquals("booked", v1.state("A-1"));
    assertEquals(
        token,
        echo.path("hold_token").isTextual()
            ? echo.path("hold_token").asText()
            : echo.path("hold_token").path("token").asText());
  }

  @Test
  void M_30_what_is_no_token_is_refused() {
    venue.held("A-1");
    for (String bad :
        List.of(
            "{}",
            "5",
            "true",
            "[]",
            "null",
            "\"\"",
            "{\"token\":5}",
            "{\"token\":null}",
            "{\"token\":\"\"}",
            "[\"x\"]",
            "{\"holdToken\":5}")) {
      TmtCheck.refusedNaming(
          "data.hold_token", v1.untouchedBy(() -> venue.book(Json.parse(bad), Json.array("A-1"))));
    }
    TmtCheck.refusedNaming(
        "data.hold_token",
        v1.untouchedBy(() ->
            venue
                .tmt()
                .call("book_seats_seatsio", "event_id", venue.event(), "seats", List.of("A-1"))));
  }

  @Test
  void M_41_booking_touches_nothing_but_the_seats() {
    String charts = TmtCheck.ok(venue.tmt().call("list_charts_seatsio")).toString();
    String chart = v1.sk().get(v1.chartPath("")).raw();
    String event = v1.sk().get(v1.path("")).raw();

    venue.book(venue.held("A-1"), "A-1").ok();

    assertEquals(charts, TmtCheck.ok(venue.tmt().call("list_charts_seatsio")).toString());
    assertEquals(chart, v1.sk().get(v1.chartPath("")).raw());
    assertEquals(event, v1.sk().get(v1.path("")).raw());
    assertEquals(
        1, v1.sk().get(TestVenue.EVENTS).ok().at("total").asInt(), "no event came into being");
    assertEquals(List.of("held", "booked"), Changes.all(v1).stream().map(Changes::type).toList());
  }

  @Test
  void an_order_and_the_caller_s_own_data_stay_with_the_seats() {
    String token = venue.held("A-1", TmtVenue.places("floor", 2));

    venue
        .tmt()
        .call(
            "book_seats_seatsio",
            "event_id",
            venue.event(),
            "seats",
            Json.array("A-1", TmtVenue.places("floor", 2)),
            "hold_token",
            TmtVenue.object(token),
            "order_id",
            "order-4711",
            "extra_data",
            Json.object("ticket", "gala-1", "seatOf", List.of("A-1")))
        .ok();

    for (String label : List.of("A-1", "floor")) {
      JsonNode booked = v1.object(label);
      assertEquals("order-4711", booked.path("orderId").asText(), booked::toString);
      assertEquals("gala-1", booked.path("extraData").path("ticket").asText());
      JsonNode items = Changes.history(v1, label, "").ok().at("items");
      JsonNode last = items.path(items.size() - 1);
      assertEquals("order-4711", last.path("orderId").asText(), last::toString);
      assertEquals("gala-1", last.path("extraData").path("ticket").asText());
    }
    String browser = v1.asBrowser().status().ok().raw();
    assertFalse(browser.contains("order-4711"), browser);
  }

  @Test
  void too_much_extra_data_books_nothing() {
    String token = venue.held("A-1");

    TmtCheck.refusedNaming(
        "data.extra_data",
        v1.untouchedBy(() ->
            venue
                .tmt()
                .call(
                    "book_seats_seatsio",
                    "event_id",
                    venue.event(),
                    "seats",
                    List.of("A-1"),
                    "hold_token",
                    TmtVenue.object(token),
                    "extra_data",
                    Json.object("x", "x".repeat(16 * 1024)))));
  }
}
