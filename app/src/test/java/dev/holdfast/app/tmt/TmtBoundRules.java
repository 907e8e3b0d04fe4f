package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is too much. */
public abstract class TmtBoundRules extends TmtRules {

  private static final int SEATS = 200;

  private Answer create(String id) {
    return venue.create(id);
  }

  @Test
  void two_hundred_seats_go_through_every_step() {
    TmtVenue wide = TmtVenue.open(service(), Layouts.wide(SEATS + 1));
    Object[] most = Json.labels("R", 1, SEATS).toArray();

    String token = wide.held(most);
    wide.extend(token, 900).ok();
    Answer booked = wide.book(token, most);

    assertEquals(
        Json.object("assigned", SEATS, "ga", 0, "total", SEATS),
        TmtCheck.ok(booked).path("summary"));
    wide.release(most).ok();
    assertEquals(List.of(), wide.v1().objects());
  }

  @Test
  void two_hundred_and_one_seats_are_too_many_for_every_step() {
    TmtVenue wide = TmtVenue.open(service(), Layouts.wide(SEATS + 1));
    Object[] tooMany = Json.labels("R", 1, SEATS + 1).toArray();
    String token = wide.held("R-1", "R-2");

    List<Answer> answers =
        List.of(
            wide.hold(tooMany),
            wide.book(token, tooMany),
            wide.release(tooMany),
            wide.releaseUnder(token, tooMany),
            wide.tmt()
                .call(
                    "extend_seats_seatsio",
                    "event_id",
                    wide.event(),
                    "hold_token",
                    token,
                    "seats",
                    tooMany));

    answers.forEach(answer -> TmtCheck.refusedNaming("data.seats", answer));
    assertEquals(List.of("R-1", "R-2"), wide.v1().labels("held"));
  }

  @Test
  void two_hundred_and_one_entries_are_too_many_even_when_they_are_the_same() {
    Object[] same = java.util.Collections.nCopies(SEATS + 1, "A-1").toArray();

    TmtCheck.refusedNaming("data.seats", v1.untouchedBy(() -> venue.hold(same)));
  }

  @Test
  void an_event_id_has_up_to_sixty_four_letters_digits_underscores_and_dashes() {
    for (String id : List.of("x", "x".repeat(64), "A_b-9", "-", "_", "0")) {
      create(id).ok();
      venue.of(id).hold("A-1").ok();
    }
  }

  @Test
  void any_other_event_id_is_refused() {
    for (String id :
        List.of("x".repeat(65), "", " ", "a b", "a/b", "a.b", "é", "a\n", "a%20", "🎭", "a,b")) {
      TmtCheck.refusedNaming("data.event_id", create(id));
    }
    assertEquals(1, v1.sk().get("/api/v1/events").ok().at("total").asInt());
  }

  @Test
  void an_event_id_that_no_event_can_have_is_that_of_an_unknown_event() {
    for (String id : List.of("x".repeat(65), "x".repeat(5_000), "a/b", "🎭")) {
      TmtCheck.refused(venue.of(id).hold("A-1"));
    }
  }

  @Test
  void a_label_or_token_of_any_length_is_answered() {
    String token = venue.held("A-1");
    String lengthy = "x".repeat(10_000);

    TmtCheck.refused(venue.hold(lengthy));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(lengthy, "A-1")));
    TmtCheck.refused(v1.untouchedBy(() -> venue.book(token, TmtVenue.places(lengthy, 1))));
    Answer expired = v1.untouchedBy(() -> venue.expire(TmtVenue.object(lengthy)));
    TmtCheck.envelope(expired.status() == 200 ? 200 : 400, expired);
  }

  @Test
  void a_quantity_may_be_the_whole_area_and_no_more() {
    TmtCheck.refused(v1.untouchedBy(() -> venue.hold(TmtVenue.places("floor", 11))));

    venue.hold(TmtVenue.places("floor", 10)).ok();
  }

  @Test
  void a_name_of_more_than_255_characters_is_refused() {
    Answer refused =
        venue
            .tmt()
            .call(
                "create_event_seatsio",
                "chart_id",
                venue.chart(),
                "event_id",
                TmtVenue.newId(),
                "name_event",
                "x".repeat(256));

    TmtCheck.refusedNaming("data.name_event", refused);
  }
}
