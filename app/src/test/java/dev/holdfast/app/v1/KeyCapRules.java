package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a service where ten objects of an event may be held through one public key. */
public abstract class KeyCapRules extends V1Rules {
  private static final int CAP = 10;

  private TestVenue house;
  private TestVenue browsers;

  @BeforeEach
  void open_a_house() {
    house = TestVenue.open(service(), Layouts.wide(200));
    browsers = house.asBrowser();
  }

  private static boolean isHeld(Answer answer, List<String> asked) {
    if (answer.status() == 200) {
      return true;
    }
    Check.holdConflict(
        answer, asked.stream().map(label -> label + " key_limit").toArray(String[]::new));
    return false;
  }

  private static boolean holds(TestVenue at, String token, List<String> labels) {
    return isHeld(at.holdAll(labels, token), labels);
  }

  @Test
  void of_many_tokens_under_one_key_as_many_hold_as_may_and_no_more() {
    List<Boolean> held =
        Crowd.together(60, n -> holds(browsers, token(), Json.labels("R", n + 1, n + 1)));

    assertEquals(CAP, held.stream().filter(each -> each).count());
    assertEquals(CAP, house.labels("held").size());
    house.hold("R-100", token()).ok();
    house.secondEvent().asBrowser().hold("R-100", token()).ok();
  }

  @Test
  void batches_that_race_are_held_whole_or_refused_whole() {
    List<Boolean> held =
        Crowd.together(40, n -> holds(browsers, token(), Json.labels("R", 3 * n + 1, 3 * n + 3)));

    assertEquals(3, held.stream().filter(each -> each).count());
    assertEquals(9, house.labels("held").size());
    assertTrue(holds(browsers, token(), List.of("R-150")));
    assertFalse(holds(browsers, token(), List.of("R-151")));
  }

  @Test
  void however_holds_come_and_go_at_once_no_more_are_ever_there_than_may_be() {
    AtomicInteger buying = new AtomicInteger(12);
    AtomicInteger most = new AtomicInteger();
    Crowd.together(
        buying.get() + 1,
        n -> {
          if (n == 0) {
            while (buying.get() > 0) {
              most.accumulateAndGet(house.labels("held").size(), Math::max);
            }
          } else {
            try {
              buyAndGiveBack(n);
            } finally {
              buying.decrementAndGet();
            }
          }
          return n;
        });

    assertTrue(most.get() <= CAP, () -> most + " were held at a time");
    assertEquals(List.of(), house.labels("held"));
    assertTrue(holds(browsers, token(), Json.labels("R", 181, 190)));
    assertFalse(holds(browsers, token(), List.of("R-191")));
  }

  /** Each in seats of its own, so that nothing but the cap is in its way. */
  private void buyAndGiveBack(int buyer) {
    for (int round = 0; round < 12; round++) {
      List<String> labels = Json.labels("R", 12 * buyer + 1, 12 * buyer + 1 + round % 4);
      String token = token();
      if (holds(browsers, token, labels)) {
        if (round == 11) {
          house.book(labels, token).ok();
        } else {
          browsers.release(labels, token).ok();
        }
      }
    }
  }

  @Test
  void places_count_by_their_number_and_a_server_s_key_has_room_of_its_own() {
    TestVenue browser = venue.asBrowser();
    browser.holdPlaces("floor", token(), 8).ok();
    Check.holdConflict(
        venue.untouchedBy(() -> browser.holdPlaces("floor", token(), 3)), "floor key_limit");
    browser.holdAll(List.of("A-1", "A-2"), token()).ok();
    Answer refused = venue.untouchedBy(() -> browser.hold("A-3", token()));
    Check.holdConflict(refused, "A-3 key_limit");
    assertEquals(
        "At most 10 objects of an event are held through one key", refused.text("message"));

    venue.holdAll(Json.labels("A", 3, 14), token()).ok();
  }

  @Test
  void room_comes_back_with_each_booking_and_release_and_extending_gives_none() {
    String token = token();
    browsers.holdAll(Json.labels("R", 1, 10), token).ok();
    house.extend(token, 900).ok();
    assertFalse(holds(browsers, token(), List.of("R-11")));

    house.book(List.of("R-7"), token).ok();
    assertTrue(holds(browsers, token(), List.of("R-11")));
    browsers.release(List.of("R-8"), token).ok();
    assertTrue(holds(browsers, token(), List.of("R-12")));
    house.release(List.of("R-9")).ok();
    assertFalse(holds(browsers, token(), List.of("R-13", "R-14")));
    assertTrue(holds(browsers, token(), List.of("R-13")));
  }

  @Test
  void room_comes_back_at_the_deadline() {
    Answer held = browsers.holdAll(Json.labels("R", 1, 10), token(), 1).ok();
    Instant deadline = Check.instant(held.at("held").path(0).path("holdExpiresAt"));
    Eventually.at(deadline.plusMillis(50));

    assertTrue(holds(browsers, token(), Json.labels("R", 21, 30)));
    assertFalse(holds(browsers, token(), List.of("R-31")));
  }

  @Test
  void I9_a_refusal_for_the_key_stays_one_whatever_has_been_given_back() {
    String token = token();
    browsers.holdAll(Json.labels("R", 1, 10), token).ok();
    TestVenue again = house.as(house.pk().with("Idempotency-Key", "cart-1"));
    String buyer = token();
    Answer refused = again.hold("R-11", buyer);
    Check.holdConflict(refused, "R-11 key_limit");
    browsers.release(Json.labels("R", 1, 10), token).ok();

    Answer repeated = again.hold("R-11", buyer);
    assertEquals(refused.raw(), repeated.raw());
    assertEquals("true", repeated.header("Idempotent-Replayed"));
    browsers.hold("R-11", buyer).ok();
  }
}
