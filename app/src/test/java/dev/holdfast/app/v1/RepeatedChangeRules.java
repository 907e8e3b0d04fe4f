package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Changes of charts, events and webhooks that are sent again under one idempotency key. */
public abstract class RepeatedChangeRules extends V1Rules {
  private static final String KEY = RepeatRules.KEY;

  private V1Client under(String key) {
    return venue.sk().with(KEY, key);
  }

  private Answer twice(Function<V1Client, Answer> request) {
    String key = UUID.randomUUID().toString();
    Answer first = request.apply(under(key));
    Answer again = request.apply(under(key));
    assertEquals("", first.header("Idempotent-Replayed"));
    assertEquals("true", again.header("Idempotent-Replayed"), again::shortened);
    assertEquals(first.status(), again.status());
    assertEquals(first.raw(), again.raw());
    return first;
  }

  @Test
  void I9_every_change_of_a_chart_is_made_once() {
    ObjectNode body = Json.object("name", "Once", "draftVersion", Layouts.standard());
    int before = total(TestVenue.CHARTS);
    String chart = twice(sk -> sk.post(TestVenue.CHARTS, body)).expect(201).text("chartKey");
    assertEquals(before + 1, total(TestVenue.CHARTS));
    String path = TestVenue.CHARTS + "/" + chart;
    twice(sk -> sk.patch(path, Json.object("name", "Renamed"))).ok();
    twice(sk -> sk.post(path + "/publish")).ok();
    assertEquals(1, venue.sk().get(path).ok().at("publishedVersion").asInt());
    twice(sk -> sk.post(path + "/unpublish")).ok();
    twice(sk -> sk.delete(path)).ok();
    venue.sk().get(path).expect(404);
  }

  @Test
  void I9_every_change_of_an_event_is_made_once() {
    int before = total(TestVenue.EVENTS);
    String event =
        twice(sk -> sk.post(TestVenue.EVENTS, Json.object("chartKey", venue.chartKey())))
            .expect(201)
            .text("eventKey");
    assertEquals(before + 1, total(TestVenue.EVENTS));
    String path = TestVenue.EVENTS + "/" + event;
    twice(sk -> sk.patch(path, Json.object("name", "Renamed"))).ok();
    twice(sk -> sk.delete(path)).ok();
    assertEquals(before, total(TestVenue.EVENTS));
  }

  @Test
  void I9_every_change_of_a_webhook_is_made_once_and_its_secret_told_again() {
    ObjectNode body = Json.object("url", "https://example.com/hook", "events", Hook.ALL);
    Answer made = twice(sk -> sk.post(Hook.WEBHOOKS, body)).expect(201);
    assertTrue(made.text("secret").startsWith("whsec_"));
    assertEquals(1, total(Hook.WEBHOOKS));
    String path = Hook.WEBHOOKS + "/" + made.text("id");
    twice(sk -> sk.patch(path, Json.object("enabled", false))).ok();
    twice(sk -> sk.post(path + "/rotate-secret")).ok();
    Answer test = twice(sk -> sk.post(path + "/test"));
    assertEquals(1, venue.sk().get(path + "/deliveries").ok().at("total").asInt());
    twice(sk -> sk.post(path + "/deliveries/" + test.text("deliveryId") + "/replay"));
    twice(sk -> sk.delete(path)).ok();
  }

  @Test
  void I9_a_refusal_is_answered_again_although_it_would_succeed_by_now() {
    String path = TestVenue.CHARTS + "/" + venue.chartKey();
    Answer refused = under("k").delete(path).expect(409);
    venue.sk().delete(venue.path("")).ok();
    Answer again = under("k").delete(path).expect(409);
    assertEquals("true", again.header("Idempotent-Replayed"));
    assertEquals(refused.raw(), again.raw());
    venue.sk().get(path).ok();
  }

  @Test
  void what_was_not_there_may_be_changed_later_under_its_key() {
    String path = TestVenue.CHARTS + "/none";
    Check.envelope(404, under("k").delete(path));
    Answer again = Check.envelope(404, under("k").delete(path));
    assertEquals("", again.header("Idempotent-Replayed"));
  }

  @Test
  void I9_of_many_twins_one_makes_an_event() {
    int before = total(TestVenue.EVENTS);
    List<Answer> answers =
        Crowd.together(
            12, _ -> under("k").post(TestVenue.EVENTS, Json.object("chartKey", venue.chartKey())));
    Set<String> keys = new HashSet<>();
    for (Answer each : answers) {
      if (each.status() == 409) {
        assertEquals("1", each.header("Retry-After"), each::shortened);
      } else {
        keys.add(each.expect(201).text("eventKey"));
      }
    }
    assertEquals(1, keys.size());
    assertEquals(before + 1, total(TestVenue.EVENTS));
  }

  @Test
  void a_chart_that_was_published_under_a_key_can_be_sold_at_once() {
    String chart =
        under("a")
            .post(TestVenue.CHARTS, Json.object("name", "Once", "draftVersion", Layouts.standard()))
            .expect(201)
            .text("chartKey");
    under("b").post(TestVenue.CHARTS + "/" + chart + "/publish").ok();
    String event =
        under("c")
            .post(TestVenue.EVENTS, Json.object("chartKey", chart))
            .expect(201)
            .text("eventKey");
    new TestVenue(venue.workspace(), venue.sk(), venue.pk(), chart, event)
        .hold("A-1", token())
        .ok();
  }

  private int total(String path) {
    return venue.sk().get(path).ok().at("total").asInt();
  }
}
