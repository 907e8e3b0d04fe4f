package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The optional header that makes any step safe to repeat. */
public abstract class IdempotencyRules extends V1Rules {

  private static final String REPLAYED = "Idempotent-Replayed";

  private V1Client once(String key) {
    return venue.sk().with("Idempotency-Key", key);
  }

  private Answer book(V1Client caller, String token, String... labels) {
    ObjectNode body = Json.object("objectLabels", List.of(labels), "holdToken", token);
    return caller.post(venue.path("/seats/book"), body);
  }

  @Test
  void a_repeated_booking_is_answered_as_the_first_one_was() {
    String token = token();
    V1Client caller = once(token());
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    Answer first = book(caller, token, "A-1", "A-2").ok();
    assertEquals("", first.header(REPLAYED));

    Answer again = venue.untouchedBy(() -> book(caller, token, "A-1", "A-2").ok());

    assertEquals("true", again.header(REPLAYED));
    assertEquals(first.raw(), again.raw());
  }

  @Test
  void a_replay_does_not_do_it_again() {
    String token = token();
    V1Client caller = once(token());
    ObjectNode hold = Json.object("objectLabel", "A-1", "holdToken", token);
    caller.post(venue.path("/seats/hold"), hold).ok();
    venue.release(List.of("A-1")).ok();

    Answer again = venue.untouchedBy(() -> caller.post(venue.path("/seats/hold"), hold).ok());

    assertEquals("held", again.text("status"));
    assertEquals("true", again.header(REPLAYED));
    assertEquals("free", venue.state("A-1"));
  }

  @Test
  void places_held_with_the_header_are_held_once() {
    V1Client caller = once(token());
    ObjectNode hold = TestVenue.places("floor", token(), 3);

    for (int i = 0; i < 3; i++) {
      caller.post(venue.path("/seats/hold"), hold).ok();
    }

    assertEquals(3, venue.places("floor", "held"));
  }

  @Test
  void a_chart_and_an_event_are_made_once() {
    V1Client caller = once(token());
    ObjectNode chart = Json.object("name", "Once");
    Answer first = caller.post(TestVenue.CHARTS, chart).expect(201);
    Answer again = caller.post(TestVenue.CHARTS, chart).expect(201);
    V1Client other = once(token());
    ObjectNode event = Json.object("chartKey", venue.chartKey());
    Answer made = other.post(TestVenue.EVENTS, event).expect(201);

    assertEquals(first.raw(), again.raw());
    assertEquals(made.raw(), other.post(TestVenue.EVENTS, event).expect(201).raw());
    assertEquals(2, venue.sk().get(TestVenue.CHARTS).ok().at("total").asInt());
    assertEquals(2, venue.sk().get(TestVenue.EVENTS).ok().at("total").asInt());
  }

  @Test
  void one_key_for_another_request_is_refused() {
    String token = token();
    V1Client caller = once(token());
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    book(caller, token, "A-1").ok();

    Check.envelope(422, venue.untouchedBy(() -> book(caller, token, "A-2")));
    ObjectNode same = Json.object("objectLabels", List.of("A-1"), "holdToken", token);
    Check.envelope(422, venue.untouchedBy(() -> caller.post(venue.path("/seats/release"), same)));
    // Other bytes are another request, even if they mean the same.
    Check.envelope(
        422, venue.untouchedBy(() -> caller.post(venue.path("/seats/book"), " " + same)));
  }

  @Test
  void a_refusal_of_the_engine_is_replayed_too() {
    String token = token();
    V1Client caller = once(token());
    venue.hold("A-1", token()).ok();
    Answer first = book(caller, token, "A-1").expect(409);
    venue.release(List.of("A-1")).ok();
    venue.hold("A-1", token).ok();

    Answer again = venue.untouchedBy(() -> book(caller, token, "A-1").expect(409));

    assertEquals(first.raw(), again.raw());
    assertEquals("true", again.header(REPLAYED));
  }

  @Test
  void a_malformed_request_does_not_use_up_its_key() {
    String token = token();
    V1Client caller = once(token());
    venue.hold("A-1", token).ok();
    caller.post(venue.path("/seats/book"), "{}").expect(400);
    caller
        .post(
            TestVenue.EVENTS + "/evt_unknown/seats/book",
            Json.object("objectLabels", List.of("A-1"), "holdToken", token))
        .expect(404);

    assertEquals("", book(caller, token, "A-1").ok().header(REPLAYED));
  }

  @Test
  void a_key_is_known_in_its_own_workspace_only() {
    String key = token();
    ObjectNode chart = Json.object("name", "Once");
    String here = once(key).post(TestVenue.CHARTS, chart).expect(201).text("chartKey");
    V1Client live = venue.workspace().liveSecret().with("Idempotency-Key", key);

    Answer there = live.post(TestVenue.CHARTS, chart).expect(201);

    assertEquals("", there.header(REPLAYED));
    assertEquals(false, here.equals(there.text("chartKey")));
  }

  @Test
  void parallel_repeats_do_the_work_once() {
    V1Client caller = once(token());
    ObjectNode hold = TestVenue.places("floor", token(), 1);

    List<Answer> answers = Crowd.together(20, i -> caller.post(venue.path("/seats/hold"), hold));

    for (Answer answer : answers) {
      if (answer.status() != 200) {
        Check.envelope(409, answer);
        assertEquals(false, answer.header("Retry-After").isBlank(), "Retry-After");
      }
    }
    assertEquals(1, venue.places("floor", "held"));
  }
}
