package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events as resources. */
public abstract class EventRules extends V1Rules {

  @Test
  void a_new_event_is_bound_to_its_chart_and_all_free() {
    Answer made =
        venue
            .sk()
            .post(
                TestVenue.EVENTS, Json.object("chartKey", venue.chartKey(), "name", "Winter gala"))
            .expect(201);

    assertFalse(made.text("eventKey").isBlank());
    assertEquals(venue.chartKey(), made.text("chartKey"));
    assertEquals(1, made.at("chartPublishedVersion").asInt());
    assertTrue(made.at("chartPublishedVersion").isIntegralNumber());
    assertEquals("Winter gala", made.text("name"));
    assertEquals(Check.instant(made.at("createdAt")), Check.instant(made.at("updatedAt")));
    String path = TestVenue.EVENTS + "/" + made.text("eventKey");
    assertEquals(made.body(), venue.sk().get(path).ok().body());
    Answer status = venue.sk().get(path + "/status").ok();
    assertEquals(made.at("eventKey"), status.at("eventKey"));
    assertEquals(Json.array(), status.at("objects"));
  }

  @Test
  void an_event_needs_no_name() {
    Answer made =
        venue.sk().post(TestVenue.EVENTS, Json.object("chartKey", venue.chartKey())).expect(201);

    assertTrue(made.body().has("name"), made::shortened);
    assertTrue(made.at("name").isNull(), made::shortened);
  }

  @Test
  void the_key_of_an_event_is_the_server_s_choice() {
    Answer made =
        venue
            .sk()
            .post(
                TestVenue.EVENTS,
                Json.object("chartKey", venue.chartKey(), "eventKey", venue.eventKey()))
            .expect(201);

    assertFalse(made.text("eventKey").equals(venue.eventKey()));
  }

  @Test
  void an_event_on_an_unknown_chart_is_not_found() {
    Check.envelope(
        404,
        "Chart not found",
        venue.sk().post(TestVenue.EVENTS, Json.object("chartKey", "chart_unknown")));
    assertEquals(1, venue.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
  }

  @Test
  void an_event_on_an_unpublished_chart_is_refused() {
    String chart =
        venue
            .sk()
            .post(
                TestVenue.CHARTS, Json.object("name", "Draft", "draftVersion", Layouts.standard()))
            .expect(201)
            .text("chartKey");

    Check.refused(
        "chartKey"::equals, venue.sk().post(TestVenue.EVENTS, Json.object("chartKey", chart)));
    assertEquals(1, venue.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
  }

  @Test
  void an_event_is_renamed_and_stays_on_its_chart() {
    String other = TestVenue.publishedChart(venue.sk(), Layouts.wide(3));

    Answer renamed =
        venue
            .sk()
            .patch(venue.path(""), Json.object("name", "Spring gala", "chartKey", other))
            .ok();

    assertEquals("Spring gala", renamed.text("name"));
    assertEquals(venue.chartKey(), renamed.text("chartKey"));
    assertEquals(venue.eventKey(), renamed.text("eventKey"));
    assertEquals(renamed.body(), venue.sk().get(venue.path("")).ok().body());
    Check.envelope(404, venue.hold("R-1", token()));
  }

  @Test
  void renaming_an_event_leaves_its_seats() {
    venue.hold("A-1", token()).ok();

    venue.untouchedBy(
        () -> venue.sk().patch(venue.path(""), Json.object("name", "Spring gala")).ok());
  }

  @Test
  void a_deleted_event_is_gone_with_its_holds_and_bookings() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    venue.book(List.of("A-1"), token).ok();

    Answer deleted = venue.sk().delete(venue.path("")).ok();

    assertEquals(venue.eventKey(), deleted.text("eventKey"));
    assertTrue(deleted.at("deleted").isBoolean() && deleted.at("deleted").asBoolean());
    Eventually.at(Instant.now().plus(service().remembers()));
    Check.envelope(404, "Event not found", venue.sk().get(venue.path("")));
    Check.envelope(404, "Event not found", venue.status());
    Check.envelope(404, "Event not found", venue.hold("A-3", token));
    Check.envelope(404, "Event not found", venue.book(List.of("A-2"), token));
    Check.envelope(404, "Event not found", venue.sk().delete(venue.path("")));
    assertEquals(0, venue.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
    venue.sk().get(venue.chartPath("")).ok();
    assertEquals(List.of(), venue.secondEvent().objects());
  }

  @Test
  void deleting_an_event_frees_its_tokens_for_others() {
    TestVenue other = TestVenue.open(service(), Layouts.wide(201));
    String token = token();
    other.holdAll(Json.labels("R", 1, 200), token).ok();
    other.sk().delete(other.path("")).ok();

    other.secondEvent().holdAll(Json.labels("R", 1, 200), token).ok();
  }

  @Test
  void events_on_one_chart_sell_their_seats_apart() {
    TestVenue other = venue.secondEvent();
    venue.hold("A-1", token()).ok();

    assertEquals(List.of(), other.objects());
    String token = token();
    other.hold("A-1", token).ok();
    other.book(List.of("A-1"), token).ok();
    assertEquals(List.of("A-1"), venue.labels("held"));
  }

  @Test
  void the_list_shows_events_as_they_are_read_one_by_one() {
    TestVenue second = venue.secondEvent();

    Answer list = venue.sk().get(TestVenue.EVENTS).ok();

    assertEquals(2, list.at("total").asInt());
    assertEquals(
        List.of(second.eventKey(), venue.eventKey()),
        Json.texts(list.at("items"), "eventKey"),
        "newest first");
    assertEquals(venue.sk().get(venue.path("")).ok().body(), list.at("items").path(1));
  }

  @Test
  void an_unknown_event_is_not_found_whatever_is_asked_of_it() {
    String path = TestVenue.EVENTS + "/evt_unknown";
    V1Client sk = venue.sk();

    for (String read : List.of("", "/status", "/reports", "/chart")) {
      Check.envelope(404, "Event not found", sk.get(path + read));
    }
    Check.envelope(404, "Event not found", sk.patch(path, Json.object("name", "x")));
    Check.envelope(404, "Event not found", sk.delete(path));
    Check.envelope(
        404,
        "Event not found",
        sk.post(path + "/seats/hold", Json.object("objectLabel", "A-1", "holdToken", token())));
  }

  @Test
  void a_browser_reads_the_event_as_the_server_does() {
    assertEquals(
        venue.sk().get(venue.path("")).ok().body(), venue.pk().get(venue.path("")).ok().body());
  }
}
