package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holding one seat. */
public abstract class HoldRules extends V1Rules {

  @Test
  void B_25_a_hold_takes_the_one_seat_that_was_asked_for() {
    String token = token();

    Answer held = venue.hold("A-1", token).ok();

    assertEquals(venue.chartKey(), held.text("chartKey"));
    assertEquals(venue.eventKey(), held.text("eventKey"));
    assertEquals("A-1", held.text("objectLabel"));
    assertEquals("held", held.text("status"));
    assertEquals(token, held.text("holdToken"));
    assertEquals("premium", held.text("categoryKey"));
    assertEquals(Json.object(), held.at("extraData"));
    assertTrue(held.at("version").isIntegralNumber(), held::shortened);
    assertEquals(List.of("A-1"), venue.labels("held"));
  }

  @Test
  void B_25_seats_in_sections_and_at_tables_are_held_by_their_labels() {
    assertEquals("premium", venue.hold("VIP-G3", token()).ok().text("categoryKey"));
    assertEquals("floor", venue.hold("T1-4", token()).ok().text("categoryKey"));

    assertEquals(List.of("T1-4", "VIP-G3"), venue.labels("held"));
  }

  @Test
  void B_25_the_status_shows_a_hold_as_the_hold_answered_it() {
    ObjectNode extra = Json.object("cartId", "c-19");
    Answer held =
        venue
            .seats(
                "hold", Json.object("objectLabel", "A-1", "holdToken", token(), "extraData", extra))
            .ok();

    JsonNode shown = venue.object("A-1");

    for (String member :
        List.of("objectLabel", "status", "holdToken", "holdExpiresAt", "categoryKey", "version")) {
      assertEquals(held.at(member), shown.path(member), member);
    }
    assertEquals(extra, held.at("extraData"));
    assertEquals(extra, shown.path("extraData"));
  }

  @Test
  void B_26_a_hold_lasts_900_seconds_unless_told_otherwise() {
    Check.secondsFromNow(900, venue.hold("A-1", token()).ok().at("holdExpiresAt"));
  }

  @Test
  void B_26_a_hold_lasts_as_long_as_it_was_told_to() {
    Check.secondsFromNow(60, venue.hold("A-1", token(), 60).ok().at("holdExpiresAt"));
    Check.secondsFromNow(86_400, venue.hold("A-2", token(), 86_400).ok().at("holdExpiresAt"));
  }

  @Test
  void B_27_the_token_of_the_answer_is_the_one_that_books() {
    String answered = venue.hold("A-1", token()).ok().text("holdToken");

    venue.book(List.of("A-1"), answered).ok();

    assertEquals("booked", venue.state("A-1"));
  }

  @Test
  void B_27_the_token_of_the_answer_is_the_one_that_cancels() {
    String answered = venue.hold("A-1", token()).ok().text("holdToken");

    venue.release(List.of("A-1"), answered).ok();

    assertEquals("free", venue.state("A-1"));
  }

  @Test
  void a_token_may_have_8_to_255_characters() {
    venue.hold("A-1", "12345678").ok();
    venue.hold("A-2", "t".repeat(255)).ok();

    assertEquals("t".repeat(255), venue.object("A-2").path("holdToken").asText());
  }

  @Test
  void one_token_collects_many_seats() {
    String token = token();
    List<String> labels = Json.labels("A", 1, 5);

    labels.forEach(label -> venue.hold(label, token).ok());

    venue.book(labels, token).ok();
    assertEquals(labels, venue.labels("booked"));
  }

  @Test
  void a_seat_that_another_token_holds_is_refused() {
    venue.hold("A-1", token()).ok();

    Answer refused = venue.untouchedBy(() -> venue.hold("A-1", token()));

    Check.holdConflict(refused, "A-1 already_held");
    Check.versions(refused.at("failed"));
  }

  @Test
  void a_booked_seat_is_refused_also_to_the_token_that_booked_it() {
    String token = token();
    venue.hold("A-1", token).ok();
    venue.book(List.of("A-1"), token).ok();

    Check.holdConflict(venue.untouchedBy(() -> venue.hold("A-1", token())), "A-1 already_booked");
    Check.holdConflict(venue.untouchedBy(() -> venue.hold("A-1", token)), "A-1 already_booked");
  }

  @Test
  void a_label_that_the_chart_does_not_have_is_unknown() {
    for (String label : List.of("A-31", "Z-1", "a-1", "A-1 ", " A-1", "A-01", "A", "premium")) {
      Check.envelope(404, venue.untouchedBy(() -> venue.hold(label, token())));
    }
  }

