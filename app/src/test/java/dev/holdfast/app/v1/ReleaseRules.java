package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Giving seats back. */
public abstract class ReleaseRules extends V1Rules {

  @Test
  void B_31_held_and_booked_seats_are_freed_in_one_step() {
    held("A-1");
    booked("A-2");

    Answer released = venue.release(List.of("A-2", "A-1")).ok();

    assertEquals(List.of("A-2", "A-1"), Json.texts(released.at("released"), "objectLabel"));
    assertEquals(List.of(), venue.objects());
  }

  @Test
  void B_31_the_answer_has_one_head_and_bare_labels() {
    held("A-1");

    Answer released = venue.release(List.of("A-1")).ok();

    assertEquals(venue.chartKey(), released.text("chartKey"));
    assertEquals(venue.eventKey(), released.text("eventKey"));
    assertEquals("free", released.text("status"));
    Instant releasedAt = Check.instant(released.at("releasedAt"));
    assertTrue(Duration.between(releasedAt, Instant.now()).abs().toSeconds() < 5);
    Check.versions(released.at("released"));
  }

  @Test
  void B_32_a_held_seat_is_freed_by_the_server_s_key_whoever_holds_it() {
    held("A-1");

    venue.release(List.of("A-1")).ok();

    assertEquals("free", venue.state("A-1"));
  }

  @Test
  void B_32_a_booked_seat_is_freed() {
    booked("A-1");

    venue.release(List.of("A-1")).ok();

    assertEquals("free", venue.state("A-1"));
  }

  @Test
  void B_33_after_a_cancelled_purchase_the_seat_can_be_held_again() {
    String token = held("A-1");
    venue.release(List.of("A-1"), token).ok();

    venue.hold("A-1", token()).ok();
  }

  @Test
  void B_33_after_the_visitor_gives_a_seat_back_it_can_be_held_again() {
    String token = held("A-1");
    venue.asBrowser().release(List.of("A-1"), token).ok();

    venue.hold("A-1", token()).ok();
  }

  @Test
  void B_33_after_a_refund_the_seat_can_be_held_again() {
    booked("A-1");
    venue.release(List.of("A-1")).ok();

    venue.hold("A-1", token()).ok();
  }

  @Test
  void B_34_one_seat_that_is_free_refuses_the_whole_release() {
    held("A-1");
    booked("A-2");

    Answer refused = venue.untouchedBy(() -> venue.release(List.of("A-1", "A-9", "A-2")));

    Check.pair(Check.RELEASE_ERROR, refused, "A-9 not_found_or_free");
    assertEquals("held", venue.state("A-1"));
    assertEquals("booked", venue.state("A-2"));
  }

  @Test
  void B_34_a_label_that_does_not_exist_refuses_the_whole_release() {
    held("A-1");

    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1", "Z-9"))),
        "Z-9 not_found_or_free");
  }

  @Test
  void a_second_release_finds_nothing() {
    held("A-1");
    venue.release(List.of("A-1")).ok();

    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1"))),
        "A-1 not_found_or_free");
  }

  @Test
  void a_label_named_twice_is_released_once() {
    held("A-1");

    Answer released = venue.release(List.of("A-1", "A-1")).ok();

    assertEquals(List.of("A-1"), Json.texts(released.at("released"), "objectLabel"));
  }

  @Test
  void with_a_token_the_server_frees_only_what_that_token_holds() {
    String first = held("A-1");
    held("A-2");

    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1", "A-2"), first)),
        "A-2 not_held_by_token");

    venue.release(List.of("A-1"), first).ok();
    assertEquals(List.of("A-2"), venue.labels("held"));
  }

  @Test
  void with_a_token_the_server_frees_no_booking() {
    String token = booked("A-1");

    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1"), token)),
        "A-1 not_held_by_token");
  }

  @Test
  void with_a_token_the_server_frees_no_free_seat() {
    String token = held("A-1");

    Check.pair(
        Check.RELEASE_ERROR,
        venue.untouchedBy(() -> venue.release(List.of("A-1", "A-2"), token)),
        "A-2 not_held_by_token");
  }

  @Test
  void a_browser_frees_the_seats_of_its_own_token() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token).ok();

    Answer released = venue.asBrowser().release(List.of("A-1"), token).ok();

    assertEquals(List.of("A-1"), Json.texts(released.at("released"), "objectLabel"));
    assertEquals(List.of("A-2"), venue.labels("held"));
  }

  @Test
  void a_browser_must_say_its_token() {
    held("A-1");

    Check.refused(
        "holdToken",
        "Required",
        venue.untouchedBy(() -> venue.asBrowser().release(List.of("A-1"))));
  }

  @Test
  void a_browser_cannot_free_what_its_token_does_not_hold() {
    String own = held("A-1");
    held("A-2");
    booked("A-3");

    for (String label : List.of("A-2", "A-3", "A-4", "Z-9")) {
      Check.envelope(
          403, venue.untouchedBy(() -> venue.asBrowser().release(List.of("A-1", label), own)));
      Check.envelope(403, venue.untouchedBy(() -> venue.asBrowser().release(List.of(label), own)));
    }
  }

  @Test
  void a_browser_cannot_free_what_its_own_token_has_bought() {
    String token = booked("A-1");

    Check.envelope(403, venue.untouchedBy(() -> venue.asBrowser().release(List.of("A-1"), token)));
  }

  @Test
  void two_hundred_seats_are_freed_in_one_step() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(200));
    List<String> labels = Json.labels("R", 1, 200);
    String token = token();
    wide.holdAll(labels, token).ok();
    wide.book(labels.subList(0, 100), token).ok();

    assertEquals(200, wide.release(labels).ok().at("released").size());
    assertEquals(List.of(), wide.objects());
  }

  @Test
  void release_on_an_unknown_event_is_not_found() {
    Check.envelope(
        404,
        "Event not found",
        venue
            .sk()
            .post(
                TestVenue.EVENTS + "/evt_unknown/seats/release",
                Json.object("objectLabels", List.of("A-1"))));
  }

  private String held(String label) {
    String token = token();
    venue.hold(label, token).ok();
    return token;
  }

  private String booked(String label) {
    String token = held(label);
    venue.book(List.of(label), token).ok();
    return token;
  }
}
