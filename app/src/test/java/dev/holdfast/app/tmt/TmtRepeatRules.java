package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Functions that are called again under one idempotency key (decisions 6 and 17). */
public abstract class TmtRepeatRules extends TmtRules {
  private static final String KEY = "Idempotency-Key";

  private TmtVenue under(String key) {
    return venue.as(v1.sk().with(KEY, key));
  }

  private static void replayed(Answer first, Answer again) {
    assertEquals("", first.header("Idempotent-Replayed"));
    assertEquals("true", again.header("Idempotent-Replayed"), again::shortened);
    assertEquals(first.status(), again.status());
    assertEquals(first.raw(), again.raw());
  }

  private Answer twice(Function<TmtVenue, Answer> request) {
    String key = UUID.randomUUID().toString();
    Answer first = request.apply(under(key));
    replayed(first, v1.untouchedBy(() -> request.apply(under(key))));
    return first;
  }

  @Test
  void I9_a_checkout_may_be_repeated_step_by_step() {
    String token = TmtVenue.token(twice(at -> at.hold("A-1", "A-2", TmtVenue.places("floor", 2))));
    twice(at -> at.extend(token, 900)).ok();
    twice(at -> at.book(token, "A-1", "A-2", TmtVenue.places("floor", 2))).ok();
    twice(at -> at.release("A-1", TmtVenue.places("floor", 1))).ok();
    assertEquals(List.of("A-2", "floor"), v1.labels("booked"));
    assertEquals(1, v1.places("floor", "booked"));
  }

  @Test
  void I9_a_token_is_expired_once() {
    String token = venue.held("A-1");
    twice(at -> at.expire(token)).ok();
    assertEquals(List.of(), v1.labels("held"));
  }

  @Test
  void I9_an_event_is_created_once_and_a_chart_copied_once() {
    String id = TmtVenue.newId();
    twice(at -> at.create(id)).ok();
    int charts = charts();
    twice(at -> at.tmt().call("copy_chart_seatsio", "chart_id", venue.chart())).ok();
    assertEquals(charts + 1, charts());
    twice(at ->
            at.tmt()
                .call(
                    "add_tags_to_chart_seatsio",
                    "chart_id",
                    venue.chart(),
                    "tags",
                    Json.array("sala")))
        .ok();
  }

  private int charts() {
    JsonNode data = TmtCheck.ok(venue.tmt().call("list_charts_seatsio"));
    return data.path("charts").size();
  }

  @Test
  void I9_a_refusal_stays_a_refusal() {
    String other = venue.held("A-1");
    Answer refused = under("k").hold("A-1").expect(400);
    venue.expire(other).ok();
    replayed(refused, under("k").hold("A-1"));
    assertEquals(List.of(), v1.labels("held"));
  }

  @Test
  void a_key_of_another_call_is_refused_in_the_shape_of_the_dialect() {
    under("k").hold("A-1").ok();
    Answer other = v1.untouchedBy(() -> under("k").hold("A-2")).expect(422);
    assertEquals(422, other.at("status").asInt(), other::shortened);
    assertEquals(false, other.at("data").path("valido").asBoolean(true), other::shortened);
    v1.untouchedBy(() -> under("").hold("A-2").expect(400));
  }

  @Test
  void what_was_no_call_may_be_sent_anew_under_its_key() {
    under("k").tmt().sent("hold_seats_seatsio", "{}").expect(400);
    under("k").of("none").hold("A-1").expect(400);
    assertEquals("", under("k").hold("A-1").ok().header("Idempotent-Replayed"));
  }
}