  @Test
  void holding_a_seat_again_leaves_the_hold_as_it_is() {
    String token = token();
    Answer first = venue.hold("A-1", token, 60).ok();

    Answer again = venue.untouchedBy(() -> venue.hold("A-1", token, 600).ok());

    assertEquals(first.at("holdExpiresAt"), again.at("holdExpiresAt"));
    assertEquals(first.at("version"), again.at("version"));
  }

  @Test
  void no_number_of_repeated_holds_moves_the_deadline() {
    String token = token();
    Answer first = venue.hold("A-1", token, 30).ok();

    for (int i = 0; i < 50; i++) {
      Answer again = venue.hold("A-1", token, 900).ok();
      assertEquals(first.at("holdExpiresAt"), again.at("holdExpiresAt"));
    }
  }

  @Test
  void a_seat_that_was_given_back_and_taken_again_gets_a_deadline_of_its_own() {
    String token = token();
    venue.hold("A-1", token, 30).ok();
    venue.release(List.of("A-1"), token).ok();

    Check.secondsFromNow(300, venue.hold("A-1", token, 300).ok().at("holdExpiresAt"));
  }

  @Test
  void a_category_other_than_the_seat_s_is_refused() {
    ObjectNode body =
        Json.object("objectLabel", "A-1", "holdToken", token(), "categoryKey", "floor");

    Check.refused("categoryKey"::equals, venue.untouchedBy(() -> venue.seats("hold", body)));
  }

  @Test
  void the_seat_s_own_category_may_be_named() {
    ObjectNode body =
        Json.object("objectLabel", "A-1", "holdToken", token(), "categoryKey", "premium");

    assertEquals("premium", venue.seats("hold", body).ok().text("categoryKey"));
  }

  @Test
  void extra_data_comes_back_with_its_keys_in_the_order_they_were_sent() {
    String extra = "{\"z\":1,\"a\":{\"y\":[1,2.5,null,true],\"b\":\"\"},\"m\":\"Grüße\"}";
    String body =
        "{\"objectLabel\":\"A-1\",\"holdToken\":\"" + token() + "\",\"extraData\":" + extra + "}";

    Answer held = venue.seats("hold", body).ok();

    assertEquals(extra, held.at("extraData").toString());
    assertEquals(extra, venue.object("A-1").path("extraData").toString());
  }

  @Test
  void the_same_token_in_two_events_is_two_sessions() {
    TestVenue other = venue.secondEvent();
    String token = token();
    venue.hold("A-1", token).ok();
    other.hold("A-1", token, 60).ok();
    other.hold("A-2", token, 60).ok();

    assertEquals(List.of("A-1"), venue.labels("held"));
    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-2"), token)),
        "A-2 not_held_by_token");
    other.untouchedBy(() -> venue.book(List.of("A-1"), token).ok());
    assertEquals(List.of("A-1", "A-2"), other.labels("held"));
  }

  @Test
  void every_change_of_a_seat_raises_its_version() {
    String token = token();
    long held = version(venue.hold("A-1", token).ok().body());
    long extended = version(venue.extend(token, 300).ok().at("extended").path(0));
    long booked = version(venue.book(List.of("A-1"), token).ok().at("booked").path(0));
    long released = version(venue.release(List.of("A-1")).ok().at("released").path(0));
    long again = version(venue.hold("A-1", token).ok().body());

    assertTrue(
        held < extended && extended < booked && booked < released && released < again,
        () -> List.of(held, extended, booked, released, again).toString());
    assertEquals(again, version(venue.object("A-1")));
  }

  private static long version(JsonNode state) {
    assertTrue(state.path("version").isIntegralNumber(), state::toString);
    return state.path("version").asLong();
  }

  @Test
  void a_hold_can_be_booked_at_once() {
    for (String label : Json.labels("A", 1, 20)) {
      String token = token();
      venue.hold(label, token).ok();
      venue.book(List.of(label), token).ok();
    }
    assertEquals(20, venue.labels("booked").size());
  }

  @Test
  void an_untouched_event_has_no_records() {
    assertEquals(Json.array(), venue.status().ok().at("objects"));
    assertFalse(venue.status().raw().contains("A-1"));
  }

  @Test
  void a_hold_ends_after_the_request_was_sent_and_not_before() {
    Instant sent = Instant.now();
    Instant deadline = Check.instant(venue.hold("A-1", token(), 2).ok().at("holdExpiresAt"));

    Duration life = Duration.between(sent, deadline);
    // The database may keep its own clock, hence the quarter of a second.
    assertTrue(life.toMillis() >= 1750, () -> "a life of " + life);
  }
}
