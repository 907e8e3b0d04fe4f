package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Requests about seats that are sent again under one idempotency key (decisions 6 and 17). */
public abstract class RepeatRules extends V1Rules {
  static final String KEY = "Idempotency-Key";

  /** The same event, every request of which has this key. */
  private TestVenue under(String key) {
    return venue.as(venue.sk().with(KEY, key));
  }

  private static void replayed(Answer first, Answer again) {
    assertEquals("", first.header("Idempotent-Replayed"));
    assertEquals("true", again.header("Idempotent-Replayed"));
    assertEquals(first.status(), again.status());
    assertEquals(first.raw(), again.raw());
    assertEquals(first.header("Content-Type"), again.header("Content-Type"));
  }

  /** Sends a request twice under one key; the second changes nothing and answers the same. */
  private Answer twice(Function<TestVenue, Answer> request) {
    String key = UUID.randomUUID().toString();
    Answer first = request.apply(under(key));
    replayed(first, venue.untouchedBy(() -> request.apply(under(key))));
    return first;
  }

  @Test
  void I9_a_request_that_is_sent_again_is_answered_as_before_and_does_nothing() {
    String token = token();
    twice(at -> at.holdAll(List.of("A-1", "A-2"), token)).ok();
    twice(at -> at.holdPlaces("floor", token, 3)).ok();
    assertEquals(3, venue.places("floor", "held"), "places of an area do not add up");
    twice(at -> at.extend(token, 900)).ok();
    twice(at -> at.book(List.of("A-1", "A-2"), token)).ok();
    twice(at -> at.release(List.of("A-1"))).ok();
    assertEquals(List.of("A-2"), venue.labels("booked"));
  }

  @Test
  void I9_a_late_twin_of_a_booking_does_not_book_again() {
    String token = token();
    venue.hold("A-1", token).ok();
    Answer booked = under("order-1").book(List.of("A-1"), token).ok();
    venue.release(List.of("A-1")).ok();
    venue.hold("A-1", token).ok();
    replayed(booked, under("order-1").book(List.of("A-1"), token));
    assertEquals("held", venue.state("A-1"));
  }

  @Test
  void I9_a_late_twin_of_a_hold_does_not_hold_again() {
    String token = token();
    Answer held = under("cart-1").hold("A-1", token).ok();
    venue.release(List.of("A-1"), token).ok();
    replayed(held, under("cart-1").hold("A-1", token));
    assertEquals("free", venue.state("A-1"));
  }

  @Test
  void I9_a_refusal_stays_a_refusal_whatever_has_become_free() {
    String other = token();
    String token = token();
    venue.hold("A-1", other).ok();
    Answer refused = under("k-1").hold("A-1", token).expect(409);
    Answer notMine = under("k-2").book(List.of("A-1"), token).expect(409);
    Answer nothing = under("k-3").release(List.of("A-2")).expect(409);
    Answer full = under("k-4").holdPlaces("floor", token, 11).expect(409);
    venue.release(List.of("A-1"), other).ok();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();
    replayed(refused, under("k-1").hold("A-1", token));
    replayed(notMine, under("k-2").book(List.of("A-1"), token));
    replayed(nothing, under("k-3").release(List.of("A-2")));
    replayed(full, under("k-4").holdPlaces("floor", token, 11));
    assertEquals(List.of("A-1", "A-2"), venue.labels("held"));
  }

  @Test
  void a_key_belongs_to_one_request() {
    String token = token();
    under("k").hold("A-1", token).ok();
    Answer other = venue.untouchedBy(() -> under("k").hold("A-2", token));
    Check.envelope(422, other);
    Check.envelope(422, venue.untouchedBy(() -> under("k").book(List.of("A-1"), token)));
    TestVenue second = venue.secondEvent();
    Check.envelope(422, second.as(venue.sk().with(KEY, "k")).hold("A-1", token));
    // The same bytes are the same request; the same meaning in other bytes is not.
    String body = Json.object("objectLabel", "A-1", "holdToken", token).toString();
    Check.envelope(422, under("k").seats("hold", body.replaceFirst(":", ": ")));
    assertEquals("true", under("k").seats("hold", body).ok().header("Idempotent-Replayed"));
  }

