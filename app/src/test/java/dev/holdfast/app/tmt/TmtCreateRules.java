package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events come into being once, with the caller's key, and are listed. */
public abstract class TmtCreateRules extends TmtRules {

  private ObjectNode event(String id) {
    return Json.object(
        "chart_id",
        venue.chart(),
        "event_id",
        id,
        "name_event",
        TmtVenue.NAME,
        "date_event",
        TmtVenue.DATE);
  }

  private Answer create(Object data) {
    return venue.tmt().callWith("create_event_seatsio", data);
  }

  private List<String> listedKeys() {
    return Json.texts(TmtCheck.ok(venue.tmt().call("list_event_seatsio")).path("events"), "key");
  }

  @Test
  void M_01_a_chart_key_is_no_event() {
    TmtVenue chart = venue.of(venue.chart());

    TmtCheck.refused(chart.hold("A-1"));
    TmtCheck.refused(chart.release("A-1"));
    TmtCheck.refused(chart.book(venue.held("A-1"), "A-1"));
    TmtCheck.refused(chart.extend(venue.held("A-2"), 60));
  }

  @Test
  void M_02_nothing_can_be_sold_in_an_event_that_was_not_created() {
    TmtVenue nowhere = venue.of(TmtVenue.newId());
    String token = venue.held("A-1");

    TmtCheck.refused(nowhere.hold("A-1"));
    TmtCheck.refused(nowhere.book(token, "A-1"));
    TmtCheck.refused(nowhere.release("A-1"));
    TmtCheck.refused(nowhere.extend(token, 60));

    assertEquals(List.of(venue.event()), listedKeys(), "none came into being by asking");
  }

  @Test
  void M_03_a_created_event_is_listed_and_nothing_of_it_is_taken() {
    String id = TmtVenue.newId();
    create(event(id)).ok();

    assertTrue(listedKeys().contains(id));
    assertEquals(List.of(), venue.of(id).v1().objects());
  }

  @Test
  void M_03_an_event_is_created_once() {
    venue.held("A-1");

    Answer again = v1.untouchedBy(() -> create(event(venue.event())));

    TmtCheck.refusedNaming("ya existe", again);
    assertEquals(List.of(venue.event()), listedKeys());
  }

  @Test
  void M_03_an_event_keeps_its_chart_and_its_name_when_it_is_created_again_otherwise() {
    String other = TestVenue.publishedChart(v1.sk(), Layouts.wide(3));

    TmtCheck.refused(
        create(event(venue.event()).put("chart_id", other).put("name_event", "Otra noche")));

    assertEquals(venue.chart(), venue.listed().path("chartKey").asText());
    assertEquals(TmtVenue.NAME, venue.listed().path("name").asText());
  }

  @Test
  void M_09_the_chart_must_be_there() {
    TmtCheck.refused(create(event(TmtVenue.newId()).put("chart_id", "chart_unknown")));
    TmtCheck.refused(create(event(TmtVenue.newId()).put("chart_id", venue.event())));
    assertEquals(List.of(venue.event()), listedKeys());
  }

  @Test
  void M_09_the_chart_must_be_published() {
    String draft =
        v1.sk().post(TestVenue.CHARTS, Json.object("name", "Bare")).expect(201).text("chartKey");

    TmtCheck.refused(create(event(TmtVenue.newId()).put("chart_id", draft)));
    assertEquals(List.of(venue.event()), listedKeys());
  }

  @Test
  void M_09_the_chart_must_be_named() {
    ObjectNode without = event(TmtVenue.newId());
    without.remove("chart_id");

    TmtCheck.refusedNaming("data.chart_id", create(without));
  }

  @Test
  void M_10_the_event_has_the_key_that_it_was_given() {
    String id = "eV9tQx2LmZ";

    Answer created = create(event(id));

    assertEquals(id, TmtCheck.ok(created).path("event").path("key").asText());
    assertEquals(1, TmtVenue.token(venue.of(id).hold("A-1").ok()).isEmpty() ? 0 : 1);
    assertEquals("held", venue.of(id).v1().state("A-1"));
  }

  @Test
  void M_10_the_event_id_must_be_given() {
    ObjectNode without = event("x");
    without.remove("event_id");

    TmtCheck.refusedNaming("data.event_id", create(without));
  }

