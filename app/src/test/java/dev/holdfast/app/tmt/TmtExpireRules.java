package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token ends, and with it all that it holds, wherever that is. */
public abstract class TmtExpireRules extends TmtRules {

  /** What a client may have kept beside the token. */
  private static JsonNode decorated(String token) {
    return Json.parse(
        "{\"token\":\""
            + token
            + "\",\"expiresAt\":\"2027-02-14T19:10:00.000Z\",\"cart\":{\"lines\":[1,2.5,null,true,"
            + "\"Ñ\"],\"empty\":{}},\"big\":12345678901234567890,\"z\":[],\"a\":false}");
  }

  @Test
  void M_08_an_expired_seat_can_be_held_by_the_next_request() {
    venue.expire(TmtVenue.object(venue.held("A-1"))).ok();

    venue.hold("A-1").ok();
  }

  @Test
  void M_23_expiring_frees_all_seats_of_the_token_in_one_step() {
    String token = venue.held("A-1", "A-2", "A-3", TmtVenue.places("floor", 4));
    String other = venue.held("A-4");

    venue.expire(TmtVenue.object(token)).ok();

    assertEquals(List.of("A-4"), v1.labels("held"));
    assertEquals(other, v1.object("A-4").path("holdToken").asText());
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, "A-1")));
  }

  @Test
  void M_23_what_the_token_booked_stays_booked() {
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 3));
    venue.book(token, "A-1", TmtVenue.places("floor", 1)).ok();

    venue.expire(TmtVenue.object(token)).ok();

    assertEquals(List.of("A-1", "floor"), v1.labels("booked"));
    assertEquals(List.of(), v1.labels("held"));
  }

  @Test
  void M_23_the_token_s_seats_are_found_in_every_event_of_the_workspace() {
    TmtVenue second = venue.secondEvent();
    String token = venue.held("A-1");
    second.v1().hold("A-2", token).ok();
    second.v1().holdPlaces("floor", token, 2).ok();

    venue.expire(TmtVenue.object(token)).ok();

    assertEquals(List.of(), v1.objects());
    assertEquals(List.of(), second.v1().objects());
  }

  @Test
  void M_23_an_expired_token_books_nothing_and_extends_nothing_any_more() {
    String token = venue.held("A-1");
    venue.expire(token).ok();

    TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, "A-1")));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, TmtVenue.places("floor", 1))));
    TmtCheck.refused(v1.untouchedBy(() -> venue.extend(token, 60)));
  }

  @Test
  void M_24_the_token_is_an_object_with_a_string_in_it() {
    venue.expire(TmtVenue.object(venue.held("A-1"))).ok();

    assertEquals("free", v1.state("A-1"));
  }

  @Test
  void M_24_the_token_may_as_well_be_a_string() {
    String token = venue.held("A-1");

    JsonNode data = TmtCheck.ok(venue.expire(token));

    assertEquals("free", v1.state("A-1"));
    JsonNode echo = data.path("hold_token");
    assertEquals(token, echo.isTextual() ? echo.asText() : echo.path("token").asText());
  }

  @Test
  void M_24_what_is_no_token_is_refused() {
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
            "{\"token\":{\"token\":\"x\"}}",
            "[\"x\"]")) {
      TmtCheck.refusedNaming(
          "data.hold_token", v1.untouchedBy(() -> venue.expire(Json.parse(bad))));
    }
    TmtCheck.refusedNaming(
        "data.hold_token",
        v1.untouchedBy(() -> venue.tmt().call("expire_hold_token_seatsio", "other", 1)));
  }

  @Test
  void M_26_the_token_object_comes_back_as_it_was_sent() {
    JsonNode sent = decorated(venue.held("A-1"));

    Answer answer = venue.expire(sent);

    assertEquals(sent, TmtCheck.ok(answer).path("hold_token"));
    assertEquals(
        Json.names(sent), Json.names(answer.at("data").path("hold_token")), "in its order");
    assertEquals(Json.parse("true"), answer.at("data").path("expired"));
  }

  @Test
  void M_26_expiring_again_is_as_good_as_the_first_time() {
    JsonNode sent = decorated(venue.held("A-1"));
    Answer first = venue.expire(sent);
    venue.held("A-1");

    Answer second = v1.untouchedBy(() -> venue.expire(sent));

    assertEquals(TmtCheck.ok(first), TmtCheck.ok(second));
  }

  @Test
  void M_26_a_token_that_nobody_made_is_expired_already() {
    venue.held("A-1");
    JsonNode sent = decorated("never-made-by-anyone");

    JsonNode data = TmtCheck.ok(v1.untouchedBy(() -> venue.expire(sent)));

    assertEquals(sent, data.path("hold_token"));
    assertTrue(data.path("expired").asBoolean());
  }

  @Test
  void M_22_an_abandoned_checkout_leaves_nothing_behind() {
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 3));

    venue.releaseUnder(token, "A-1").ok();
    venue.expire(token).ok();

    assertEquals(List.of(), v1.objects());
    assertEquals(47, venue.listed().path("counters").path("available").asInt());
  }

  @Test
  void M_25_the_end_of_a_token_is_seen_at_once() {
    String token = venue.held("A-1", "A-2");

    venue.expire(token).ok();

    assertEquals(List.of(), v1.objects());
    v1.hold("A-1", "a-token-of-v1").ok();
    venue.hold("A-2").ok();
  }
}
