package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Crowd;
import dev.holdfast.app.v1.Eventually;
import dev.holdfast.app.v1.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The race for the last ticket, on every way to one: a single buyer gets it, whichever is taken.
 */
public abstract class LastTicketRules extends TmtRules {
  private static final int BUYERS = 40;
  private static final Duration LAPSE = Duration.ofSeconds(6);

  private static String token() {
    return UUID.randomUUID().toString();
  }

  /** One succeeds, and everybody else is refused in the way of his dialect. */
  private static void assertOneOf(IntFunction<Answer> buyer) {
    List<Answer> answers = Crowd.together(BUYERS, buyer);
    List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
    assertTrue(List.of(200, 400, 409).containsAll(statuses), statuses::toString);
  }

  private void allButOnePlaceAreSold() {
    String token = venue.held(TmtVenue.places("floor", 9));
    venue.book(token, TmtVenue.places("floor", 9)).ok();
  }

  @Test
  void of_buyers_who_hold_the_last_seat_in_every_way_one_gets_it() {
    assertOneOf(buyer ->
        switch (buyer % 5) {
          case 0 -> v1.hold("A-1", token());
          case 1 -> v1.holdAll(List.of("A-1"), token());
          case 2 -> v1.holdAll(List.of("A-" + (2 + buyer % 20), "A-1"), token());
          case 3 -> v1.asBrowser().hold("A-1", token());
          default -> venue.hold("A-1");
        });
    assertEquals("held", v1.state("A-1"));
  }

  @Test
  void of_buyers_who_take_over_a_lapsed_hold_one_gets_it() {
    v1.hold("A-1", token(), 1).ok();
    Eventually.within(LAPSE, "A-1 has lapsed", () -> v1.state("A-1").equals("free"));

    assertOneOf(buyer -> buyer % 2 == 0 ? v1.hold("A-1", token()) : venue.hold("A-1"));
  }

  @Test
  void of_buyers_who_hold_or_book_the_last_place_in_every_way_one_gets_it() {
    allButOnePlaceAreSold();
    List<String> tokens = Json.labels("A", 1, 20).stream().map(seat -> venue.held(seat)).toList();

    assertOneOf(buyer ->
        switch (buyer % 4) {
          case 0 -> v1.holdPlaces("floor", token(), 1);
          case 1 -> venue.hold(TmtVenue.places("floor", 1));
          case 2 -> venue.hold("A-" + (21 + buyer / 4), TmtVenue.places("floor", 1));
          default -> venue.book(tokens.get(buyer / 4), TmtVenue.places("floor", 1));
        });
    assertEquals(10, v1.places("floor", "held") + v1.places("floor", "booked"));
  }

  @Test
  void of_buyers_who_want_the_place_that_is_just_given_back_one_gets_it() {
    allButOnePlaceAreSold();
    String last = token();
    v1.holdPlaces("floor", last, 1).ok();
    v1.release(List.of("floor"), last).ok();

    assertOneOf(buyer ->
        buyer % 2 == 0
            ? v1.holdPlaces("floor", token(), 1)
            : venue.hold(TmtVenue.places("floor", 1)));
    assertEquals(10, v1.places("floor", "held") + v1.places("floor", "booked"));
  }

  @Test
  void of_copies_of_one_booking_in_both_dialects_one_books() {
    String token = venue.held("A-1");

    assertOneOf(copy -> copy % 2 == 0 ? v1.book(List.of("A-1"), token) : venue.book(token, "A-1"));
    assertEquals("booked", v1.state("A-1"));
  }
}