  @Test
  void I12_another_workspace_has_keys_of_its_own() {
    String token = token();
    under("k").hold("A-1", token).ok();
    TestVenue stranger = TestVenue.open(service());
    Answer theirs = stranger.as(stranger.sk().with(KEY, "k")).hold("A-1", token).ok();
    assertEquals("", theirs.header("Idempotent-Replayed"));
    assertEquals("held", stranger.state("A-1"));
  }

  @Test
  void a_browser_does_not_hear_what_a_server_was_answered() {
    String token = token();
    under("k").hold("A-1", token).ok();
    TestVenue browser = venue.as(venue.pk().with(KEY, "k"));
    Check.envelope(422, venue.untouchedBy(() -> browser.hold("A-1", token)));
  }

  @Test
  void what_was_no_request_may_be_sent_anew_under_its_key() {
    String token = token();
    Check.envelope(400, under("k").seats("hold", "{\"objectLabel\":"));
    Check.envelope(400, under("k").seats("hold", Json.object("objectLabel", "A-1")));
    Check.envelope(
        401,
        venue.as(V1Client.withKey(venue.sk().base(), "sk_no").with(KEY, "k")).hold("A-1", token));
    Check.envelope(
        404,
        venue
            .sk()
            .with(KEY, "k")
            .post(
                TestVenue.EVENTS + "/none/seats/hold",
                Json.object("objectLabel", "A-1", "holdToken", token)));
    assertEquals("", under("k").hold("A-1", token).ok().header("Idempotent-Replayed"));
  }

  @Test
  void a_request_about_an_event_that_is_gone_is_answered_as_it_was() {
    String token = token();
    Answer held = under("k").hold("A-1", token).ok();
    venue.sk().delete(venue.path("")).ok();
    replayed(held, under("k").hold("A-1", token));
  }

  @Test
  void a_key_is_1_to_255_printable_characters() {
    String token = token();
    under("x".repeat(255)).hold("A-1", token).ok();
    for (String bad : List.of("", "x".repeat(256))) {
      Answer refused = venue.untouchedBy(() -> under(bad).hold("A-2", token));
      Check.envelope(400, refused);
      assertTrue(refused.at("errors").has(KEY), refused::shortened);
    }
  }

  @Test
  void two_keys_are_none() {
    String body = Json.object("objectLabel", "A-1", "holdToken", token()).toString();
    Check.envelope(400, venue.untouchedBy(() -> twoKeys(body)));
  }

  private Answer twoKeys(String body) {
    return venue
        .sk()
        .with(KEY, "k")
        .with(KEY.toLowerCase(Locale.ROOT), "l")
        .text("POST", venue.path("/seats/hold"), body, "application/json");
  }

  @Test
  void reading_does_not_mind_a_key() {
    Answer before = under("k").status().ok();
    venue.hold("A-1", token()).ok();
    Answer after = under("k").status().ok();
    assertNotEquals(before.raw(), after.raw());
    assertEquals("", after.header("Idempotent-Replayed"));
  }

  @Test
  void I9_of_many_twins_at_once_one_is_carried_out() {
    String token = token();
    List<Answer> answers = Crowd.together(16, _ -> under("k").holdPlaces("floor", token, 2));
    assertEquals(2, venue.places("floor", "held"));
    Set<String> told = new HashSet<>();
    List<Answer> fresh = new ArrayList<>();
    for (Answer each : answers) {
      if (each.status() == 409) {
        assertEquals("1", each.header("Retry-After"), each::shortened);
      } else {
        told.add(each.ok().raw());
        if (each.header("Idempotent-Replayed").isEmpty()) {
          fresh.add(each);
        }
      }
    }
    assertEquals(1, told.size(), told::toString);
    assertEquals(1, fresh.size());
    replayed(fresh.getFirst(), under("k").holdPlaces("floor", token, 2));
  }
}
