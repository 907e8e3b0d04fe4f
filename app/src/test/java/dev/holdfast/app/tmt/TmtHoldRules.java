package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Check;
import dev.holdfast.app.v1.Crowd;
import dev.holdfast.app.v1.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seats are set aside for ten minutes under a token that the service makes. */
public abstract class TmtHoldRules extends TmtRules {

  private static final int LIFE_SECONDS = 600;

  @Test
  void M_04_a_hold_reserves_at_once_and_lasts_ten_minutes() {
    JsonNode hold = TmtCheck.ok(venue.hold("A-1", "A-2")).path("hold");

    TmtCheck.objects(hold, "reservedByToken", "A-1", "A-2");
    Check.secondsFromNow(LIFE_SECONDS, hold.path("hold_token").path("expiresAt"));
    int left = hold.path("hold_token").path("expiresInSeconds").asInt();
    assertTrue(left >= 595 && left <= 600, hold::toString);
    assertEquals(List.of("A-1", "A-2"), v1.labels("held"));
    Check.secondsFromNow(LIFE_SECONDS, v1.object("A-1").path("holdExpiresAt"));
  }

  @Test
  void M_05_the_token_is_in_the_answer_under_every_name_that_clients_know() {
    JsonNode data = TmtCheck.ok(venue.hold("A-1"));

    JsonNode token = data.path("hold").path("hold_token");
    assertTrue(token.path("token").asText().length() >= 8, data::toString);
    assertEquals(token.path("token"), token.path("holdToken"));
    assertEquals(token, data.path("hold_token"), "mirrored");
  }

  @Test
  void M_06_a_held_seat_is_nobody_elses() {
    venue.held("A-1");

    TmtCheck.conflict(v1.untouchedBy(() -> venue.hold("A-1")), "A-1 already_held");
    v1.untouchedBy(() -> v1.hold("A-1", "a-token-of-v1").expect(409));
  }

  @Test
  void M_06_a_booked_seat_is_nobody_elses() {
    venue.book(venue.held("A-1"), "A-1").ok();

    TmtCheck.conflict(v1.untouchedBy(() -> venue.hold("A-1")), "A-1 already_booked");
  }

  @Test
  void M_06_one_seat_that_is_taken_refuses_them_all_and_makes_no_token() {
    venue.held("A-2");

    Answer refused = v1.untouchedBy(() -> venue.hold("A-1", "A-2", "A-3"));

    TmtCheck.conflict(refused, "A-2 already_held");
    assertTrue(refused.at("data").path("hold_token").isMissingNode(), refused::shortened);
    assertTrue(refused.text("message").contains("A-2"), refused::shortened);
    JsonNode failed = refused.at("data").path("failed").path(0);
    assertTrue(failed.path("version").isIntegralNumber(), refused::shortened);
  }

  @Test
  void M_06_of_many_buyers_at_once_one_gets_the_seats() {
    List<Answer> answers = Crowd.together(12, _ -> venue.hold("A-1", "A-2", "A-3"));

    assertEquals(1, Crowd.count(answers, 200));
    assertEquals(11, Crowd.count(answers, 400));
    Set<String> holders = new HashSet<>();
    v1.objects().forEach(object -> holders.add(object.path("holdToken").asText()));
    assertEquals(1, holders.size());
  }

  @Test
  void M_15_an_unknown_label_refuses_the_whole_hold() {
    Answer refused = v1.untouchedBy(() -> venue.hold("A-1", "Z-99"));

    TmtCheck.refusedNaming("Z-99", refused);
    TmtCheck.refused(v1.untouchedBy(() -> venue.hold("a-1")));
  }

  @Test
  void M_15_labels_come_in_an_array() {
    for (Object seats : List.of("A-1", 5, true, Json.object("0", "A-1"))) {
      TmtCheck.refusedNaming("data.seats", v1.untouchedBy(() -> venue.holdAll(seats)));
    }
  }

  @Test
  void M_15_an_empty_array_is_refused() {
    TmtCheck.refusedNaming("data.seats", v1.untouchedBy(() -> venue.hold()));
  }

  @Test
  void M_15_seats_of_sections_and_tables_are_held_by_their_labels() {
    JsonNode hold = TmtCheck.ok(venue.hold("VIP-G3", "T1-4", "A-30")).path("hold");

    TmtCheck.objects(hold, "reservedByToken", "VIP-G3", "T1-4", "A-30");
    assertEquals(List.of("A-30", "T1-4", "VIP-G3"), v1.labels("held"));
  }

  @Test
  void M_16_every_hold_makes_a_new_token() {
    assertNotEquals(venue.held("A-1"), venue.held("A-2"));
  }

  @Test
  void M_16_a_token_cannot_be_brought_along() {
    String token = venue.held("A-1");

    Answer second =
        venue
            .tmt()
            .call(
                "hold_seats_seatsio",
                "event_id",
                venue.event(),
                "seats",
                List.of("A-2"),
                "hold_token",
                TmtVenue.object(token));

    assertNotEquals(token, TmtVenue.token(second.ok()));
    assertNotEquals(token, v1.object("A-2").path("holdToken").asText());
  }

  @Test
  void M_17_the_token_object_goes_unchanged_into_book_and_its_text_into_release() {
    JsonNode token = TmtCheck.ok(venue.hold("A-1", "A-2")).path("hold").path("hold_token");

    venue.book(token, Json.array("A-1")).ok();
    venue.releaseUnder(token.path("token").asText(), "A-2").ok();

    assertEquals("booked", v1.state("A-1"));
    assertEquals("free", v1.state("A-2"));
  }

  @Test
  void duplicates_are_one_seat() {
    JsonNode hold = TmtCheck.ok(venue.hold("A-1", "A-1", "A-2", "A-1")).path("hold");

    TmtCheck.objects(hold, "reservedByToken", "A-1", "A-2");
    assertEquals(List.of("A-1", "A-2"), v1.labels("held"));
  }

  @Test
  void an_object_in_the_answer_is_described_as_seats_io_describes_it() {
    JsonNode seat = TmtCheck.ok(venue.hold("A-4")).path("hold").path("objects").path("A-4");

    assertEquals("A-4", seat.path("label").asText());
    assertEquals(
        Json.parse(
            "{\"own\":{\"label\":\"4\",\"type\":\"seat\"},"
                + "\"parent\":{\"label\":\"A\",\"type\":\"row\"}}"),
        seat.path("labels"));
    assertEquals(Json.object("own", "4", "parent", "A"), seat.path("ids"));
    assertEquals("Premium", seat.path("categoryLabel").asText());
    assertEquals("premium", seat.path("categoryKey").asText());
    assertEquals("seat", seat.path("objectType").asText());
    assertTrue(seat.path("forSale").asBoolean());
    assertTrue(seat.path("version").isIntegralNumber(), seat::toString);
  }
}
