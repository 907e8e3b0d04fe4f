package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Check;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment that takes longer: extend is ours, and no hold outlives its token. */
public abstract class TmtExtendRules extends TmtRules {

  private Answer extend(Object... more) {
    return venue
        .tmt()
        .callWith("extend_seats_seatsio", Json.object(more).put("event_id", venue.event()));
  }

  private void lasts(long seconds, String label) {
    Check.secondsFromNow(seconds, v1.object(label).path("holdExpiresAt"));
  }

  @Test
  void extend_gives_all_holds_of_the_token_and_the_token_more_time() {
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 2));
    venue.held("A-3");

    JsonNode data = TmtCheck.ok(venue.extend(TmtVenue.object(token), 1_800));

    assertEquals(
        List.of("A-1", "A-2", "floor"),
        Json.sorted(Json.names(data.path("extend").path("objects"))));
    assertEquals(token, data.path("hold_token").path("token").asText());
    Check.secondsFromNow(1_800, data.path("hold_token").path("expiresAt"));
    for (String label : List.of("A-1", "A-2", "floor")) {
      lasts(1_800, label);
    }
    lasts(600, "A-3");
  }

  @Test
  void the_token_may_be_a_string() {
    String token = venue.held("A-1");

    TmtCheck.ok(venue.extend(token, 900));

    lasts(900, "A-1");
  }

  @Test
  void some_seats_of_a_token_may_be_extended() {
    String token = venue.held("A-1", "A-2");

    JsonNode data =
        TmtCheck.ok(extend("hold_token", token, "seats", List.of("A-1"), "seconds", 900));

    TmtCheck.objects(data.path("extend"), "reservedByToken", "A-1");
    lasts(900, "A-1");
    lasts(600, "A-2");
    Check.secondsFromNow(900, data.path("hold_token").path("expiresAt"));
  }

  @Test
  void without_seconds_it_is_the_life_of_a_new_hold() {
    v1.hold("A-1", "a-token-of-v1", 100).ok();

    TmtCheck.ok(extend("hold_token", "a-token-of-v1"));

    lasts(600, "A-1");
  }

  @Test
  void two_hours_are_the_most() {
    String token = venue.held("A-1");
    for (String seconds : List.of("0", "-1", "7201", "1.5", "\"60\"", "null", "true", "[]")) {
      TmtCheck.refusedNaming(
          "data.seconds",
          v1.untouchedBy(() -> extend("hold_token", token, "seconds", Json.parse(seconds))));
    }

    Answer longest = venue.extend(token, 7_200);

    Check.secondsFromNow(7_200, TmtCheck.ok(longest).path("hold_token").path("expiresAt"));
  }

  @Test
  void two_hours_after_its_creation_are_the_most_for_a_token() {
    JsonNode made = TmtCheck.ok(venue.hold("A-1")).path("hold_token");

    for (int round = 0; round < 3; round++) {
      venue.extend(made, 7_200).ok();
    }

    long life =
        Check.instant(v1.object("A-1").path("holdExpiresAt")).getEpochSecond()
            - Check.instant(made.path("expiresAt")).getEpochSecond();
    assertTrue(life <= 7_200 - 600 + 1, () -> life + " s beyond the first deadline");
  }

  @Test
  void a_seat_of_another_token_gets_no_more_time() {
    String token = venue.held("A-1");
    venue.held("A-2");
    for (List<String> seats : List.of(List.of("A-1", "A-2"), List.of("A-2"), List.of("A-3"))) {
      Answer refused =
          v1.untouchedBy(() -> extend("hold_token", token, "seats", seats, "seconds", 1_800));

      TmtCheck.conflict(refused, seats.getLast() + " not_held_by_token");
    }
  }

  @Test
  void a_token_that_holds_nothing_here_has_nothing_to_extend() {
    String token = venue.held("A-1");
    TmtVenue second = venue.secondEvent();

    TmtCheck.refused(v1.untouchedBy(() -> second.extend(token, 1_800)));
    venue.book(token, "A-1").ok();
    TmtCheck.refused(v1.untouchedBy(() -> venue.extend(token, 1_800)));
  }

  @Test
  void a_token_that_nobody_made_is_not_extended() {
    venue.held("A-1");

    TmtCheck.refused(v1.untouchedBy(() -> venue.extend("never-made-by-anyone", 60)));
  }

  @Test
  void what_is_no_token_is_refused() {
    venue.held("A-1");
    for (String bad : List.of("{}", "5", "[]", "null", "\"\"", "{\"token\":5}")) {
      TmtCheck.refusedNaming(
          "data.hold_token", v1.untouchedBy(() -> venue.extend(Json.parse(bad), 60)));
    }
  }

  @Test
  void no_hold_outlives_its_token_whoever_makes_it() {
    String token = venue.held("A-1");

    v1.hold("A-2", token, 3_600).ok();

    lasts(600, "A-2");
  }

  @Test
  void extending_through_v1_moves_the_token_s_own_end() {
    String token = venue.held("A-1");

    v1.extend(token, 1_800).ok();
    v1.hold("A-2", token, 3_600).ok();

    lasts(1_800, "A-1");
    lasts(1_800, "A-2");
  }

  @Test
  void extending_moves_the_end_for_later_holds_too() {
    String token = venue.held("A-1");

    venue.extend(token, 1_800).ok();
    v1.hold("A-2", token, 3_600).ok();

    lasts(1_800, "A-2");
  }

  @Test
  void X_03_each_dialect_has_its_own_default_life() {
    v1.hold("A-1", "a-token-of-v1").ok();
    lasts(900, "A-1");
    v1.sk().post(v1.path("/seats/extend"), Json.object("holdToken", "a-token-of-v1")).ok();
    lasts(600, "A-1");

    venue.held("A-2");

    lasts(600, "A-2");
  }
}
