package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds end on their own. */
@WaitingRules
public abstract class ExpiryRules extends V1Rules {

  /** A life of one second, one sweep of one second, and the slowness of a busy machine. */
  static final Duration LAPSE = Duration.ofSeconds(6);

  /** Seconds that a hold must last for the next request to find it, be the machine busy. */
  static final int IN_TIME = 2;

  @WaitingTest
  void B_28_a_hold_ends_on_its_own_and_leaves_the_status() {
    venue.hold("A-1", token(), IN_TIME).ok();
    assertEquals("held", venue.state("A-1"));

    Eventually.within(LAPSE, "A-1 is free", () -> venue.state("A-1").equals("free"));
  }

  @WaitingTest
  void B_28_a_lapsed_seat_can_be_held_by_another_token_at_once() {
    String second = token();
    Instant deadline = Check.instant(venue.hold("A-1", token(), 1).ok().at("holdExpiresAt"));

    Eventually.within(
        LAPSE, "A-1 can be held again", () -> venue.hold("A-1", second).status() == 200);

    // Lapsing never comes early.
    Instant now = Instant.now();
    assertTrue(now.isAfter(deadline.minusMillis(250)), () -> now + " is before " + deadline);
    assertEquals(second, venue.object("A-1").path("holdToken").asText());
  }

  @WaitingTest
  void B_28_what_the_status_shows_as_free_can_be_held() {
    for (String label : Json.labels("A", 1, 3)) {
      venue.hold(label, token(), 1).ok();
      Eventually.within(LAPSE, label + " is free", () -> venue.state(label).equals("free"));

      venue.hold(label, token(), 1).ok();
    }
  }

  @WaitingTest
  void B_28_what_can_be_held_again_is_no_longer_shown_under_the_old_token() {
    String first = token();
    venue.hold("A-1", first, 1).ok();

    Eventually.within(
        LAPSE,
        "A-1 belongs to somebody else",
        () -> {
          Answer second = venue.hold("A-1", token(), 60);
          boolean old = venue.object("A-1").path("holdToken").asText().equals(first);
          assertFalse(second.status() == 200 && old, "two holders of one seat");
          return second.status() == 200;
        });
  }

  @WaitingTest
  void B_06_a_lapsed_hold_cannot_be_booked() {
    String token = token();
    lapse("A-1", token);

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1"), token)),
        "A-1 not_held_by_token");
  }

  @WaitingTest
  void B_06_one_lapsed_seat_refuses_the_booking_of_the_others() {
    String token = token();
    venue.hold("A-2", token, 600).ok();
    lapse("A-1", token);

    Check.pair(
        Check.BOOK_ERROR,
        venue.untouchedBy(() -> venue.book(List.of("A-1", "A-2"), token)),
        "A-1 not_held_by_token");
    assertEquals(List.of("A-2"), venue.labels("held"));
  }

  @WaitingTest
  void B_08_a_booking_outlives_the_hold_it_came_from() {
    String token = token();
    venue.hold("A-1", token, IN_TIME).ok();
    venue.book(List.of("A-1"), token).ok();

    // The witness was held later and for as long: when it is gone, so would be the first.
    lapse("A-2", token(), IN_TIME);

    assertEquals("booked", venue.state("A-1"));
    Check.holdConflict(venue.hold("A-1", token()), "A-1 already_booked");
    venue.release(List.of("A-1")).ok();
    assertEquals("free", venue.state("A-1"));
  }

  @WaitingTest
  void the_late_caller_cannot_touch_what_the_next_one_holds() {
    String late = token();
    String next = token();
    lapse("A-1", late);
    venue.hold("A-1", next, 600).ok();

    Answer released = venue.untouchedBy(() -> venue.release(List.of("A-1"), late));
    Check.pair(Check.RELEASE_ERROR, released, "A-1 not_held_by_token");
    Answer extended = venue.untouchedBy(() -> venue.extend(late, List.of("A-1"), 900).ok());
    assertEquals(Json.array(), extended.at("extended"));
    Answer booked = venue.untouchedBy(() -> venue.book(List.of("A-1"), late));
    Check.pair(Check.BOOK_ERROR, booked, "A-1 not_held_by_token");
    Check.envelope(403, venue.untouchedBy(() -> venue.asBrowser().release(List.of("A-1"), late)));

    venue.book(List.of("A-1"), next).ok();
    assertEquals("booked", venue.state("A-1"));
  }

  @WaitingTest
  void the_late_caller_cannot_touch_what_the_next_one_booked() {
    String late = token();
    String next = token();
    lapse("A-1", late);
    venue.hold("A-1", next, 600).ok();
    venue.book(List.of("A-1"), next).ok();

    venue.untouchedBy(() -> venue.release(List.of("A-1"), late).expect(409));
    venue.untouchedBy(() -> venue.extend(late, List.of("A-1"), 900).ok());
    venue.untouchedBy(() -> venue.book(List.of("A-1"), late).expect(409));
  }

  @WaitingTest
  void a_lapsed_hold_can_neither_be_extended_nor_released() {
    String token = token();
    lapse("A-1", token);

    Answer extended = venue.untouchedBy(() -> venue.extend(token, 900).ok());
    assertTrue(extended.at("holdExpiresAt").isNull(), extended::shortened);
    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1"))),
        "A-1 not_found_or_free");
  }

  @WaitingTest
  void a_token_whose_hold_lapsed_may_hold_again() {
    String token = token();
    lapse("A-1", token);

    Check.secondsFromNow(300, venue.hold("A-1", token, 300).ok().at("holdExpiresAt"));
    venue.book(List.of("A-1"), token).ok();
  }

  @WaitingTest
  void extra_data_of_a_lapsed_hold_is_not_inherited() {
    String body =
        Json.object(
                "objectLabel",
                "A-1",
                "holdToken",
                token(),
                "ttlSeconds",
                1,
                "extraData",
                Json.object("cartId", "c-1"))
            .toString();
    venue.seats("hold", body).ok();
    Eventually.within(LAPSE, "A-1 is free", () -> venue.state("A-1").equals("free"));

    assertEquals(Json.object(), venue.hold("A-1", token()).ok().at("extraData"));
  }

  @WaitingTest
  void places_of_an_area_come_back_whole_every_time_they_lapse() {
    for (int round = 0; round < 3; round++) {
      venue.seats("hold", TestVenue.places("floor", token(), 10).put("ttlSeconds", IN_TIME)).ok();
      Check.holdConflict(venue.holdPlaces("floor", token(), 1), "floor insufficient_capacity");
      Eventually.within(LAPSE, "floor is free", () -> venue.places("floor", "held") == 0);
    }

    venue.holdPlaces("floor", token(), 10).ok();
    assertEquals(10, venue.places("floor", "held"));
  }

  private void lapse(String label, String token) {
    lapse(label, token, 1);
  }

  private void lapse(String label, String token, int seconds) {
    venue.hold(label, token, seconds).ok();
    Eventually.within(LAPSE, label + " is free", () -> venue.state(label).equals("free"));
  }
}
