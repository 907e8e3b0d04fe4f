package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that arrive just when a hold ends. */
public abstract class DeadlineRaceRules extends V1Rules {

  private static final int BUYERS = 40;
  private static final int SEATS = 5;

  private static List<String> seatsOf(int buyer) {
    return Json.labels("R", 1 + SEATS * buyer, SEATS + SEATS * buyer);
  }

  @Test
  void a_hold_that_ends_during_its_booking_is_booked_whole_or_lost_whole() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(BUYERS * SEATS));

    List<Answer> books =
        Crowd.together(
            BUYERS,
            buyer -> {
              String token = token();
              Answer held = wide.holdAll(seatsOf(buyer), token, 1).ok();
              Instant deadline = Check.instant(held.at("held").path(0).path("holdExpiresAt"));
              // From a tenth of a second before to a tenth after, buyer by buyer.
              Eventually.at(deadline.plusMillis(-100L + 200L * buyer / BUYERS));
              return wide.book(seatsOf(buyer), token);
            });

    List<String> booked = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      Answer answer = books.get(buyer);
      if (answer.status() == 200) {
        booked.addAll(seatsOf(buyer));
      } else {
        answer.expect(409);
        assertEquals(SEATS, answer.at("failed").size(), answer::shortened);
      }
    }
    Eventually.within(ExpiryRules.LAPSE, "nothing is held", () -> wide.labels("held").isEmpty());
    assertEquals(Json.sorted(booked), wide.labels("booked"));
  }

  @Test
  void a_seat_at_its_deadline_goes_to_one_of_its_two_suitors() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(BUYERS));

    List<Boolean> first =
        Crowd.together(
            BUYERS,
            seat -> {
              String label = "R-" + (seat + 1);
              String owner = token();
              String next = token();
              Answer held = wide.hold(label, owner, 1).ok();
              Eventually.at(Check.instant(held.at("holdExpiresAt")).minusMillis(10));
              List<Answer> race =
                  Crowd.together(
                      2, i -> i == 0 ? wide.book(List.of(label), owner) : wide.hold(label, next));
              boolean booked = race.getFirst().status() == 200;
              boolean taken = race.getLast().status() == 200;
              assertTrue(!booked || !taken, label + " has two owners");
              return booked;
            });

    for (int seat = 0; seat < BUYERS; seat++) {
      String label = "R-" + (seat + 1);
      assertEquals(first.get(seat), wide.state(label).equals("booked"), label);
    }
  }

  @Test
  void a_hold_that_is_extended_at_its_deadline_is_kept_or_lost_and_says_which() {
    TestVenue wide = TestVenue.open(service(), Layouts.wide(BUYERS));

    List<Answer> extended =
        Crowd.together(
            BUYERS,
            seat -> {
              String token = token();
              Answer held = wide.hold("R-" + (seat + 1), token, 1).ok();
              Instant deadline = Check.instant(held.at("holdExpiresAt"));
              Eventually.at(deadline.plus(Duration.ofMillis(-50L + 100L * seat / BUYERS)));
              return wide.extend(token, List.of("R-" + (seat + 1)), 600).ok();
            });

    List<String> kept =
        extended.stream()
            .flatMap(answer -> Json.texts(answer.at("extended"), "objectLabel").stream())
            .sorted()
            .toList();
    Eventually.within(
        ExpiryRules.LAPSE,
        "only what was extended is held",
        () -> wide.labels("held").equals(kept));
    for (int seat = 0; seat < BUYERS; seat++) {
      int named = extended.get(seat).at("extended").size() + extended.get(seat).at("failed").size();
      assertEquals(1, named, "every seat is named once");
    }
  }
}