  @Test
  void M_11_the_event_has_the_name_that_it_was_given() {
    String name = "Noche de Ñandúes \"en vivo\" 🎭";

    Answer created = create(event(TmtVenue.newId()).put("name_event", name));

    assertEquals(name, TmtCheck.ok(created).path("event").path("name").asText());
  }

  @Test
  void M_12_the_event_has_the_date_that_it_was_given() {
    for (String date : List.of("2027-02-14", "2028-02-29", "2026-12-31")) {
      Answer created = create(event(TmtVenue.newId()).put("date_event", date));

      assertEquals(date, TmtCheck.ok(created).path("event").path("date").asText());
    }
  }

  @Test
  void M_12_what_is_no_day_of_the_calendar_is_refused() {
    for (String date :
        List.of(
            "2027-02-30",
            "14/02/2027",
            "2027-2-14",
            "2027-13-01",
            "2027-02-29",
            "2027-02-14T20:00:00Z",
            "20270214",
            "")) {
      TmtCheck.refusedNaming(
          "data.date_event", create(event(TmtVenue.newId()).put("date_event", date)));
    }
    TmtCheck.refused(create(event(TmtVenue.newId()).put("date_event", 20270214)));
    assertEquals(List.of(venue.event()), listedKeys());
  }

  @Test
  void M_12_an_event_may_have_no_date() {
    ObjectNode without = event(TmtVenue.newId());
    without.remove("date_event");

    JsonNode event = TmtCheck.ok(create(without)).path("event");

    assertTrue(event.path("date").isNull() || event.path("date").isMissingNode());
  }

  @Test
  void M_13_the_answer_has_the_whole_event_with_every_place_available() {
    JsonNode event = TmtCheck.ok(create(event("eV9"))).path("event");

    assertTrue(event.path("id").isIntegralNumber(), event::toString);
    assertEquals("eV9", event.path("key").asText());
    assertEquals(venue.chart(), event.path("chartKey").asText());
    assertEquals(TmtVenue.NAME, event.path("name").asText());
    assertEquals(TmtVenue.DATE, event.path("date").asText());
    assertEquals(counters(47, 0, 0), event.path("counters"), "37 seats and 10 places");
  }

  private static ObjectNode counters(int available, int held, int booked) {
    return Json.object("available", available, "held", held, "booked", booked);
  }

  @Test
  void M_14_all_events_are_listed_with_their_members() {
    TmtVenue second = venue.secondEvent();
    TmtVenue third = second.secondEvent();

    assertEquals(
        Json.sorted(List.of(venue.event(), second.event(), third.event())),
        Json.sorted(listedKeys()));
    JsonNode listed = third.listed();
    assertTrue(listed.path("id").isIntegralNumber(), listed::toString);
    assertEquals(venue.chart(), listed.path("chartKey").asText());
    assertEquals(TmtVenue.NAME, listed.path("name").asText());
    assertEquals(TmtVenue.DATE, listed.path("date").asText());
    assertFalse(listed.path("id").equals(second.listed().path("id")), "each has its own number");
  }

  @Test
  void M_14_an_event_made_through_the_other_dialect_is_listed_too() {
    String key = TestVenue.event(v1.sk(), venue.chart());

    assertEquals(Json.sorted(List.of(venue.event(), key)), Json.sorted(listedKeys()));
  }

  @Test
  void M_14_the_summary_moves_with_holds_and_bookings() {
    assertEquals(counters(47, 0, 0), venue.listed().path("counters"));
    String token = venue.held("A-1", "A-2", TmtVenue.places("floor", 4));
    assertEquals(counters(41, 6, 0), venue.listed().path("counters"));

    venue.book(token, "A-1", TmtVenue.places("floor", 3)).ok();
    assertEquals(counters(41, 2, 4), venue.listed().path("counters"));

    venue.release("A-1").ok();
    venue.expire(TmtVenue.object(token)).ok();
    assertEquals(counters(44, 0, 3), venue.listed().path("counters"));
  }

  @Test
  void M_14_the_list_needs_no_data() {
    for (String body : List.of("", "{}", "{\"data\":{}}")) {
      JsonNode data = TmtCheck.ok(venue.tmt().sent("list_event_seatsio", body));
      assertEquals(List.of(venue.event()), Json.texts(data.path("events"), "key"));
    }
    TmtCheck.ok(v1.sk().post("/list_event_seatsio"));
  }
}
